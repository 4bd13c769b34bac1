"""Pieces of a page that own their state."""
