"""Columns about jobs and asks. Heading, then description."""

JOBS = {
    "job_id": ("Klusnr", "Het nummer van deze klus. Elke klus heeft een eigen nummer."),
    "client_id": ("Klant (Relatienr)", "Het nummer van de bewoner die de klus vraagt. Schrijf geen naam."),
    "reported_on": ("Datum melding", "De dag waarop de bewoner de klus meldde, niet de dag van overtypen."),
    "reported_time": ("Tijd melding", "Hoe laat de klus is gemeld. Onbekend? Laat leeg."),
    "reported_daypart": ("Dagdeel melding", "Het deel van de dag, als u de tijd niet weet."),
    "channel": ("Kanaal", "Hoe de melding binnenkwam."),
    "landlord_at_report": (
        "Verhuurder bij melding",
        "Van wie de bewoner huurde op de dag van de melding. Verander dit later niet.",
    ),
    "category": ("Soort klus", "Wat voor klus het is."),
    "description": (
        "Omschrijving",
        "Wat er moet gebeuren. Schrijf geen namen, telefoonnummers of ziektes op.",
    ),
    "urgency": ("Urgentie", "Hoe snel het moet. Spoed is voor gevaar en voor schade die erger wordt."),
    "responsibility": (
        "Wie is verantwoordelijk",
        "Wie deze klus eigenlijk hoort te doen: de huurder of de verhuurder.",
    ),
    "wanted_by": ("Gewenst voor", "De dag waarop de bewoner het klaar wil hebben. Alleen een datum."),
    "first_response_on": (
        "Eerste reactie op",
        "De dag waarop iemand van ons reageerde. Een automatische mail telt niet.",
    ),
    "first_response_time": ("Tijd eerste reactie", "Hoe laat die eerste reactie was. Onbekend? Laat leeg."),
    "appointment_on": ("Afspraak op", "De dag van de afspraak zoals die nu staat."),
    "appointment_first_on": (
        "Eerste afspraakdatum",
        "De dag die het eerst is afgesproken. Verander deze niet als de afspraak verschuift.",
    ),
    "completed_on": ("Gereed op", "De dag waarop de klus klaar was."),
    "status": ("Status", "Hoe het met de klus staat."),
    "close_reason": ("Reden niet uitgevoerd", "Waarom de klus niet is gedaan."),
    "referred_to": ("Doorverwezen naar", "Naar wie de bewoner is doorverwezen."),
    "hours_worked": ("Gewerkte uren", "Hoeveel uur aan de klus is gewerkt."),
    "price_eur": ("Bedrag (€)", "Wat voor de klus is betaald."),
    "payer": ("Betaald door", "Wie de klus betaalde."),
    "closed_on": ("Afgesloten op", "De dag waarop een klus die niet is gedaan werd afgesloten."),
    "redo_of": ("Herstel van (Klusnr)", "Het nummer van de klus die opnieuw moest."),
    "duplicate_of": (
        "Dubbel met (Klusnr)",
        "Het nummer van dezelfde klus, als die twee keer is opgeschreven.",
    ),
}

OFFERS = {
    "offer_id": ("Vraagnr", "Het nummer van deze vraag aan een helper. Ook een nee krijgt een rij."),
    "request_type": ("Tak", "Of het om een klus of om zorg gaat."),
    "request_id": ("Klusnr / Zorgvraagnr", "Het nummer van de klus of de zorgvraag."),
    "helper_id": ("Helper (Relatienr)", "Het nummer van de helper die is gevraagd."),
    "offered_on": ("Gevraagd op", "De dag waarop de helper is gevraagd."),
    "channel": ("Kanaal", "Hoe de helper is gevraagd. In de groepsapp: één rij per helper."),
    "response": ("Antwoord", "Wat de helper antwoordde."),
    "responded_on": ("Antwoord op", "De dag van het antwoord."),
    "decline_reason": ("Reden nee", "Waarom de helper nee zei."),
    "match_start": ("Match vanaf", "De eerste dag van de afspraak tussen helper en bewoner."),
    "match_end": ("Match tot", "De laatste dag van die afspraak. Leeg zolang die loopt."),
    "match_end_reason": ("Reden einde", "Waarom de afspraak stopte."),
}
