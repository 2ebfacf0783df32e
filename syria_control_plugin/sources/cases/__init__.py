"""The case: one GeoPackage that holds everything known of an area, and what the plugin ships for one."""
