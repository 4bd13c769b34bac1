"""Dutch words of the records: sheet titles, headings, descriptions, labels of choices. Order: that of the sheets."""

from pipelines.vocabulary import lists
from pipelines.vocabulary.words.columns.care import CARE_REQUESTS, CARE_VISITS
from pipelines.vocabulary.words.columns.jobs import JOBS, OFFERS
from pipelines.vocabulary.words.columns.office import CALENDAR, COORDINATION, LEDGER, PARAMETERS, TARGETS
from pipelines.vocabulary.words.columns.people import HELPERS, MEMBERS, VOG_CHECKS
from pipelines.vocabulary.words.columns.voices import CONTACTS, FEEDBACK_CLIENTS, HELPER_CHECKINS

RECORD_TITLES = {
    "members": "Relaties",
    "helpers": "Helpers",
    "vog_checks": "VOG-register",
    "jobs": "Klussen",
    "offers": "Vragen & matches",
    "care_requests": "Zorgvragen",
    "care_visits": "Zorgbezoeken",
    "feedback_clients": "Terugkoppeling klanten",
    "helper_checkins": "Maandcheck helpers",
    "contacts": "Klantenservice",
    "parameters": "Instellingen",
    "targets": "Streefwaarden",
    "coordination": "Uren coördinatie",
    "ledger": "Kosten en opbrengsten",
    "calendar": "Kalender",
}

RECORD_DESCRIPTIONS = {
    "members": "Iedereen die wij kennen, lid of niet. Eén rij per persoon, ook als iemand meer rollen heeft.",
    "helpers": "Iedereen die helpt. Eén rij per helper, met hetzelfde nummer als op het blad Relaties.",
    "vog_checks": "Aanvragen van een VOG. Eén rij per aanvraag. Oude rijen blijven staan.",
    "jobs": "Gevraagde klussen. Eén rij per klus, ook als die niet doorging.",
    "offers": "Elke keer dat een helper is gevraagd. Eén rij per vraag, ook bij een nee of geen antwoord.",
    "care_requests": "Vragen om hulp thuis. Eén rij per vraag. Verandert de behoefte? Dan komt er een nieuwe rij.",
    "care_visits": "Bezoeken aan zorgvragers. Eén rij per bezoek, ook als het niet doorging.",
    "feedback_clients": "Wat bewoners van ons vinden. Eén rij per uitnodiging, ook zonder antwoord.",
    "helper_checkins": "Hoe het met helpers gaat. Eén rij per helper per maand, ook zonder antwoord.",
    "contacts": "Vragen, klachten en opmerkingen. Eén rij per bericht.",
    "parameters": "Afspraken waarmee het programma rekent. Eén rij per instelling per periode.",
    "targets": "Wat wij willen halen. Eén rij per cijfer per ontvanger.",
    "coordination": "Uren van de coördinatoren. Eén rij per persoon per week.",
    "ledger": "Geld dat binnenkomt en uitgaat. Eén rij per boeking.",
    "calendar": "De dagen van het jaar. Het programma maakt deze lijst zelf.",
}

_COLUMNS: dict[str, dict[str, tuple[str, str]]] = {
    "members": MEMBERS,
    "helpers": HELPERS,
    "vog_checks": VOG_CHECKS,
    "jobs": JOBS,
    "offers": OFFERS,
    "care_requests": CARE_REQUESTS,
    "care_visits": CARE_VISITS,
    "feedback_clients": FEEDBACK_CLIENTS,
    "helper_checkins": HELPER_CHECKINS,
    "contacts": CONTACTS,
    "parameters": PARAMETERS,
    "targets": TARGETS,
    "coordination": COORDINATION,
    "ledger": LEDGER,
    "calendar": CALENDAR,
}

HEADINGS: dict[str, dict[str, str]] = {
    table: {column: heading for column, (heading, _) in columns.items()}
    for table, columns in _COLUMNS.items()
}

DESCRIPTIONS: dict[str, dict[str, str]] = {
    table: {column: text for column, (_, text) in columns.items()} for table, columns in _COLUMNS.items()
}

# where the label is not simply the value with blanks for underscores
_SPOKEN: dict[str, str] = {
    "ma": "maandag",
    "di": "dinsdag",
    "wo": "woensdag",
    "do": "donderdag",
    "vr": "vrijdag",
    "za": "zaterdag",
    "zo": "zondag",
    "andere_corporatie": "andere woningcorporatie",
    "beeindigd": "beëindigd",
    "begeleiding_vervoer": "begeleiding en vervoer",
    "computer_tv": "computer en tv",
    "coordinatie": "coördinatie",
    "coordinator": "coördinator",
    "continuiteit": "continuïteit",
    "de_alliantie": "De Alliantie",
    "elektra_klein": "klein elektra",
    "energie_tocht": "energie en tocht",
    "eigenaar_bewoner": "eigenaar woont er zelf",
    "gezien_akkoord": "gezien en akkoord",
    "heb_je_even_voor_mij": "Heb je even voor mij",
    "oud_lid": "oud-lid",
    "1_3_maanden": "1 tot 3 maanden",
    "3_6_maanden": "3 tot 6 maanden",
    "6_12_maanden": "6 tot 12 maanden",
    "ondergrens_95": "ondergrens van het 95%-interval",
    "bovengrens_95": "bovengrens van het 95%-interval",
    "ophangen_monteren": "ophangen en monteren",
    "portaal": "Portaal",
    "schoonmaak_eenmalig": "eenmalige schoonmaak",
    "schilderen_behangen": "schilderen en behangen",
    "sjouwen_verhuizen": "sjouwen en verhuizen",
    "vog": "VOG",
    "whatsapp": "WhatsApp",
    "wlz": "Wlz",
    "wmo_pgb": "Wmo pgb",
    "wmo_zin": "Wmo zorg in natura",
    "zvw": "Zvw",
}


def choice_label(value: str) -> str:
    """Return the Dutch label of a choice: the value with blanks for underscores unless another is given."""
    return _SPOKEN.get(value, value.replace("_", " "))


_CHOICES = {value for name in dir(lists) if name.isupper() for value in getattr(lists, name)}

CHOICE_LABELS: dict[str, str] = {value: choice_label(value) for value in sorted(_CHOICES)}
