"""Dutch words of the rules of what goes out: what each rule says, where it comes from, and who decided it."""

from pipelines.vocabulary.words.settings import OWN_PROPOSAL

FOUNDERS_AND_RULES = "de opzet van het proefjaar"
_OWN = "eigen voorstel"
_PERSONS = "{value} of meer mensen"
_RANGE = "een bereik van minstens {value}"

# Per rule: what it says, how its value is written, and where it comes from.
RULES = {
    "smallest_outside": (
        "Kleinste groep die Portaal, De Alliantie en de gemeente zien",
        _PERSONS,
        "instelling sn_external_min",
    ),
    "smallest_inside": ("Kleinste groep die de commissie ziet", _PERSONS, "instelling sn_cell_min"),
    "rhythm": ("Maanden tussen twee edities", "{value}", "instelling edition_months"),
    "small_side": (
        "Zorg, helpers en klachten, buiten: mensen in de teller, en in de rest",
        "niemand, of {value} of meer mensen",
        "eigen voorstel, klein-getallenklasse SN-B",
    ),
    "width_outside": ("Wat lezers buiten hooguit over een verborgen getal weten", _RANGE, _OWN),
    "width_inside": ("Wat de commissie hooguit over een verborgen getal weet", _RANGE, _OWN),
    "contributors_outside": ("Mensen achter uren of euro's, buiten", _PERSONS, _OWN),
    "contributors_inside": ("Mensen achter uren of euro's, voor de commissie", _PERSONS, _OWN),
    "dominance": (
        "Hoe goed iemand de bijdrage van een ander hooguit kan schatten",
        "niet beter dan op {value} % na",
        "Handboek statistische beveiliging, p%-regel",
    ),
    "most_hidden": (
        "Gaten in een uitsplitsing; zijn het er meer, dan blijft alleen het totaal",
        "hooguit {value} %",
        _OWN,
    ),
    "answers": (
        "Buiten niet getoond als een hele groep hetzelfde antwoordde, of allen op één na",
        "{value}",
        "Handboek statistische beveiliging, groepsonthulling",
    ),
    "shares": ("Percentages, uren en euro's, buiten", "{value}", _OWN),
    "exact": ("Altijd precies, voor iedereen", "{value}", "belofte van het proefjaar, of een feit over de organisatie"),
    "talking": (
        "Lezers die elkaar kunnen spreken: wat de een heeft, telt bij de ander mee",
        "{value}",
        _OWN,
    ),
    "breakdowns": (
        "Uitsplitsingen die er zijn voor {audience}",
        "{value}",
        "catalogus van cijfers, en eigen voorstel",
    ),
}  # fmt: skip
SHARES_VALUE = "in hele getallen"
NONE = "geen"
SPLIT_OF = "{split} ({count})"
FIGURE, FIGURES = "cijfer", "cijfers"

AUDIENCES = {
    "coordinator": "Coördinator",
    "commissie": "Commissie",
    "portaal": "Portaal",
    "de_alliantie": "De Alliantie",
    "gemeente": "Gemeente",
}

# How much of a figure an audience sees: the letters of the catalogue. {splits}: the breakdowns that exist outside.
SIGHTS = {"N": "alles, met namen", "D": "in detail", "H": "alleen het cijfer", "-": "niet"}
WITH_SPLITS = "in detail, {splits}"

# What figures are split by outside the organisation.
SPLITS = {
    "landlord": "per verhuurder",
    "category": "per soort klus",
    "type": "per soort",
    "themes": "per onderwerp",
}

# The command that prints the rules.
POLICY_HELP = "Toon de regels voor wat naar buiten gaat: elke waarde, met wie dat besloot en wanneer."
HOLDS_ON = "Regels voor wat naar buiten gaat, zoals zij gelden op {day}."
SEEN_TITLE = "Wat iedereen van elk cijfer ziet:"
DECIDED = "{by}, op {day}"

__all__ = [
    "AUDIENCES",
    "DECIDED",
    "FIGURE",
    "FIGURES",
    "FOUNDERS_AND_RULES",
    "HOLDS_ON",
    "NONE",
    "OWN_PROPOSAL",
    "POLICY_HELP",
    "RULES",
    "SEEN_TITLE",
    "SHARES_VALUE",
    "SIGHTS",
    "SPLITS",
    "SPLIT_OF",
    "WITH_SPLITS",
]
