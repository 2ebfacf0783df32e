"""Files and layers, whatever they hold, as tables of rows with lon/lat geometry."""
