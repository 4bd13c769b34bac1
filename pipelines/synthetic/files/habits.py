"""How this coordinator writes headings: mostly as agreed, here and there in words of their own."""

OWN_HEADINGS: dict[str, dict[str, str]] = {
    "members": {"phone": "Telefoonnummer", "email": "E-mailadres", "registered_on": "Ingeschreven op"},
    "helpers": {"rate_eur_hour": "Tarief", "active_from": "Actief sinds"},
    "jobs": {
        "reported_on": "Gemeld op",
        "completed_on": "Klaar op",
        "hours_worked": "Uren gewerkt",
        "payer": "Wie betaalt",
    },
    "offers": {"responded_on": "Geantwoord op", "decline_reason": "Waarom nee"},
    "care_visits": {"planned_on": "Datum", "planned_start": "Begintijd", "note": "Opmerkingen"},
    "contacts": {"handled_by": "Behandelaar", "themes": "Thema's"},
    "ledger": {"booked_on": "Boekdatum"},
}

TITLES: dict[str, str] = {
    "offers": "Vragen & matches",
    "care_visits": "Bezoeken",
}  # where the tab has another name

EXTRA: dict[str, tuple[str, ...]] = {
    "jobs": ("Sleutel bij",),
    "members": ("Bijgewerkt",),
}  # columns nobody asked for

EXPLANATION: tuple[tuple[str, ...], ...] = (
    ("Administratie De Werkplaats, proefjaar",),
    ("Alle mensen, adressen en berichten in dit bestand zijn verzonnen.",),
    (),
    (
        "Een tabblad per lijst. Groen = klaar, geel = nog bellen. De kleur telt niet mee, de kolom Status wel.",
    ),
    ("Zorgvragen en VOG staan in het afgeschermde bestand.",),
)

MONTHS: tuple[str, ...] = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
