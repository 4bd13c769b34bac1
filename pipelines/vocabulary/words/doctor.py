"""Dutch words of `werkplaats doctor`: what was looked at, what was found, what to do."""

HELP = "Kijkt na of versies, map, sleutel, rechten en schijfruimte in orde zijn."

STATUS = {"ok": "goed", "attention": "let op", "fault": "fout"}
ALL_WELL = "Alles is in orde."
SOME_ATTENTION = "Bruikbaar; let op de punten hierboven."
SOME_FAULT = "Er is iets niet in orde; zie hierboven wat te doen."

NAMES = {
    "python": "Python",
    "packages": "Pakketten",
    "home": "Map",
    "space": "Schijfruimte",
    "permissions": "Rechten",
    "key": "Sleutel",
    "loading": "Laden",
    "warehouse": "Gegevens",
    "snapshot": "Leesversie",
    "vault": "Kluis",
}

PYTHON_FITS = "versie {found}"
PYTHON_OLD = "versie {found}; nodig is {needed} of nieuwer"
PYTHON_ACTION = "Installeer een nieuwere Python en zet het programma opnieuw op."
PACKAGES_FIT = "{count} pakketten passen, waaronder duckdb {duckdb}"
PACKAGES_WRONG = "passen niet: {names}"
PACKAGES_ACTION = (
    "Zet het programma opnieuw op met de vastgelegde versies (`make demo` of requirements/runtime.txt)."
)
PACKAGES_UNKNOWN = "niet te bepalen; het programma is niet als pakket geïnstalleerd"
HOME_IS = "{home}"
HOME_IS_DEMO = "{home} (voorbeeldjaar met verzonnen mensen)"
HOME_ABSENT = "{home} bestaat nog niet; die wordt gemaakt bij de eerste keer laden"
HOME_CLOSED = "{home} is niet te lezen of te beschrijven"
HOME_ACTION = "Geef de rechten op de map, of kies een andere map met --home."
SPACE_IS = "{free} vrij"
SPACE_SHORT = "nog maar {free} vrij; houd {needed} vrij om te laden"
SPACE_ACTION = "Maak ruimte vrij op deze schijf."
PERMISSIONS_FIT = "alleen uw eigen gebruiker kan bij namen en adressen"
PERMISSIONS_OPEN = "anderen op deze computer kunnen in {folder}"
PERMISSIONS_ACTION = "Maak de map alleen toegankelijk voor uzelf: chmod 700 {folder}"
KEY_FOUND = "uit {place}"
KEY_LATER = "nog geen; wordt gemaakt bij de eerste keer laden"
KEY_UNUSED = "wordt gezocht zodra er een map met gegevens is"
LOADING_IDLE = "er wordt niet geladen"
WAREHOUSE_FITS = "leesbaar, opbouw {number}, {size}"
WAREHOUSE_ABSENT = "nog geen gegevens geladen"
WAREHOUSE_BUSY = "niet bekeken: er wordt geladen"
SNAPSHOT_FITS = "{name} van {moment}"
VAULT_FITS = "past bij de sleutel; {people} mensen"
VAULT_EMPTY = "nog leeg"
