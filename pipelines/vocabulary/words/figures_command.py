"""Dutch words of `werkplaats figures` and `werkplaats export`."""

FIGURES_HELP = "Toon de cijfers: waarde, aantal, marge, doel en oordeel. Zonder code de 13 hoofdcijfers."
CODES_HELP = "Codes zoals A1 of participating_tenants."
AUDIENCE_HELP = "Voor wie: coordinator, commissie, portaal, de_alliantie of gemeente."
AS_OF_HELP = "Peildatum, jjjj-mm-dd. Zonder datum: vandaag, en na het proefjaar de laatste dag ervan."
FROM_HELP = "Eerste dag van de periode, jjjj-mm-dd. Zonder datum: het begin van het proefjaar."
BRANCH_HELP = "Alleen klus of zorg."
ENGINE_HELP = "Rekenmotor: duckdb of spark."

UNKNOWN_FIGURE = "Dit cijfer bestaat niet: {codes}."
UNKNOWN_FIGURE_ACTION = (
    "Gebruik een code zoals A1 of participating_tenants. Zonder code ziet u de 13 hoofdcijfers."
)
UNKNOWN_CHOICE = "{option} kent de keuze '{found}' niet."
KNOWN_CHOICES = "Kies uit: {allowed}."
BAD_DAY = "Dit is geen datum: '{found}'."
BAD_DAY_ACTION = "Schrijf de datum als jaar-maand-dag, bijvoorbeeld 2026-06-30."

AS_OF_LINE = "Cijfers op {as_of} voor {audience}"
HEADINGS = ("", "Cijfer", "Tak", "Waarde", "Aantal", "Tussen", "Doel", "Oordeel")
OF = "{k} van {n}"
BETWEEN = "{low} en {high}"
HIDDEN = "te weinig om te tonen"
NOT_SHOWN = "niet getoond"
UNKNOWN_VALUE = "nog niet bekend"
NOTHING_COUNTED = "nog niets geteld"
UNDECIDED = "{id} {label}: niet te zeggen. {leaning}"
WITHHELD = "Niet voor deze lezers: {codes}."
NO_TARGET = "-"

EXPORT_HELP = "Schrijf elke tabel als Parquet-bestand in een map, zonder namen en adressen."
EXPORT_FOLDER_HELP = "Map voor de bestanden; wordt gemaakt als hij er niet is."
EXPORTED = "{rows} rijen in {file}"
NOT_EMPTY = "De map {folder} is niet leeg."
NOT_EMPTY_ACTION = "Kies een nieuwe of lege map. Er is niets overschreven."
