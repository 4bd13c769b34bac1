"""Columns about people: relations, helpers and their certificates of conduct. Heading, then description."""

MEMBERS = {
    "member_id": ("Relatienr", "Het vaste nummer van deze persoon. Een nummer wordt nooit opnieuw gebruikt."),
    "first_name": ("Voornaam", "De voornaam van één persoon. Twee mensen krijgen elk een eigen rij."),
    "infix": ("Tussenvoegsel", "Het woord tussen voornaam en achternaam, zoals ‘van’ of ‘de’."),
    "last_name": ("Achternaam", "De achternaam zonder tussenvoegsel."),
    "birth_year": ("Geboortejaar", "Alleen het jaar. Schrijf geen volledige geboortedatum op."),
    "street_house": ("Straat en huisnummer", "Straat, huisnummer en toevoeging."),
    "postcode": ("Postcode", "De postcode van het woonadres, zonder woonplaats."),
    "phone": ("Telefoon", "Eén telefoonnummer. Nodig als er geen e-mailadres is."),
    "email": ("E-mail", "Eén e-mailadres. Een gezin mag een adres delen."),
    "household_id": ("Huishouden", "Het nummer van het huishouden. Wie samenwoont heeft hetzelfde nummer."),
    "landlord": ("Verhuurder", "Van wie deze persoon nu huurt."),
    "tenancy_status": ("Huurder?", "Of deze persoon zelf de huurder is, of bij een huurder woont."),
    "role_job_client": ("Klant klussen", "Of deze persoon klussen laat doen."),
    "role_care_client": ("Zorgvrager", "Of deze persoon hulp thuis krijgt of vraagt."),
    "role_helper_jobs": ("Klusser", "Of deze persoon klussen doet voor anderen."),
    "role_helper_care": ("Zorghelper", "Of deze persoon anderen thuis helpt."),
    "role_carer_contact": (
        "Mantelzorger / contactpersoon",
        "Of deze persoon het woord voert voor iemand anders.",
    ),
    "contact_for_id": (
        "Contactpersoon van (Relatienr)",
        "Het nummer van degene voor wie deze persoon het woord voert.",
    ),
    "membership": (
        "Lidmaatschap",
        "Of deze persoon lid is van de coöperatie. Een deelnemer is niet altijd lid.",
    ),
    "member_no": ("Lidnummer", "Het nummer in het ledenregister. Nodig voor leden en oud-leden."),
    "member_from": ("Lid sinds", "De dag waarop het bestuur deze persoon als lid toeliet."),
    "notice_received": ("Opzegging ontvangen", "De dag waarop de opzegging van het lidmaatschap binnenkwam."),
    "notice_confirmed": ("Opzegging bevestigd", "De dag waarop wij de opzegging schriftelijk bevestigden."),
    "member_until": ("Lid tot", "De laatste dag van het lidmaatschap."),
    "registered_on": ("Datum inschrijving", "De dag waarop deze persoon bij ons werd ingeschreven."),
    "ended_on": ("Datum uitschrijving", "De laatste dag waarop wij iets voor deze persoon doen."),
    "end_reason": ("Reden uitschrijving", "Waarom deze persoon is uitgeschreven."),
    "privacy_notice_on": (
        "Privacyverklaring gekregen op",
        "De dag waarop deze persoon onze privacyverklaring kreeg.",
    ),
    "consent_health_on": (
        "Toestemming zorggegevens op",
        "De dag waarop een zorgvrager toestemming gaf om gegevens over de hulp op te schrijven.",
    ),
    "consent_survey": (
        "Mag benaderd voor onderzoek",
        "Of wij deze persoon naar de ervaringen mogen vragen. Leeg betekent nee.",
    ),
    "consent_landlord": (
        "Mag gedeeld met verhuurder",
        "Of wij deze persoon bij naam mogen doorgeven aan de verhuurder. Leeg betekent nee.",
    ),
    "consent_withdrawn_on": (
        "Toestemming ingetrokken op",
        "De dag waarop deze persoon toestemming introk. Daarna vragen wij niets meer.",
    ),
    "heard_via": ("Hoe bij ons gekomen", "Hoe deze persoon van ons hoorde."),
    "duplicate_of": (
        "Dubbel met (Relatienr)",
        "Het nummer van dezelfde persoon, als die twee keer is ingeschreven. Haal geen rij weg.",
    ),
}

HELPERS = {
    "helper_id": ("Relatienr", "Het nummer waarmee deze helper op het blad Relaties staat."),
    "branch": ("Tak", "Of deze helper klussen doet, zorg geeft, of beide."),
    "engagement": ("Werkvorm", "Hoe deze helper werkt: als zzp’er, als vrijwilliger of anders."),
    "kvk_checked_on": ("KvK gecontroleerd op", "De dag waarop wij de inschrijving van een zzp’er nakeken."),
    "agreement_on": (
        "Overeenkomst / gedragscode getekend op",
        "De dag waarop de helper de afspraken tekende.",
    ),
    "insurance_until": (
        "Verzekering geldig tot",
        "De laatste dag van de verzekering van een zzp’er. Loopt die door? Schrijf de dag van de volgende controle.",
    ),
    "rate_eur_hour": ("Uurtarief (€)", "Het bedrag per uur."),
    "capacity_hours_week": (
        "Max. uren per week",
        "Hoeveel uur per week de helper het liefst hoogstens werkt.",
    ),
    "capacity_clients": (
        "Max. aantal zorgvragers",
        "Hoeveel mensen de helper hoogstens tegelijk wil helpen.",
    ),
    "max_asks_4w": (
        "Max. keer gevraagd per 4 weken",
        "Hoe vaak wij deze helper in vier weken hoogstens vragen. Vraag het, en schat het niet.",
    ),
    "skills": ("Kan / wil", "Wat de helper kan en wil doen."),
    "not_doing": ("Doet niet", "Wat de helper niet doet."),
    "days_available": ("Dagen", "Op welke dagen de helper kan."),
    "active_from": ("Actief vanaf", "De eerste dag waarop wij deze helper mogen vragen."),
    "active_until": ("Gestopt op", "De laatste dag als helper. Leeg zolang iemand meedoet."),
    "stop_reason": ("Reden stoppen", "Waarom de helper stopte."),
    "pause_from": ("Pauze van", "De eerste dag van een pauze."),
    "pause_until": ("Pauze tot", "De dag waarop de helper weer begint."),
    "backup_id": ("Achtervang (Relatienr)", "Het nummer van de helper die kan invallen."),
}

VOG_CHECKS = {
    "vog_id": ("VOG-nr", "Een eigen nummer voor deze aanvraag. Niet het nummer op de VOG."),
    "helper_id": ("Relatienr", "Het nummer van de helper om wie het gaat."),
    "requested_on": ("Aangevraagd op", "De dag waarop de VOG is aangevraagd."),
    "issued_on": ("Datum afgifte", "De datum die op de VOG staat, niet de dag waarop die binnenkwam."),
    "original_seen_on": (
        "Origineel gezien op",
        "De dag waarop wij het echte papier zagen. Bewaar geen kopie.",
    ),
    "seen_by": ("Gezien door", "De rolcode van wie het papier zag. Schrijf geen naam."),
    "profile": ("Screeningsprofiel", "Het profiel waarop is gescreend."),
    "status": ("Status", "Hoe het met de aanvraag staat. Schrijf nooit op waarom een VOG is geweigerd."),
    "free_scheme": ("Gratis VOG", "Of de VOG gratis was."),
    "recheck_due": (
        "Opnieuw op",
        "De dag waarop een nieuwe VOG nodig is. Het programma rekent die zelf uit.",
    ),
}
