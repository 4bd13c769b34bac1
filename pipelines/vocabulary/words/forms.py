"""Questions of the forms as residents see them: form → table, question → columns it helps to fill.

A question that names a person is listed with no column or with vault columns; its answer goes to the vault.
"""

# the moment a form was sent, as Google Forms and Microsoft Forms name it
TIMESTAMP_QUESTIONS = ("Tijdstempel", "Timestamp", "Tijd van voltooien", "Completion time")
# what form programs add by themselves and nobody was asked; who sent it is kept with the answers, in the vault
UNASKED = (
    *("ID", "Begintijd", "Start time", "Tijd van laatste wijziging", "Last modified time"),
    *("E-mail", "Email", "E-mailadres", "Naam", "Name"),
)

# form: (table, columns of the time stamp, {question: columns}); an answer to "()" identifies a person
FORMS: dict[str, tuple[str, tuple[str, ...], dict[str, tuple[str, ...]]]] = {
    "inschrijving": (
        "members",
        ("registered_on",),
        {
            "Wat is uw voornaam?": ("first_name",),
            "Wat is uw achternaam?": ("last_name",),
            "Wat is uw naam?": (),
            "In welk jaar bent u geboren?": ("birth_year",),
            "Waar woont u? (straat en huisnummer)": ("street_house",),
            "Waar woont u? (straat, huisnummer, postcode)": (),
            "Wat is uw adres?": (),
            "Wat is uw postcode?": ("postcode",),
            "Wat is uw telefoonnummer?": ("phone",),
            "Telefoon": ("phone",),
            "Wat is uw e-mailadres?": ("email",),
            "Van wie huurt u uw woning?": ("landlord",),
            "Bent u huurder?": ("tenancy_status",),
            "Wat wilt u bij De Werkplaats doen? (meer antwoorden mogelijk)": (
                "role_job_client",
                "role_care_client",
                "role_helper_jobs",
                "role_helper_care",
                "role_carer_contact",
            ),
            "Wat bent u? (meer antwoorden mogelijk)": (
                "role_job_client",
                "role_care_client",
                "role_helper_jobs",
                "role_helper_care",
                "role_carer_contact",
            ),
            "Wilt u lid worden?": ("membership",),
            "Hoe bent u bij ons gekomen?": ("heard_via",),
            "Ik heb de privacyverklaring gelezen": ("privacy_notice_on",),
            "Mogen wij u benaderen voor onderzoek?": ("consent_survey",),
            "Mogen wij uw gegevens delen met uw verhuurder?": ("consent_landlord",),
        },
    ),
    "klusaanvraag": (
        "jobs",
        ("reported_on", "reported_time"),
        {
            "Wat is uw naam?": (),
            "Waar woont u? (straat, huisnummer, postcode)": (),
            "Wat is uw adres?": (),
            "Telefoon": (),
            "Wat is uw telefoonnummer?": (),
            "Wat is uw e-mailadres?": (),
            "Van wie huurt u uw woning?": ("landlord_at_report",),
            "Waar kunnen we u mee helpen?": ("description",),
            "Is er haast bij? Waarom?": ("urgency",),
            "Wanneer zou het u uitkomen?": ("wanted_by",),
            "Ik heb de privacyverklaring gelezen": ("members.privacy_notice_on",),
        },
    ),
    "zorgvraag": (
        "care_requests",
        ("requested_on",),
        {
            "Wat is uw naam?": (),
            "Waar woont u? (straat, huisnummer, postcode)": (),
            "Wat is uw adres?": (),
            "Telefoon": (),
            "Wat is uw telefoonnummer?": (),
            "Wat is uw e-mailadres?": (),
            "Voor wie vraagt u hulp aan?": ("requested_by", "members.contact_for_id"),
            "Welke hulp zoekt u? (meer antwoorden mogelijk)": ("help_type",),
            "Hoe vaak en hoeveel uur denkt u?": ("frequency", "hours_week"),
            "Vanaf wanneer wilt u hulp?": ("wanted_from",),
            "Krijgt u al hulp van de gemeente of een zorgverzekeraar?": ("funding",),
            "Mogen wij gegevens over uw gezondheid noteren die nodig zijn voor de hulp?": (
                "members.consent_health_on",
            ),
            "Ik heb de privacyverklaring gelezen": ("members.privacy_notice_on",),
        },
    ),
    "terugkoppeling": (
        "feedback_clients",
        ("answered_on",),
        {
            "Wat is uw naam?": (),
            "Over welke klus of zorgvraag gaat het? (nummer)": ("about_id",),
            "Wat is uw nummer (Relatienr)?": ("respondent_id",),
            "Ging het om een klus of om zorg?": ("branch",),
            "Wie vult dit in?": ("respondent_role",),
            "Van wie huurt u uw woning?": ("landlord",),
            "Welk cijfer geeft u ons? (1 = zeer slecht, 10 = uitstekend)": ("grade",),
            "De hulp is goed": ("q_quality",),
            "De hulp past bij mijn vraag": ("q_fits",),
            "Past bij mijn vraag": ("q_fits",),
            "Ik werd snel geholpen": ("q_quick",),
            "Ik werd serieus genomen": ("q_serious",),
            "Ik kan mij beter redden": ("q_manage",),
            "Door de hulp kan ik mij beter redden": ("q_manage",),
            "Wilt u dit een volgende keer weer?": ("again",),
            "Wilt u dit keer weer?": ("again",),
            "Wilt u dit keer weer? Wat kan beter?": ("again", "comment"),
            "Wat kan beter?": ("comment",),
            "Wat had u gedaan als De Werkplaats er niet was?": ("comment",),
            "Wilt u anoniem blijven?": ("anonymous",),
        },
    ),
    "maandcheck": (
        "helper_checkins",
        ("answered_on",),
        {
            "Wat is uw naam?": (),
            "Wat is uw nummer (Relatienr)?": ("helper_id",),
            "Hoe zwaar was de afgelopen maand?": ("load",),
            "Bent u vaker gevraagd dan u prettig vond?": ("asked_too_often",),
            "Hoe lang houdt u dit zo vol?": ("perseverance",),
            "Voelt u zich gesteund?": ("felt_supported",),
            "Wilt u gebeld worden?": ("wants_call",),
            "Wilt u nog iets kwijt?": ("comment",),
            "Wat wilt u nog kwijt?": ("comment",),
        },
    ),
    "melding": (
        "contacts",
        ("received_on", "received_time"),
        {
            "Wat is uw naam?": (),
            "Telefoon": (),
            "Wat is uw telefoonnummer?": (),
            "Wat is uw e-mailadres?": (),
            "Wie bent u?": ("from_role",),
            "Is dit een vraag, klacht of opmerking?": ("type",),
            "Waar gaat het over?": ("branch",),
            "Wat is er gebeurd?": ("text",),
            "Mogen we u bellen?": (),
        },
    ),
}

# answers to these identify nobody although they fill no column of the form's own table
IDENTIFIES_NOBODY = ("Mogen we u bellen?",)
