"""Columns about care: requests and visits. Heading, then description."""

CARE_REQUESTS = {
    "care_id": ("Zorgvraagnr", "Het nummer van deze zorgvraag."),
    "client_id": ("Zorgvrager (Relatienr)", "Het nummer van de persoon die hulp krijgt."),
    "requested_on": ("Datum aanvraag", "De dag van het eerste contact, niet de dag van de intake."),
    "requested_by": ("Aangemeld door", "Wie de hulp aanvroeg."),
    "funding": ("Kader", "Wie de hulp betaalt. Dit bepaalt welke wet geldt."),
    "help_type": ("Soort hulp", "Welke hulp is gevraagd."),
    "hours_week": ("Uren per week gevraagd", "Hoeveel uur per week is gevraagd."),
    "frequency": ("Ritme", "Hoe vaak de hulp nodig is."),
    "wanted_from": ("Gewenst vanaf", "Vanaf welke dag de hulp nodig is."),
    "intake_on": ("Intake op", "De dag van het intakegesprek."),
    "status": ("Status", "Hoe het met de zorgvraag staat."),
    "ended_on": ("Einde op", "De dag waarop de zorgvraag eindigde."),
    "end_reason": ("Reden einde", "Waarom de zorgvraag eindigde."),
    "previous_id": ("Vervolg op", "Het nummer van de vorige zorgvraag, als de behoefte veranderde."),
}

CARE_VISITS = {
    "visit_id": (
        "Bezoeknr",
        "Het nummer van dit bezoek. Leeg mag, als zorgvraag, helper, datum en begintijd zijn ingevuld.",
    ),
    "care_id": ("Zorgvraagnr", "Het nummer van de zorgvraag waar dit bezoek bij hoort."),
    "helper_id": ("Helper (Relatienr)", "Het nummer van de helper. Twee helpers? Dan twee rijen."),
    "planned_on": ("Datum gepland", "De dag waarop het bezoek gepland was."),
    "planned_start": ("Van (gepland)", "Hoe laat het bezoek zou beginnen."),
    "planned_hours": ("Uren gepland", "Hoeveel uur was afgesproken."),
    "status": ("Status", "Wat er met het bezoek gebeurde. Vul dit altijd in, ook als alles gewoon ging."),
    "cancelled_on": ("Afgezegd op", "De dag waarop het bezoek is afgezegd."),
    "actual_hours": ("Uren gewerkt", "Hoeveel uur echt is gewerkt bij dit ene bezoek."),
    "replaces_id": ("Vervangt bezoek", "Het nummer van het bezoek waarvoor dit bezoek in de plaats kwam."),
    "paid": ("Betaald door", "Wie de helper betaalt."),
    "amount_eur": ("Bedrag (€)", "Wat de helper voor dit bezoek kreeg."),
    "signal": ("Terugkoppeling gewenst", "Of de helper over dit bezoek wil praten."),
    "note": ("Opmerking", "Korte opmerking. Schrijf geen ziektes en geen namen op."),
}
