"""Dutch heading and description of every column, one file per part of the work."""
