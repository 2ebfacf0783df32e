"""Controllers that connect the widgets with the case, the map and the tasks."""
