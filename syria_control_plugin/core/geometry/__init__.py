"""Areas, distances and shared edges on the ellipsoid, and polygons made valid."""
