"""The pages in the menu: their addresses with where their words stand."""

from dashboard.entry.navigation import PLACES

PAGES = {f"/{place.address}": place.words for place in PLACES if place.visibility == "visible"}
