"""What care helpers write beside a visit."""

NOTES: tuple[str, ...] = (
    "Mevrouw was wat verdrietig, lang gepraat.",
    "Ramen ook gedaan, ze stond erop.",
    "Koelkast was leeg, boodschappen gedaan.",
    "Loopt slechter dan vorige week, dochter gebeld.",
    "Sleutel klemde, graag naar laten kijken.",
    "Half uur langer gebleven, strijk stond nog.",
    "Was vergeten dat ik kwam.",
    "Had bezoek, korter gebleven.",
    "Vraagt of het op een andere dag kan.",
    "Gevallen in de badkamer, gelukkig niets gebroken.",
    "Weer gevraagd of ik ook de tuin wil doen.",
    "Heel gezellig, samen gekookt.",
    "Medicijnen lagen op tafel, niet aangeraakt.",
    "Hond was los, voortaan graag in de gang.",
    "Stofzuiger doet het niet meer.",
)
