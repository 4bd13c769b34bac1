"""Dutch words of the rules of what goes out: what each rule says, where it comes from, and who decided it."""

from pipelines.vocabulary.words.settings import OWN_PROPOSAL

FOUNDERS_AND_RULES = "de opzet van het proefjaar"
PERSONS = "{value} mensen"
PARTS_OF = "{figure}: {parts}"

# Per rule: what it says, and where it comes from.
RULES = {
    "smallest_outside": (
        "Kleinste groep voor Portaal, De Alliantie en gemeente",
        "instelling sn_external_min",
    ),
    "smallest_inside": ("Kleinste groep voor de commissie", "instelling sn_cell_min"),
    "small_side": (
        "Buiten, over zorg, helpers en klachten: zo veel mensen in de teller en in de rest, of niemand",
        "eigen voorstel, klein-getallenklasse SN-B",
    ),
    "width_outside": (
        "Buiten: zo breed blijft wat iemand over een verborgen getal kan weten",
        "eigen voorstel",
    ),
    "width_inside": (
        "Binnen: zo breed blijft wat iemand over een verborgen getal kan weten",
        "eigen voorstel",
    ),
    "contributors_outside": ("Buiten: zo veel mensen achter uren of euro's", "eigen voorstel"),
    "contributors_inside": ("Binnen: zo veel mensen achter uren of euro's", "eigen voorstel"),
    "dominance": (
        "Niemand mag de bijdrage van een ander tot op zo veel procent kunnen schatten",
        "Handboek statistische beveiliging, p%-regel",
    ),
    "most_hidden": ("Meer dan zo veel procent gaten: dan alleen het totaal", "eigen voorstel"),
    "shares": ("Buiten staan percentages, uren en euro's in hele getallen", "eigen voorstel"),
    "exact": ("Altijd precies, voor iedereen", "belofte van het proefjaar, of een feit over de organisatie"),
    "talking": (
        "Lezers die elkaar kunnen spreken; wat de een heeft, telt bij de ander mee",
        "eigen voorstel",
    ),
    "breakdowns": ("De enige uitsplitsingen die er buiten zijn", "catalogus van cijfers, en eigen voorstel"),
}
SHARES_VALUE = "hele getallen"
NONE = "geen"

__all__ = ["FOUNDERS_AND_RULES", "NONE", "OWN_PROPOSAL", "PARTS_OF", "PERSONS", "RULES", "SHARES_VALUE"]
