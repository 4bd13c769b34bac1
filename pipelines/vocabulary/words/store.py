"""Dutch sentences of the store: what is wrong with warehouse, snapshot, vault or key, and what to do."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One sentence that says what is wrong, and what a person can do; both may hold `{fields}`."""

    sentence: str
    action: str = ""


NO_STORE = Problem(
    "Er zijn nog geen gegevens geladen in {home}.",
    "Laad eerst een bestand met `werkplaats load BESTAND`, of probeer `werkplaats demo`.",
)
LOCKED = Problem(
    "De gegevens in {home} zijn nu in gebruik door een ander programma{process}.",
    "Wacht tot dat klaar is of sluit het, en probeer het daarna opnieuw.",
)
NEWER = Problem(
    "De gegevens in {home} zijn gemaakt met een nieuwere versie van werkplaats (opbouw {found}, dit programma kent "
    "tot en met {known}).",
    "Werk dit programma bij; er is niets veranderd.",
)
NEWER_FILE = Problem(
    "De gegevens in {home} zijn gemaakt met een nieuwere versie van werkplaats of DuckDB dan hier staat.",
    "Werk dit programma bij; er is niets veranderd.",
)
DAMAGED = Problem(
    "Het gegevensbestand {file} is beschadigd en kan niet worden gelezen.",
    "Zet een reservekopie van de map terug. De laatste leesversie in `snapshots` is een kopie van vlak na het laatste "
    "laden.",
)
DISK_FULL = Problem(
    "De schijf met {home} is vol; er is niets opgeslagen en de gegevens zijn zoals ze waren.",
    "Maak ruimte vrij en voer de opdracht opnieuw uit.",
)
DISK_FULL_AFTER = Problem(
    "De schijf met {home} is vol: het laden is opgeslagen, maar lezers zien het nog niet.",
    "Maak ruimte vrij en voer `werkplaats status` uit.",
)
NOT_ALLOWED = Problem(
    "Deze gebruiker mag niet lezen of schrijven in {home}.",
    "Geef de rechten op de map, of kies een andere map met --home.",
)
NOT_A_FOLDER = Problem("{home} is geen map.", "Kies een map met --home.")
MEMORY_FULL = Problem(
    "Er is te weinig werkgeheugen voor deze opdracht; er is niets opgeslagen.",
    "Sluit andere programma's en voer de opdracht opnieuw uit.",
)
STATEMENT_FAILED = Problem(
    "Een opdracht aan de gegevensopslag is mislukt ({kind}); er is niets opgeslagen.",
    "Dit is een fout van het programma. Voer de opdracht uit met --debug en meld wat er staat.",
)
SNAPSHOT_GONE = Problem(
    "De leesversie {file} ontbreekt.",
    "Voer `werkplaats status` uit nadat u de map uit een reservekopie hebt teruggezet.",
)

INTERRUPTED = (
    "Het laden van {since} is afgebroken voordat het klaar was. De gegevens zijn zoals ze daarvoor waren: "
    "laad die bestanden opnieuw."
)
RECOVERED = (
    "Het laden van {since} was opgeslagen maar werd daarna afgebroken. De leesversie is nu alsnog gemaakt."
)
BUSY = "Er wordt op dit moment geladen (sinds {since}). U ziet de gegevens van daarvoor."
UNKNOWN_MOMENT = "een onbekend moment"
PROCESS = " (proces {pid})"

NO_KEY = Problem(
    "Er is geen sleutel gevonden voor de gegevens in {home}.",
    "Zet WERKPLAATS_KEY, bewaar de sleutel in de sleutelbos van het systeem, of zet het sleutelbestand terug op "
    "{file}. Zonder de oude sleutel zijn namen en adressen niet te lezen.",
)
WRONG_KEY = Problem(
    "De sleutel past niet bij de gegevens in {home}.",
    "Gebruik de sleutel waarmee deze map is begonnen; zie `werkplaats doctor` voor waar die nu vandaan komt.",
)
BAD_KEY_VARIABLE = Problem(
    "WERKPLAATS_KEY is geen sleutel: er horen 64 tekens 0-9 en a-f te staan, of een wachtzin van ten minste "
    "{least} tekens.",
    "Zet een goede sleutel of haal de variabele weg.",
)
BAD_KEY_STORED = Problem(
    "De sleutel in {place} is onleesbaar: er horen 64 tekens 0-9 en a-f te staan.",
    "Zet de goede sleutel terug.",
)
KEY_OPEN_TO_OTHERS = Problem(
    "Het sleutelbestand {file} is te lezen door anderen.",
    "Maak het alleen leesbaar voor uzelf: chmod 600 {file}",
)
KEY_NOT_YOURS = Problem(
    "Het sleutelbestand {file} is van een andere gebruiker.",
    "Gebruik een sleutelbestand van uzelf.",
)
KEY_IN_WRONG_PLACE = Problem(
    "Het sleutelbestand {file} staat in de map van het programma of van de gegevens.",
    "Zet het ergens anders en wijs het aan met WERKPLAATS_KEY_FILE.",
)
KEY_FILE_MISSING = Problem(
    "Het sleutelbestand {file} uit WERKPLAATS_KEY_FILE bestaat niet.",
    "Zet het terug of haal de variabele weg.",
)
KEY_FILE_UNREADABLE = Problem("Het sleutelbestand {file} kan niet worden gelezen.", "Controleer de rechten.")
NOT_A_DEMO = Problem(
    "In {home} staan al echte gegevens; daar komt geen voorbeeldjaar bij.",
    "Kies voor het voorbeeld een andere map met --home.",
)
VAULT_DAMAGED = Problem(
    "De kluis {file} past niet bij de sleutel, of is veranderd of beschadigd.",
    "Gebruik de sleutel waarmee deze map is begonnen, of zet de map `private` terug uit een reservekopie.",
)
VAULT_MISSING = Problem(
    "De kluis {file} met namen en adressen ontbreekt.",
    "Zet de map `private` terug uit een reservekopie, samen met de rest van {home}.",
)
SALT_MISSING = Problem(
    "Het bestand {file} ontbreekt; zonder dat bestand is de wachtzin geen sleutel.",
    "Zet de map `private` terug uit een reservekopie.",
)
VAULT_NEWER = Problem(
    "De kluis {file} is gemaakt met een nieuwere versie van werkplaats.", "Werk dit programma bij."
)
KEY_MADE = (
    "Er is een sleutel gemaakt in {file}. Bewaar daar een kopie van op een veilige plek: zonder die sleutel zijn "
    "namen en adressen niet meer te lezen."
)

KEY_FROM_VARIABLE = "WERKPLAATS_KEY"
KEY_FROM_WORDS = "WERKPLAATS_KEY (wachtzin)"
KEY_FROM_KEYRING = "de sleutelbos van het systeem"
KEY_FROM_FILE = "het bestand {file}"
KEY_FROM_DEMO = "de eigen sleutel van het voorbeeld"
