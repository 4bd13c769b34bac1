"""The way in: read as text, clean, validate, load in one transaction."""
