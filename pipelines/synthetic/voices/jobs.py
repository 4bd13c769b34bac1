"""What people ask to have done, per category: the thing, and what they add in their own words."""

CATEGORIES: dict[str, tuple[str, ...]] = {
    "klein_herstel": (
        "Kraan in de keuken druppelt",
        "Stortbak van de wc loopt door",
        "Binnendeur klemt en sluit niet meer",
        "Scharnier van het keukenkastje is uitgebroken",
        "Afvoer van de wastafel loopt slecht door",
        "Deurklink van de slaapkamer zit los",
        "Plint in de gang laat los",
        "Voegen in de douche zijn zwart en zacht",
        "Rolgordijn gaat niet meer omhoog",
        "Brievenbus sluit niet, het tocht en het regent in",
        "Slot van de berging draait moeilijk",
        "Vloerplank in de kamer veert en kraakt",
    ),
    "ophangen_monteren": (
        "Twee schilderijen en een spiegel ophangen",
        "Gordijnrails vastzetten",
        "Boekenkast in elkaar zetten",
        "Lamp boven de eettafel ophangen",
        "Bed in elkaar zetten en het oude uit elkaar",
        "Televisie aan de muur hangen",
        "Kapstok in de gang ophangen",
        "Keukenplank ophangen, de muur is van gips",
        "Babyhekje boven aan de trap plaatsen",
        "Kastje van de bouwmarkt monteren",
    ),
    "schilderen_behangen": (
        "Plafond van de slaapkamer witten",
        "Kozijn aan de binnenkant schilderen",
        "Eén muur behangen, behang is er al",
        "Vochtplek in de kamer bijwerken",
        "Trapleuning schuren en lakken",
        "Keukenmuur afnemen en sauzen",
        "Oud behang afhalen in de kleine kamer",
    ),
    "tuin": (
        "Heg knippen, hij hangt over de stoep",
        "Gras maaien en kanten steken",
        "Tegels in de achtertuin liggen scheef",
        "Boompje snoeien voor het donker wordt in de kamer",
        "Onkruid tussen de tegels weghalen",
        "Schutting staat los na de storm",
        "Regenton aansluiten op de pijp",
        "Bladeren ruimen en goot leeghalen",
        "Bak met aarde vullen en plantjes erin",
    ),
    "computer_tv": (
        "Tablet doet het niet meer na een update",
        "Televisie vindt geen zenders",
        "Printer instellen op de nieuwe computer",
        "DigiD instellen op de telefoon",
        "Wifi komt niet tot in de slaapkamer",
        "Foto's van de telefoon op de computer zetten",
        "Beeldbellen met de kleinkinderen uitleggen",
        "E-mail komt niet meer binnen",
    ),
    "sjouwen_verhuizen": (
        "Bank naar de milieustraat brengen",
        "Wasmachine van de stoep naar de eerste verdieping",
        "Kast verplaatsen van de ene kamer naar de andere",
        "Dozen naar zolder tillen",
        "Oude koelkast naar beneden",
        "Spullen naar de kringloop brengen",
    ),
    "schoonmaak_eenmalig": (
        "Ramen aan de buitenkant wassen",
        "Berging uitruimen en vegen",
        "Keuken een keer goed schoonmaken na ziekte",
        "Balkon schoonspuiten, veel duivenpoep",
        "Gordijnen afhalen, wassen en terughangen",
    ),
    "energie_tocht": (
        "Tochtstrips plaatsen bij de voordeur",
        "Radiatorfolie achter twee radiatoren",
        "Brievenbusborstel plaatsen",
        "Radiatoren ontluchten, ze blijven koud",
        "Kier onder de achterdeur dichtmaken",
        "Ledlampen indraaien in de hele woning",
        "Waterbesparende douchekop plaatsen",
    ),
    "veiligheid_in_huis": (
        "Rookmelder ophangen, batterij is leeg",
        "Handgreep bij de wc plaatsen",
        "Los kleed vastleggen, ik ben er al eens over gevallen",
        "Deurketting plaatsen",
        "Antislipstrip op de trap",
        "Sleutelkastje naast de deur monteren",
        "Drempel wegwerken voor de rollator",
    ),
    "anders": (
        "Fietsband plakken, ik krijg de band er niet af",
        "Naaimachine loopt vast",
        "Klok loopt achter en hangt te hoog",
        "Kooi van de parkiet repareren",
        "Kluisje open krijgen, code vergeten",
    ),
}

