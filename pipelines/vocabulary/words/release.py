"""Dutch sentences of the release desk: why something is not released, and what to do."""

CONTRADICTION = (
    "De vrijgegeven getallen spreken elkaar tegen: er is geen telling die bij alle getallen tegelijk past."
)
CONTRADICTION_ACTION = "Er is niets vrijgegeven. Vergelijk de nieuwe tabellen met de eerdere edities."
UNFINISHED = "Het is niet gelukt te bewijzen dat verborgen getallen niet terug te rekenen zijn."
UNFINISHED_ACTION = "Er is niets vrijgegeven. Geef minder of grovere tabellen tegelijk vrij."
