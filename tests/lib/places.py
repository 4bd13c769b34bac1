"""The pages with figures in the committee's menu: their addresses with where their words stand."""

from dashboard.entry.navigation import PLACES
from pipelines.vocabulary.audiences import Audience

PAGES = {
    f"/{place.address}": place.words
    for place in PLACES
    if place.visibility == "visible" and Audience.COMMISSIE in place.audiences and place.words != "release"
}
