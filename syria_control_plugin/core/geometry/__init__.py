"""Areas, distances and shared edges on the ellipsoid, and polygon repair."""
