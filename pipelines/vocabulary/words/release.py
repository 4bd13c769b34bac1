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
AND = " en "
REFUSED_ACTION = "Er is niets vrijgegeven. Wacht tot de groepen groter zijn, of laat deze tabellen weg."

# What groups are called. A whole is a branch or all of them; a part is one kind of a breakdown.
TOGETHER = "samen"
WHOLES = {
    TOGETHER: "het totaal",
    "klus": "klussen",
    "zorg": "thuiszorg",
    "beide": "helpers in allebei",
}
PARTS = {
    "landlord": "huurders van {kind}",
    "category": "soort klus {kind}",
    "type": "soort {kind}",
    "themes": "onderwerp {kind}",
}
OTHER_PARTS = {"andere_onderwerpen": "dat niet apart staat"}
PART_OF = "{whole}, {part}"
WITHOUT = "{group} zonder {others}"
ON_DAY = "{group} op {day}"
BETWEEN_DAYS = "{group}, tussen {earlier} en {now}"
SOURCE = "editie {edition}"
FROM_SOURCE = "{group} in {source}"
OF_FIGURE = "{figure} ({group})"

# Why something is held back, for the coordinator's eyes only. Codes of `pipelines.release.weighing` and `figure_choice`;
# {group}: the group; {editions}: where it would follow from.
OBJECTIONS = {
    "klein": "Te weinig mensen: {group}.",
    "klein_deel": "Het deel, of wat er overblijft, gaat over te weinig mensen: {group}.",
    "een_persoon": "Bijna alles komt van één persoon: {group}.",
    "klein_verschil": "Het verschil met {editions} gaat over te weinig mensen: {group}.",
    "naast_cijfers": "Wie cijfers over dezelfde gevallen van elkaar aftrekt, houdt te weinig mensen over: {editions}.",
    "ander_getal": "In {editions} staat voor dezelfde dag een ander getal: {group}. Wie het verschil maakt, is niet na te gaan.",
    "niet_na_te_rekenen": "Het getal is niet het aantal gevallen erachter, dus er is niets te bewijzen.",
    "gaten": "Er zouden te veel gaten in zitten, of het zou tonen dat iedereen in een groep hetzelfde antwoordde.",
    "naast": "Weggelaten om een kleine groep ernaast te beschermen: {group}.",
}

EDITIONS_ONLY = "Deze lezers zien alleen vrijgegeven edities, geen cijfers van vandaag."
EDITIONS_ONLY_ACTION = "Stel een editie voor met `werkplaats publish` en laat haar vrijgeven."
