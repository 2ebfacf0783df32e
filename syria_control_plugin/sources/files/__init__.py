"""Files and layers of any content as tables of rows with lon/lat geometry."""
