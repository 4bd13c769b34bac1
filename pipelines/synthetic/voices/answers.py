"""What clients and helpers add to a survey or a monthly check, and what the office did about a complaint."""

GLAD: tuple[str, ...] = (
    "Netjes gewerkt, alles opgeruimd.",
    "Vriendelijke man, legde goed uit wat hij deed.",
    "snel en goed",
    "Ik ben er erg mee geholpen.",
    "Zonder jullie had ik het laten zitten.",
    "Fijn dat het iemand uit de buurt is.",
    "Niets op aan te merken.",
    "Hulp is lief en komt altijd op tijd.",
    "Mijn huis is weer schoon, dat geeft rust.",
)
SOUR: tuple[str, ...] = (
    "Te lang moeten wachten.",
    "Werk was half af, moest zelf opruimen.",
    "Er kwam niemand op de afgesproken dag.",
    "Nogal kortaf.",
    "duur voor wat het is",
    "Steeds een ander gezicht.",
    "Ik had liever een vrouw gehad.",
)
HEAVY: tuple[str, ...] = (
    "Het is mij de laatste weken te veel. Ik word bijna elke dag gebeld.",
    "Ik zeg ja omdat ze anders niemand hebben.",
    "Nog één zo'n maand en ik stop ermee.",
    "Wil graag een vaste dag vrij.",
    "Mijn rug speelt op, geen tilwerk meer graag.",
)
FINE: tuple[str, ...] = (
    "Gaat prima zo.",
    "Leuke adressen deze maand.",
    "Mag best wat meer worden.",
    "Fijn dat er even gebeld werd.",
    "Twee weken weg in de zomer, verder gewoon beschikbaar.",
)
MEASURES: tuple[str, ...] = (
    "Excuses gemaakt en nieuwe afspraak gepland.",
    "Werk kosteloos hersteld.",
    "Met de helper besproken.",
    "Schade gemeld bij de verzekering.",
    "Vaste hulp toegezegd, achtervang geregeld.",
    "Rekening aangepast.",
    "Afspraak: bij verzetten altijd bellen.",
    "Appgroep: geen adressen en foto's meer.",
)
