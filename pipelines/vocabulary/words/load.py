"""Dutch words of loading: the report, the quarantine, what is left to complete."""

# levels, as the report prints them
LEVELS = {"error": "Fout", "warning": "Let op", "finding": "Bevinding", "fix": "Hersteld"}

# inside a message about a cell
FOUND = "Gevonden: {found}."
FOUND_AFTER = " Gevonden: "
ALLOWED = "Toegestaan: {values}."
MUST_BE_FILLED = "Deze cel moet altijd zijn ingevuld."
ALLOWED_MORE = "En nog {count} andere."

NOT_IN_A_DEMO = "In {home} staan alleen verzonnen mensen, en {files} is geen bestand van het voorbeeld; er is niets geladen."
NOT_IN_A_DEMO_ACTION = (
    "Kies een eigen map voor echte gegevens: zet er --home MAP bij, of stel WERKPLAATS_HOME in."
)
LOADED_BEFORE = "Dit blad is al eerder geladen, op {day}. Wat daarna is verbeterd, blijft zoals het is."
DOUBLE_KEY = "double_key"
DOUBLE_KEY_SENTENCE = "Dit nummer staat vaker op dit blad. De laatste rij telt. Laat één rij staan."

# why a row left the quarantine
CORRECTED_LATER = "verbeterd door een latere rij"
DELIVERED_AGAIN = "opnieuw geleverd en nu goed"
REFERENCE_CAME = "alsnog geladen: waar de rij naar wijst, is er nu"

ROWS = ("rij", "rijen")  # one, several

# one line per sheet
SHEET_LINE = "{file} · {sheet} → {record}"
COUNTS = (
    "  {rows} {noun} = {accepted} nieuw + {corrected} verbeterd + {unchanged} ongewijzigd + {intake} intake "
    "+ {rejected} opzijgezet + {blank} leeg"
)
NOTHING_FOUND = "  Geen fouten gevonden."
FAULT_COUNTS = (
    "  {errors} fout(en), {warnings} waarschuwing(en), {findings} bevinding(en), {fixes} keer hersteld"
)
FAULT_LINE = "  {level}: rij {row}, kolom {heading}: {message}"
FAULT_LINE_WHOLE_ROW = "  {level}: rij {row}: {message}"
MORE_FAULTS = "  En nog {count} meldingen; alles staat in {file}."
MORE_FAULTS_CHECKED = "  En nog {count} meldingen."
SAVED = "Opgeslagen als lading {load_id}."
CHECKED = "Gecontroleerd; er is niets opgeslagen."
RETRIED = "{count} rij(en) uit quarantaine zijn alsnog geladen: waar ze naar wijzen, is er nu."
FREE_TEXT = (
    "Vrije tekst ({columns}) is gecontroleerd maar niet opgeslagen; dat gebeurt pas als namen eruit gehaald kunnen "
    "worden. De tekst staat nog in het bestand zoals het is aangeleverd, in de afgeschermde map."
)
REPORT_FILE = "Verslag: {file}"
MARKED_FILE = "Kopie met gemarkeerde cellen: {file}"
NOT_MARKED = (
    "Van {file} is geen kopie met gemarkeerde cellen te maken; het verslag noemt elke cel. Bewaar het bestand in Excel "
    "als gewone werkmap (.xlsx) als u zo'n kopie wilt."
)
DOES_NOT_ADD_UP = "De rijen van {file}, blad {sheet}, tellen niet op; er is niets opgeslagen."
DOES_NOT_ADD_UP_ACTION = (
    "Dit is een fout van het programma. Voer de opdracht uit met --debug en meld wat er staat."
)
NO_FILES = "Noem minstens één bestand."
NO_FILES_ACTION = "Bijvoorbeeld: werkplaats load klussen.xlsx"

# progress
READING = "Lezen: {file}"
LOADING = "Laden: {file}, blad {sheet}"
JUDGING = "Controleren: {record}"

# headings of the report file
REPORT_HEADINGS = ("Bestand", "Blad", "Rij", "Kolom", "Niveau", "Regel", "Melding")
MARK_AUTHOR = "Werkplaats"

# quarantine and status
QUARANTINE_EMPTY = "Er staan geen rijen opzij."
QUARANTINE_LINE = "{id}: {file}, blad {sheet}, rij {row}, kolom {heading}: {title} ({rule})"
QUARANTINE_WAITS = "wacht op wat nog komt"
DISMISSED_ROW = "Rij {id} is afgehandeld: {reason}"
NO_SUCH_ROW = "Er staat geen rij {id} opzij."
NO_SUCH_ROW_ACTION = "Bekijk de nummers met `werkplaats quarantine list`."
REASON_NEEDED = "Zeg waarom de rij opzij mag blijven."
REASON_NEEDED_ACTION = 'Bijvoorbeeld: werkplaats quarantine dismiss 3 --reason "proefrij"'
STATUS_EMPTY = "Er zijn nog geen gegevens geladen in {home}."
STATUS_EMPTY_ACTION = "Maak een sjabloon met `werkplaats template`, of kijk eerst met `werkplaats demo`."
STATUS_LAST = "Laatste lading: {load_id}, {finished}, {files} blad(en), bron: {source}"
STATUS_RECORD = "  {title}: {rows} {noun}"
STATUS_QUARANTINE = "Opzijgezet: {open} rij(en), waarvan {waiting} wachten op iets dat nog komt"
STATUS_INTAKE = "Intake aan te vullen: {open}"
INTAKE_LINE = "  {id}: {record}, uit {file}, rij {row}"
SOURCE_UNKNOWN = "niet gezegd"

# intake
FORM_ANSWERS = "Antwoorden uit formulieren wachten op aanvulling: {count}."

# help of the commands
LOAD_HELP = "Laad bestanden: alles of niets."
CHECK_HELP = "Controleer bestanden zonder iets op te slaan."
STATUS_HELP = "Laat zien wat er geladen is en wat er nog te doen is."
QUARANTINE_HELP = "Rijen die opzij zijn gezet."
QUARANTINE_LIST_HELP = "Toon de rijen die opzij staan."
QUARANTINE_DISMISS_HELP = "Handel een rij af die opzij mag blijven."
FILES_HELP = "Bestanden: .xlsx, .csv of .tsv, of de export van een formulier."
SOURCE_HELP = "Van wie de bestanden komen."
ROW_HELP = "Nummer van de rij, uit de lijst."
REASON_HELP = "Waarom de rij opzij mag blijven."