DETAILS: tuple[str, ...] = (
    "",
    "Ik kan er zelf niet bij.",
    "Liefst 's ochtends.",
    "Mijn man deed dit altijd.",
    "Materiaal is in huis.",
    "Graag iemand die ook even meedenkt.",
    "Het is op twee hoog, geen lift.",
    "Er loopt een hond rond, die doet niets.",
    "Na half elf ben ik thuis.",
    "De buurvrouw zei dat jullie dat ook doen.",
    "Ik heb het al twee keer zelf geprobeerd.",
    "Bel even van tevoren, ik loop slecht.",
    "Portaal zegt dat dit voor mijn eigen rekening is.",
    "Wat gaat dat kosten?",
    "Geen haast, als het maar gebeurt.",
    "Ik heb zelf geen ladder.",
    "Mijn dochter is er ook bij.",
    "Het is maar een kwartiertje werk, denk ik.",
    "Vorige keer deed {helper} het, graag weer.",
    "Bellen met mijn zoon mag ook.",
)

REDO = "Opnieuw: {what} Het was gemaakt maar het is weer zo."
URGENT = ("Met spoed: {what}", "{what} Het kan echt niet wachten.")

SEASONS: dict[str, dict[int, float]] = {  # factor per month where a category has seasons
    "tuin": {
        1: 0.1,
        2: 0.4,
        3: 1.3,
        4: 1.8,
        5: 1.7,
        6: 1.5,
        7: 1.2,
        8: 1.2,
        9: 1.1,
        10: 1.2,
        11: 0.7,
        12: 0.1,
    },
    "energie_tocht": {
        1: 2.0,
        2: 1.6,
        3: 0.8,
        4: 0.4,
        5: 0.1,
        6: 0.1,
        7: 0.1,
        8: 0.1,
        9: 0.8,
        10: 2.0,
        11: 2.2,
        12: 1.8,
    },
    "schilderen_behangen": {1: 0.7, 2: 0.9, 3: 1.2, 4: 1.3, 5: 1.2, 6: 1.1, 12: 0.5},
}

WEIGHTS: dict[str, float] = {
    "klein_herstel": 24.0,
    "ophangen_monteren": 18.0,
    "schilderen_behangen": 9.0,
    "tuin": 13.0,
    "computer_tv": 10.0,
    "sjouwen_verhuizen": 7.0,
    "schoonmaak_eenmalig": 5.0,
    "energie_tocht": 6.0,
    "veiligheid_in_huis": 6.0,
    "anders": 3.0,
}

SKILLS: dict[str, frozenset[str]] = {
    "klein_herstel": frozenset({"klein_timmerwerk", "sanitair"}),
    "ophangen_monteren": frozenset({"klein_timmerwerk", "elektra_klein"}),
    "schilderen_behangen": frozenset({"schilderen"}),
    "tuin": frozenset({"tuin"}),
    "computer_tv": frozenset({"computer", "elektra_klein"}),
    "sjouwen_verhuizen": frozenset({"verhuizen"}),
    "schoonmaak_eenmalig": frozenset({"schoonmaak", "tuin"}),
    "energie_tocht": frozenset({"klein_timmerwerk", "elektra_klein"}),
    "veiligheid_in_huis": frozenset({"klein_timmerwerk", "elektra_klein"}),
    "anders": frozenset({"klein_timmerwerk", "elektra_klein", "computer", "tuin"}),
}

EASE: dict[str, float] = {  # factor on the chance that a helper says yes
    "schilderen_behangen": 0.75,
    "sjouwen_verhuizen": 0.75,
    "schoonmaak_eenmalig": 0.85,
    "computer_tv": 1.15,
    "ophangen_monteren": 1.15,
}

RESPONSIBILITIES: dict[str, dict[str, float]] = {
    "klein_herstel": {"huurder_klein_herstel": 6.0, "verhuurder": 2.0, "onduidelijk": 0.8},
    "schilderen_behangen": {
        "eigen_wens": 6.0,
        "huurder_klein_herstel": 2.0,
        "verhuurder": 0.6,
        "onduidelijk": 0.4,
    },
    "energie_tocht": {"huurder_klein_herstel": 5.0, "verhuurder": 1.5, "onduidelijk": 0.7, "eigen_wens": 2.0},
    "veiligheid_in_huis": {
        "eigen_wens": 4.0,
        "verhuurder": 1.2,
        "huurder_klein_herstel": 2.0,
        "onduidelijk": 0.3,
    },
}
OWN_WISH: dict[str, float] = {"eigen_wens": 8.0, "huurder_klein_herstel": 2.0}

REFERRED_TO: dict[str, str] = {"portaal": "portaal", "de_alliantie": "de_alliantie"}
HOURS: tuple[float, ...] = (0.5, 0.75, 1.0, 1.0, 1.25, 1.5, 1.5, 2.0, 2.0, 2.5, 3.0, 4.0)
PRICES: tuple[float, ...] = (7.5, 10.0, 10.0, 12.5, 15.0, 20.0)
