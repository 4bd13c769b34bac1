"""Dutch sentences of the release desk: why something is not released, and what to do."""

CONTRADICTION = (
    "De vrijgegeven getallen spreken elkaar tegen: er is geen telling die bij alle getallen tegelijk past."
)
CONTRADICTION_ACTION = "Er is niets vrijgegeven. Vergelijk de nieuwe tabellen met de eerdere edities."
UNFINISHED = "Het is niet gelukt te bewijzen dat verborgen getallen niet terug te rekenen zijn."
UNFINISHED_ACTION = "Er is niets vrijgegeven. Geef minder of grovere tabellen tegelijk vrij."
FIXED_TELL = (
    "De getallen van '{table}' die altijd worden getoond, verraden een getal dat verborgen moet blijven."
)
FIXED_TELL_ACTION = "Er is niets vrijgegeven. Laat deze tabel weg of maak haar grover."

# Codes of `pipelines.release.narrowness.Reason`; {known}: who can work it out.
REASONS = {
    "exact": "'{secret}' is precies terug te rekenen door {known} uit {tables}.",
    "te_smal": "'{secret}' is bijna terug te rekenen door {known} uit {tables}.",
    "zeker_klein": "Uit {tables} volgt voor {known} dat '{secret}' over maar weinig mensen gaat.",
}
READER = "iedere lezer"
INSIDER = "iemand die zijn eigen gegevens kent"
EVERYTHING = "alles wat is vrijgegeven"
AND = " + "
REFUSED_ACTION = "Er is niets vrijgegeven. Wacht tot de groepen groter zijn, of laat deze tabellen weg."

# Why something is held back, for the coordinator's eyes only. Codes of `pipelines.release.weighing` and `figure_choice`;
# {group}: the group; {editions}: where it would follow from.
SOURCE = "{edition} {figure}"
WITHOUT = "{group} zonder {others}"
OBJECTIONS = {
    "klein": "Te weinig mensen in '{group}'.",
    "klein_deel": "Van '{group}' wijst de teller, of de rest, te weinig mensen aan.",
    "een_persoon": "In '{group}' komt bijna alles van een persoon.",
    "klein_verschil": "Naast {editions} wijst het verschil bij '{group}' te weinig mensen aan.",
    "ander_getal": "{editions} noemt bij '{group}' voor dezelfde dag een ander getal. Wie het verschil maakt, is niet na te gaan.",
    "niet_na_te_rekenen": "Het getal is niet het aantal gevallen erachter, dus er is niets te bewijzen.",
    "gaten": "Er zouden te veel gaten in de uitsplitsing zitten.",
    "naast": "'{group}' is weg om een kleine groep ernaast te beschermen.",
}

EDITIONS_ONLY = "Deze lezers zien alleen vrijgegeven edities, geen cijfers van vandaag."
EDITIONS_ONLY_ACTION = "Stel een editie voor met `werkplaats publish` en laat haar vrijgeven."
