"""Words people write for a choice: per column, value → words. Only what can mean one thing; doubt is no synonym."""

CHOICE_SYNONYMS: dict[str, dict[str, tuple[str, ...]]] = {
    "landlord": {
        "portaal": ("Stichting Portaal", "Portaal Amersfoort", "Woningcorporatie Portaal"),
        "de_alliantie": ("Alliantie", "Aliantie", "De Aliantie", "Alliantie (de)", "De Alliantie Amersfoort"),
        "particuliere_verhuur": ("particulier", "particuliere verhuurder"),
        "eigenaar_bewoner": ("koop", "koopwoning", "eigen woning", "eigenaar"),
        "andere_corporatie": ("andere woningcorporatie",),
    },
    "landlord_at_report": {
        "portaal": ("Stichting Portaal", "Portaal Amersfoort", "Woningcorporatie Portaal"),
        "de_alliantie": ("Alliantie", "Aliantie", "De Aliantie", "Alliantie (de)", "De Alliantie Amersfoort"),
        "particuliere_verhuur": ("particulier", "particuliere verhuurder"),
        "eigenaar_bewoner": ("koop", "koopwoning", "eigen woning", "eigenaar"),
        "andere_corporatie": ("andere woningcorporatie",),
    },
    "tenancy_status": {"geen_huurder": ("niet huurder",), "medehuurder": ("mede huurder",)},
    "membership": {"oud_lid": ("ex-lid", "oudlid")},
    "engagement": {
        "zzp": ("zzp'er", "zzper", "zelfstandige"),
        "vrijwilliger": ("vrijw.", "vrijwilligster", "vrijwilligerswerk"),
    },
    "branch": {"klus": ("klussen", "klussencentrale"), "zorg": ("thuiszorg", "thuiszorgservice")},
    "request_type": {"klus": ("klussen", "klussencentrale"), "zorg": ("thuiszorg", "thuiszorgservice")},
    "channel": {
        "telefoon": ("tel", "telefonisch", "gebeld", "bellen"),
        "e-mail": ("mail", "email", "per mail"),
        "whatsapp": ("app", "appje", "wapp"),
        "balie": ("aan de balie",),
        "formulier": ("google forms", "webformulier", "online formulier"),
        "groepsapp": ("app-groep", "appgroep", "groeps-app"),
        "persoonlijk": ("mondeling",),
    },
    "reported_daypart": {
        "ochtend": ("'s ochtends", "ochtends", "vm", "voormiddag"),
        "middag": ("'s middags", "middags", "nm", "namiddag"),
        "avond": ("'s avonds", "avonds"),
    },
    "status": {
        "afgerond": ("klaar", "gedaan", "gereed", "uitgevoerd"),
        "ingetrokken_klant": ("ingetrokken door klant",),
        "uitgevoerd": ("gedaan", "geweest", "gewoon gegaan"),
        "afgezegd_client": ("afgezegd door client", "client afgezegd"),
        "afgezegd_helper": ("afgezegd door helper", "helper afgezegd"),
    },
    "response": {"geen_reactie": ("niet gereageerd", "geen antwoord")},
    "type": {"vraag": ("vragen",), "klacht": ("klachten",), "opmerking": ("opmerkingen",)},
    "days_available": {
        "ma": ("maandag", "maandags"),
        "di": ("dinsdag", "dinsdags"),
        "wo": ("woensdag", "woensdags"),
        "do": ("donderdag", "donderdags"),
        "vr": ("vrijdag", "vrijdags"),
        "za": ("zaterdag", "zaterdags"),
        "zo": ("zondag", "zondags"),
    },
    "frequency": {
        "wekelijks": ("elke week", "iedere week", "1x per week", "1x p.w."),
        "tweewekelijks": ("om de week", "elke twee weken", "1x per 2 weken"),
        "maandelijks": ("elke maand", "1x per maand"),
        "eenmalig": ("een keer", "één keer"),
        "op_afroep": ("op oproep",),
    },
    "again": {"weet_niet": ("weet ik niet", "misschien")},
}

_WORKDAYS = ("ma", "di", "wo", "do", "vr")
_ALL_DAYS = (*_WORKDAYS, "za", "zo")

# words that stand for several choices at once, written as `choice_key` gives them
SEVERAL_CHOICES: dict[str, dict[str, tuple[str, ...]]] = {
    "days_available": {
        "doordeweeks": _WORKDAYS,
        "door_de_week": _WORKDAYS,
        "werkdagen": _WORKDAYS,
        "ma_t_m_vr": _WORKDAYS,
        "ma_vr": _WORKDAYS,
        "maandag_t_m_vrijdag": _WORKDAYS,
        "weekend": ("za", "zo"),
        "alle_dagen": _ALL_DAYS,
        "elke_dag": _ALL_DAYS,
        "iedere_dag": _ALL_DAYS,
    },
}
