"""Columns of the office: settings, targets, hours, money and calendar. Heading, then description."""

PARAMETERS = {
    "param_key": ("Instelling", "De naam van de instelling."),
    "value": ("Waarde", "De waarde, in de eenheid van de volgende kolom."),
    "unit": ("Eenheid", "Waarin de waarde is geschreven."),
    "valid_from": ("Geldig vanaf", "De eerste dag waarop deze waarde geldt."),
    "valid_to": ("Geldig tot", "De dag waarop deze waarde niet meer geldt. Leeg zolang die geldt."),
    "basis": (
        "Bron / reden",
        "Waarom deze waarde: een wet, een contract, een vergelijking of een eigen keuze.",
    ),
    "decided_by": ("Vastgesteld door", "Wie de waarde vaststelde, bijvoorbeeld de commissie."),
    "decided_on": ("Vastgesteld op", "De dag waarop de waarde is vastgesteld."),
}

TARGETS = {
    "kpi_code": ("KPI", "De code van het cijfer."),
    "audience": ("Voor", "Voor wie dit streven geldt."),
    "target": ("Streefwaarde", "Wat wij willen halen."),
    "floor": ("Ondergrens (stop)", "Wordt het minder dan dit, dan praten wij over stoppen."),
    "min_n": ("Minimum n", "Hoeveel gevallen er ten minste moeten zijn om iets te zeggen."),
    "evidence_rule": ("Bewijsregel", "Wanneer het streven als gehaald telt. Kies dit vóór de start."),
    "valid_from": ("Geldig vanaf", "De eerste dag waarop dit streven geldt."),
    "decided_on": ("Vastgesteld op", "De dag waarop dit streven is vastgesteld."),
}

COORDINATION = {
    "week_start": ("Week (maandag)", "De maandag waarmee de week begint."),
    "person": ("Wie", "De rolcode van wie de uren maakte. Schrijf geen naam."),
    "hours_matching": ("Uren matchen", "Uren om helpers bij vragen te zoeken."),
    "hours_contact": ("Uren klantcontact", "Uren om met bewoners en helpers te praten."),
    "hours_admin": ("Uren administratie", "Uren voor het bijhouden en regelen."),
    "paid": ("Betaald", "Of deze uren zijn betaald."),
}

LEDGER = {
    "entry_id": ("Boeking", "Het nummer van de boeking."),
    "booked_on": ("Datum", "De dag van de boeking."),
    "branch": ("Tak", "Bij welk deel van het werk het bedrag hoort."),
    "kind": ("Soort", "Wat voor opbrengst of kosten het zijn."),
    "amount_eur": ("Bedrag (€)", "Opbrengsten zonder min, kosten met een min ervoor."),
    "local": ("Naar wijkbewoner", "Of het bedrag naar iemand uit de wijk ging."),
}

CALENDAR = {
    "day": ("Dag", "De dag."),
    "is_workday": ("Werkdag", "Of het een werkdag is: maandag tot en met vrijdag, geen feestdag."),
    "wd_idx": ("Werkdagteller", "Het aantal werkdagen tot en met deze dag."),
}
