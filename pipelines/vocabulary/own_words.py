"""Words of our own, which name nobody: of what people type beside the records only these reach the warehouse.

A text that may hold a name (a file's name, who delivered it, who decided a setting and why) is kept as far as it
consists of words of our records, lists and settings, of a few words of administration, and of dates and short numbers.
A surname that is such a word (Post, Van) is not seen.
"""

import re
from functools import cache

from pipelines.vocabulary.words.figures.labels import LABELS
from pipelines.vocabulary.words.forms import FORMS
from pipelines.vocabulary.words.policy import AUDIENCES
from pipelines.vocabulary.words.records import CHOICE_LABELS, HEADINGS, RECORD_TITLES
from pipelines.vocabulary.words.settings import BASIS, OWN_PROPOSAL, SETTING_LABELS

LEFT_OUT = "…"
MOST_DIGITS = 8  # in a row or with signs between: a date; more may be a telephone or citizen number
_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")  # a name may have a hyphen: both parts must be ours
_NUMBER = re.compile(r"\d(?:[\d \-./]*\d)?")
_SEVERAL = re.compile(rf"{LEFT_OUT}(?:[\s,.&/-]*{LEFT_OUT})+")
_MORE = """
    a aan achter af afschrift afspraak akkoord algemene alle alv april art artikel augustus avg b back begin begroting
    beleid beleidsplan benchmark besloten besluit besluitenlijst bestand bestuur bestuursbesluit bestuursvergadering bezoeken
    bij bijlage bijlagen blad book bron bureau c cao college commissie commissieleden compleet concept contract coordinatie
    coördinatie coordinator coördinator copy corporatie correctie csv d data dat de december deel def definitief deze die dit
    door dpia draaiboek e een eerste eigen eind en eval evaluatie evaluatiecommissie excel export extra feb februari fiscus
    form formulier formulieren gegevens gemeente gemeenteraad geen helpers helperslijst herstel herstelde het hulp huishoudelijk
    huurders huurdersorganisatie huurdersraad in ingevuld invoer is jaar jaarplan jaarverslag januari job jobs juli jun juni
    kantoor keuze klachten klussen kopie kort kosten kwartaal kwartaalcijfers laatste leden ledenadministratie ledenlijst
    ledenraad ledenvergadering lijst lijsten list log maand maandcijfers maart map markt maart mei met mrt na nader niet nieuw
    nieuwe no notitie notulen november nr nu nummer of offerte okt oktober om onderzoek ons onze op oprichters oprichting origineel
    oud oude overeenkomst overleg overzicht p peildatum penningmeester periode pilot plan planning portaal proef proefjaar
    project q raad rapport register registratie reglement regio regels rij rijen sep sept september sheet soesterkwartier
    stand standaard statuten stichting subsidie tabblad tabel team te tekst terug test toezicht tot totaal tussen u uit uitgaven
    uren v van vanaf vastgesteld verbeterd vergadering verslag versie versies visits volgens voor voorbeeld voorlopig voorstel
    voorzitter vraag vragen waarde week weekcijfers werk werkboek werkgroep werkplaats wet wijk wijkraad wijkteam wijziging
    wkkgz wlz wmo xlsx z zelf zie zoals zorg zonder zvw
"""


def in_own_words(text: str) -> str:
    """Return the text with every word that is not ours, and every long number, left out.

    >>> in_own_words("besluit ALV 12-3-2026, Jan Jansen"), in_own_words("bezoeken_06-12345678")
    ('besluit ALV 12-3-2026, …', 'bezoeken_…')
    """
    kept = _NUMBER.sub(lambda found: found[0] if _is_short(found[0]) else LEFT_OUT, text)
    kept = _NAME.sub(lambda found: found[0] if is_ours(found[0]) else LEFT_OUT, kept)
    return _SEVERAL.sub(LEFT_OUT, kept)


def is_ours(text: str) -> bool:
    """Return whether every word of a text is ours."""
    return all(word.casefold() in _ours() for word in _WORD.findall(text))


@cache
def _ours() -> frozenset[str]:
    """Return the words, in small letters."""
    texts = [
        *RECORD_TITLES, *RECORD_TITLES.values(), *(name for columns in HEADINGS.values() for name in columns),
        *(heading for columns in HEADINGS.values() for heading in columns.values()), *CHOICE_LABELS, *CHOICE_LABELS.values(),
        *LABELS, *LABELS.values(), *SETTING_LABELS, *SETTING_LABELS.values(), *BASIS.values(), OWN_PROPOSAL,
        *AUDIENCES.values(), *FORMS, _MORE,
    ]  # fmt: skip
    return frozenset(word.casefold() for text in texts for word in _WORD.findall(text))


def _is_short(number: str) -> bool:
    return sum(sign.isdigit() for sign in number) <= MOST_DIGITS
