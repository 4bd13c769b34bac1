"""Invented people and what they say: the data the synthetic year is written with."""
