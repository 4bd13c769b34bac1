"""Dutch words of the template: file names, the sheet Uitleg, what the command says."""

from dataclasses import dataclass

FILE_OPEN = "werkplaats-registratie.xlsx"
FILE_PROTECTED = "werkplaats-zorg-en-vog.xlsx"
EXPLANATION = "Uitleg"

LETTERS = ("J", "N")
ERROR_TITLE = "Dit past hier niet"
CHOICES_TITLE = "Keuzelijsten"
SHEETS_TITLE = "De bladen"
AUTHOR = "Werkplaats"
ANSWERS_NOTE = "Antwoorden uit het formulier:\n{answers}"


@dataclass(frozen=True)
class Paragraph:
    """A heading with the sentences below it."""

    title: str
    lines: tuple[str, ...]


INTRODUCTION = (
    Paragraph(
        "Uitleg",
        (
            "In dit bestand houdt u bij wat de bewonersonderneming doet.",
            "Elk blad is een lijst. Elke rij is één ding: één persoon, één klus of één bezoek.",
            "Wijs een kop aan met de muis. Dan leest u wat er in de kolom hoort.",
        ),
    ),
    Paragraph(
        "Zo vult u een blad in",
        (
            "Een kolom met een donkere kop vult u altijd in. Bij een lichte kop zegt de uitleg wanneer het moet.",
            "Een grijze kolom vult u niet in. Het programma rekent die zelf uit.",
            "Is er een lijst? Kies dan uit de lijst. Zijn er meer antwoorden? Typ een puntkomma ertussen.",
            "Schrijf een datum als dag-maand-jaar, zoals 3-4-2026. Weet u de dag niet? Laat de cel leeg.",
            "Schrijf getallen met een komma, zoals 1,5.",
            "Weet u iets niet? Laat de cel leeg, of kies ‘onbekend’ als dat in de lijst staat.",
            "Schrijf bij ‘Behandeld door’, ‘Gezien door’ en ‘Wie’ een rolcode, zoals K1. Schrijf daar geen naam.",
        ),
    ),
    Paragraph(
        "Wat u beter niet doet",
        (
            "Verander de koppen niet, voeg geen cellen samen en zet geen totalen op een blad.",
            "Een kleur zegt het programma niets. Gebruik de kolom Status.",
            "Haal geen rij weg. Zet bij een dubbele rij de status op ‘dubbel’, of vul ‘Dubbel met’ in.",
            "Schrijf geen burgerservicenummer en geen ziekte op. Bewaar geen kopie van een VOG.",
        ),
    ),
    Paragraph(
        "Klaar?",
        (
            "Sla het bestand op als .xlsx.",
            "Kijk eerst of alles klopt: werkplaats check, en dan de naam van het bestand.",
            "Laad het daarna: werkplaats load, en dan de naam van het bestand.",
            "Het programma zegt per cel wat niet klopt. Verbeter de cel en laad het bestand nog een keer.",
        ),
    ),
)

PROTECTED = Paragraph(
    "Dit bestand gaat over zorg",
    (
        "Bewaar dit bestand apart. Geef het alleen aan wie het voor het werk nodig heeft.",
        "De koppen zijn beveiligd, zodat niemand ze per ongeluk verandert. Er is geen wachtwoord.",
    ),
)

# command line
HELP = "Schrijf twee lege werkboeken om in te vullen."
DIR_HELP = "De map waar de werkboeken komen. Zonder map: de map waar u nu bent."
INTAKE_HELP = "Zet de antwoorden uit formulieren die op aanvulling wachten in de werkboeken."
WRITTEN = "Geschreven: {path}"
NEXT_STEP = "Vul de bladen in, en kijk met `werkplaats check` of alles klopt."
EXISTS = "{file} staat al in deze map."
EXISTS_ACTION = "Kies een andere map, of geef het oude bestand eerst een andere naam."
NOT_WRITABLE = "In {folder} kan niets worden opgeslagen."
NOT_WRITABLE_ACTION = "Kies een andere map."
