"""Dutch names of the settings and where each default comes from."""

OWN_PROPOSAL = "voorstel van het programma, nog niet vastgesteld"
_OWN = "eigen voorstel; vast te stellen door de commissie"
_PRACTICE = "eigen voorstel; een corporatie belooft hetzelfde aan huurders"
_COMPLAINT = "Wkkgz art. 17, hier als eigen belofte voor beide takken"
_UNKNOWN = "nog niet bekend; wordt niet geschat"
_VOLUNTEER = "vrijwilligersvergoeding 2025; bedrag voor 2026 nog na te gaan"

SETTING_LABELS = {
    "pilot_start": "Begin van het proefjaar",
    "pilot_end": "Einde van het proefjaar",
    "legal_status_care": "Positie van De Werkplaats bij zorg",
    "statutory_liability": "Aansprakelijkheid volgens de statuten",
    "care_basis": "Grondslag voor het vastleggen van zorg",
    "homes_portaal": "Woningen van Portaal in de wijk",
    "homes_alliantie": "Woningen van De Alliantie in de wijk",
    "norm_job_response_wd": "Eerste reactie op een klus binnen",
    "norm_job_appointment_wd": "Eerste afspraak voor een klus binnen",
    "norm_job_done_wd": "Klus klaar binnen",
    "norm_urgent_hours": "Spoedklus klaar binnen",
    "norm_job_open_wd": "Open klus zonder contact hooguit",
    "norm_match_days": "Helper gevonden binnen",
    "norm_care_wait_days": "Eerste zorgbezoek binnen",
    "norm_visit_replaced_days": "Vervangend bezoek binnen",
    "norm_contact_answer_wd": "Inhoudelijk antwoord binnen",
    "norm_helper_callback_wd": "Helper teruggebeld binnen",
    "complaint_days": "Termijn voor een klacht",
    "complaint_extension_days": "Verlenging van die termijn",
    "vog_max_age_start_months": "VOG bij de start hooguit zo oud",
    "vog_recheck_months": "VOG opnieuw na",
    "vog_warn_days": "Waarschuwen voor de VOG vooraf",
    "ask_weight_groupapp": "Gewicht van een vraag in de groepsapp",
    "max_asks_default_4w": "Vragen per 4 weken als de helper niets noemde",
    "rest_weeks": "Weken zonder vrije week",
    "checkin_valid_days": "Maandcheck geldig",
    "active_helper_days": "Helper is actief na werk in de laatste",
    "feedback_wait_days": "Terugkoppeling afgewacht tot na",
    "redo_days": "Herstel telt mee binnen",
    "volunteer_month_max": "Vrijwilligersvergoeding per maand hooguit",
    "volunteer_year_max": "Vrijwilligersvergoeding per jaar hooguit",
    "sn_external_min": "Kleinste groep voor Portaal, De Alliantie en gemeente",
    "sn_cell_min": "Kleinste groep voor de commissie",
    "edition_months": "Maanden tussen twee edities",
    "fiscal_year_end": "Einde van het boekjaar",
}

BASIS = {
    "pilot_start": _OWN,
    "pilot_end": _OWN,
    "legal_status_care": _UNKNOWN,
    "statutory_liability": _UNKNOWN,
    "care_basis": "AVG art. 9: uitdrukkelijke toestemming, tenzij schriftelijk anders vastgesteld",
    "homes_portaal": "op te geven door Portaal, met datum; wordt niet geschat",
    "homes_alliantie": "op te geven door De Alliantie, met datum; wordt niet geschat",
    "norm_job_response_wd": _OWN,
    "norm_job_appointment_wd": _PRACTICE,
    "norm_job_done_wd": _PRACTICE,
    "norm_urgent_hours": _PRACTICE,
    "norm_job_open_wd": _OWN,
    "norm_match_days": _OWN,
    "norm_care_wait_days": _OWN,
    "norm_visit_replaced_days": _OWN,
    "norm_contact_answer_wd": "eigen voorstel; geen wettelijke termijn",
    "norm_helper_callback_wd": _OWN,
    "complaint_days": _COMPLAINT,
    "complaint_extension_days": _COMPLAINT,
    "vog_max_age_start_months": "Wmo 2015 art. 3.5 lid 1; contract of eigen beleid beslist",
    "vog_recheck_months": "advies: elke drie jaar opnieuw",
    "vog_warn_days": _OWN,
    "ask_weight_groupapp": _OWN,
    "max_asks_default_4w": _OWN,
    "rest_weeks": _OWN,
    "checkin_valid_days": _OWN,
    "active_helper_days": _OWN,
    "feedback_wait_days": _OWN,
    "redo_days": _OWN,
    "volunteer_month_max": _VOLUNTEER,
    "volunteer_year_max": _VOLUNTEER,
    "sn_external_min": _OWN,
    "sn_cell_min": _OWN,
    "edition_months": _OWN,
    "fiscal_year_end": _OWN,
}

TARGET_BASIS = {
    "founders": "genoemd door de oprichters vóór de start",
    "proposal": _OWN,
}
