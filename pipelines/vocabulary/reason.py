"""Why a typed value was repaired, doubted or refused: stable codes with their level, one per reason."""

from enum import Enum
from typing import Literal

Level = Literal["fix", "warning", "error"]


class Reason(Enum):
    """One reason. `value` is the stable code in reports; `level` is fix (kept, logged), warning or error.

    The Dutch sentence of each stands in `vocabulary/words/faults.py`.
    """

    level: Level

    def __new__(cls, code: str, level: Level) -> "Reason":
        """Keep the code as the value and the level beside it."""
        member = object.__new__(cls)
        member._value_ = code
        member.level = level
        return member

    # any kind of value
    NOT_APPLICABLE = "niet_van_toepassing", "fix"
    NONE_WRITTEN = "geen_geschreven", "fix"
    UNKNOWN_LISTED = "onbekend_gekozen", "fix"
    UNKNOWN = "onbekend_geschreven", "warning"
    CROSS = "kruisje", "warning"
    UNCERTAIN = "waarde_onzeker", "warning"
    APPROXIMATE = "ongeveer", "warning"
    RANGE = "van_tot_getypt", "warning"
    SEVERAL = "meer_dan_een_waarde", "warning"
    ERROR_CELL = "foutwaarde", "error"
    FORMULA_EMPTY = "formule_zonder_waarde", "error"
    TEST_ROW = "proefrij", "error"
    # dates and times
    EMPTY_DATE_CELL = "lege_datumcel", "fix"
    YEAR_COMPLETED = "jaar_aangevuld", "fix"
    DATE_SPELLED = "datum_schrijfwijze", "fix"
    EXCEL_DAY = "excel_dagnummer", "fix"
    TIME_DROPPED = "tijd_weggelaten", "fix"
    DATE_IN_WORDS = "datum_in_woorden", "warning"
    YEAR_MISSING = "datum_zonder_jaar", "warning"
    DAY_MISSING = "datum_zonder_dag", "warning"
    DATE_UNREADABLE = "datum_onleesbaar", "error"
    DATE_IMPOSSIBLE = "datum_bestaat_niet", "error"
    DATE_CONTRADICTS = "weekdag_klopt_niet", "error"
    MIDNIGHT_UNKNOWN = "middernacht_is_onbekend", "fix"
    TIME_SPELLED = "tijd_schrijfwijze", "fix"
    DATE_DROPPED = "datum_weggelaten", "fix"
    TIME_IN_WORDS = "tijd_in_woorden", "warning"
    TIME_UNREADABLE = "tijd_onleesbaar", "error"
    # numbers, hours, money, scores
    NUMBER_SPELLED = "getal_schrijfwijze", "fix"
    UNIT_DROPPED = "eenheid_weggelaten", "fix"
    HOURS_FROM_CLOCK = "uren_uit_tijd", "fix"
    HOURS_SPELLED = "uren_schrijfwijze", "fix"
    FREE_OF_CHARGE = "gratis_is_nul", "fix"
    YEAR_FROM_DATE = "jaar_uit_datum", "fix"
    AGE_TYPED = "leeftijd_getypt", "warning"
    NOT_WHOLE = "geen_heel_getal", "warning"
    SCORE_UNCLEAR = "cijfer_onduidelijk", "warning"
    SUM_TYPED = "som_getypt", "warning"
    NUMBER_IN_WORDS = "getal_in_woorden", "warning"
    NUMBER_UNREADABLE = "getal_onleesbaar", "error"
    NUMBER_AMBIGUOUS = "getal_dubbelzinnig", "error"
    NUMBER_TOO_LARGE = "getal_te_groot", "error"
    DATE_IN_NUMBER = "datum_in_getal", "error"
    # yes/no and choices
    BLANK_IS_NO = "leeg_is_nee", "fix"
    YES_NO_SPELLED = "ja_nee_schrijfwijze", "fix"
    CHOICE_SPELLED = "keuze_schrijfwijze", "fix"
    CHOICE_SYNONYM = "keuze_synoniem", "fix"
    CHOICE_DROPPED = "keuze_weggelaten", "warning"
    YES_NO_UNREADABLE = "ja_nee_onleesbaar", "error"
    CHOICE_UNKNOWN = "keuze_onbekend", "error"
    # addresses and names
    POSTCODE_SPELLED = "postcode_schrijfwijze", "fix"
    TOWN_DROPPED = "plaats_weggelaten", "fix"
    POSTCODE_LETTERS = "postcode_letter_als_cijfer", "warning"
    POSTCODE_UNREADABLE = "postcode_onleesbaar", "error"
    PHONE_ZERO = "telefoon_nul_toegevoegd", "fix"
    PHONE_SPELLED = "telefoon_schrijfwijze", "fix"
    PHONE_NOTE = "telefoon_met_opmerking", "warning"
    PHONE_UNREADABLE = "telefoon_onleesbaar", "warning"
    EMAIL_SPELLED = "e_mail_schrijfwijze", "fix"
    EMAIL_UNREADABLE = "e_mail_onleesbaar", "warning"
    TEXT_CLEANED = "tekens_verwijderd", "fix"
    TEXT_TOO_LONG = "tekst_te_lang", "warning"
    TWO_PEOPLE = "twee_personen", "warning"
    NAME_WITH_NOTE = "naam_met_opmerking", "warning"
    NAME_LEFT_OUT = "naam_weggelaten", "warning"
    ROLE_SPELLED = "rolcode_schrijfwijze", "fix"
    ROLE_CODE = "geen_rolcode", "error"
    # record numbers
    NUMBER_COMPLETED = "nummer_aangevuld", "fix"
    IDENTIFIER_UNREADABLE = "nummer_onleesbaar", "error"
    IDENTIFIER_OTHER = "ander_soort_nummer", "error"
    IDENTIFIER_BARE = "nummer_zonder_letter", "error"
    IDENTIFIER_SEVERAL = "meer_nummers", "error"
    PERSON_NUMBER = "relatienr_in_tekst", "error"
    NAME_FOR_NUMBER = "naam_in_plaats_van_nummer", "error"
    # whole rows
    HEADING_REPEATED = "koprij_herhaald", "error"
    TOTAL_ROW = "totaalrij", "error"
    NEARLY_BLANK = "rij_bijna_leeg", "error"
    ROW_BROKEN = "rij_kapot", "error"
