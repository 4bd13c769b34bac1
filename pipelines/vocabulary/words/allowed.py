"""Dutch sentences that say what a cell may hold; for comments in the template and for fault reports."""

# by kind of value (names of pipelines.schemas.column.Kind)
KINDS = {
    "DATE": "Een datum: dag-maand-jaar, zoals 3-4-2026.",
    "TIME": "Een tijd, zoals 9:30.",
    "YES_NO": "J of N.",
    "HOURS": "Uren met een komma, zoals 1,5.",
    "MONEY": "Een bedrag met een komma, zoals 12,50.",
    "DECIMAL": "Een getal, met een komma als dat nodig is.",
    "WHOLE": "Een heel getal.",
    "POSTCODE": "Vier cijfers en twee letters, zoals 3812AB.",
    "PHONE": "Eén nummer, zoals 0612345678.",
    "EMAIL": "Eén adres, zoals naam@voorbeeld.nl.",
    "TEXT": "",
    "IDENTIFIER": "",
    "REFERENCE": "",
    "CHOICE": "",
    "CHOICES": "",
}

REQUIRED = "Altijd invullen."
DERIVED = "Niet invullen."
NEEDED_WHEN = "Nodig als {when}."
AND = " en "
OR = " of "
IS_FILLED = "‘{column}’ ingevuld is"
IS_EMPTY = "‘{column}’ leeg is"
IS = "‘{column}’ {values} is"
IS_NOT = "‘{column}’ niet {values} is"
YES_NO_LETTER = {"ja": "J", "nee": "N"}

CHOOSE = "Kies uit: {values}."
CHOOSE_SEVERAL = "Kies één of meer, met een puntkomma ertussen: {values}."
NUMBER_FORM = "{prefix} en ten minste {digits} cijfers, zoals {example}."
LENGTH = "Hoogstens {length} tekens."
MONDAY = "Altijd een maandag."
BETWEEN = "Van {low} tot en met {high}."
ABOVE_TO = "Meer dan {low}, hoogstens {high}."
AT_LEAST = "Ten minste {low}."
YEARS_AGO = "Van {low} tot en met {years} jaar geleden."
ALSO = "Of {also}."
DATES = "Van {earliest} tot en met {latest}."
NOT_BEFORE = "Niet vóór ‘{other}’."
AFTER = "Na ‘{other}’."
NOT_LONG_AFTER = "Hoogstens een jaar na ‘{other}’."
NOT_ITSELF = "Niet het nummer van deze rij zelf."
LANDLORDS_WORK = "Niet de huurder, als het werk van Portaal is."
MEMBER_NUMBER = "Nodig voor elk lid."
EXTENDED_IN_TIME = "Binnen zes weken na ‘{other}’."
OTHER_NUMBER = "Het nummer van een rij op het blad {titles}."

# by pattern (names of constants in pipelines.schemas.column)
PATTERNS = {
    "ROLE_CODE": "Een letter en een of twee cijfers, zoals K1. Geen naam.",
    "REQUEST_NUMBER": "Het nummer van een klus of een zorgvraag, zoals K0042 of Z0042.",
    "SETTING_KEY": "Kleine letters en liggende streepjes, zoals complaint_days.",
    "FIGURE_CODE": "Kleine letters en liggende streepjes, zoals job_grade.",
}

# ends of a date range, as records.csv writes them
BOUNDS = {
    "2010-01-01": "1 januari 2010",
    "today": "vandaag",
    "today+12m": "een jaar na vandaag",
    "today+60m": "vijf jaar na vandaag",
    "today-60m": "vijf jaar geleden",
    "pilot_start-12m": "een jaar voor de start van het proefjaar",
}
