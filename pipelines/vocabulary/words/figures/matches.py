"""Group C: matches."""

from pipelines.vocabulary.words.figures.form import FigureWords

WORDS: dict[str, FigureWords] = {
    "match_rate_14d": FigureWords(
        definition="Het deel van de aanvragen waarvoor binnen 14 dagen een helper ja zei.",
        left_out=(
            "Alleen aanvragen van minstens 14 dagen oud. Niet voor ons, doorverwezen en dubbel "
            "tellen niet mee."
        ),
        norm="Geen norm gevonden.",
        misleads=(
            "Als alleen gelukte vragen worden opgeschreven, is dit altijd 100 %. Een ja is nog geen bezoek."
        ),
    ),
    "time_to_match": FigureWords(
        definition="Werkdagen tot een helper ja zei.",
        left_out="Als bij Gematcht binnen 14 dagen. Open aanvragen tellen mee als wachtend.",
        norm="Geen norm gevonden.",
        misleads="Het midden verbergt de staart: kijk ook wie na 14 en 28 dagen nog geen match heeft.",
    ),
    "offers_per_match": FigureWords(
        definition="Hoeveel helpers gevraagd moesten worden voor één ja.",
        left_out="Teruggetrokken vragen tellen niet mee. Een vraag in een groepsapp telt half.",
        norm="Geen norm gevonden.",
        misleads=(
            "Dit is een vroeg teken van schaarste. Het stijgt ook als nieuwe helpers moeilijke "
            "vragen krijgen."
        ),
    ),
    "match_retention_90d": FigureWords(
        definition="Het deel van de zorgmatches dat na 90 dagen nog loopt.",
        left_out=(
            "Eenmalige vervangingen tellen niet mee. Overlijden, verhuizen en geen hulp meer nodig "
            "zijn geen mislukking."
        ),
        norm="Geen norm gevonden.",
        misleads=(
            "Voor de kwaliteit van de match klopt dat. Voor het plannen van helpers niet: ook die "
            "uren vallen weg."
        ),
    ),
    "match_fit": FigureWords(
        definition="Zorgmatches waarbij de helper kan wat gevraagd is en de VOG voor de start was gezien.",
        left_out="Vervanging op dezelfde dag telt mee en is gemerkt.",
        norm="Het deel over de VOG moet 100 % zijn.",
        misleads=("Een regel zegt niets over de klik. Lees dit met Match houdt stand en het rapportcijfer."),
    ),
    "work_distribution": FigureWords(
        definition="Het deel van alle uren van 13 weken dat de drie drukste helpers deden.",
        left_out=(
            "Helpers zonder uren tellen mee in het aantal helpers dat ernaast staat. Wat toeval zou geven, "
            "is berekend met het aantal diensten: klussen en bezoeken."
        ),
        norm="Geen norm gevonden. De buurt vroeg zelf hoe het werk verdeeld is.",
        misleads=(
            "Met zes helpers is 50 % al eerlijk. Kijk naar het eerlijke deel ernaast. Ongelijk kan "
            "een keuze zijn."
        ),
    ),
}
