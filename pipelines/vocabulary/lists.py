"""Closed lists of the records: what a choice may hold, as the coordinator's sheet writes it."""

# who lets the home
LANDLORDS = (
    "portaal",
    "de_alliantie",
    "andere_corporatie",
    "particuliere_verhuur",
    "eigenaar_bewoner",
    "onbekend",
)
# standing of the person as a tenant
TENANCIES = ("hoofdhuurder", "medehuurder", "inwonend", "geen_huurder", "onbekend")
# standing of the person in the cooperative
MEMBERSHIPS = ("lid", "aspirant", "geen_lid", "oud_lid")
# why a person left
LEAVE_REASONS = (
    "geen_behoefte_meer",
    "verhuisd",
    "overleden",
    "ontevreden",
    "overgestapt",
    "gezondheid",
    "onbekend",
)
# how a person found the company
HEARD_VIA = (
    "buurt",
    "flyer",
    "portaal",
    "de_alliantie",
    "wijkteam",
    "huisarts",
    "heb_je_even_voor_mij",
    "website",
    "anders",
    "onbekend",
)
# branches a helper works in
HELPER_BRANCHES = ("klus", "zorg", "beide")
# footing on which a helper works
ENGAGEMENTS = ("zzp", "vrijwilliger", "dienstverlening_aan_huis", "anders")
# what a helper can and wants to do
SKILLS = (
    "klein_timmerwerk",
    "schilderen",
    "sanitair",
    "elektra_klein",
    "tuin",
    "computer",
    "verhuizen",
    "schoonmaak",
    "was",
    "boodschappen",
    "koken",
    "gezelschap",
    "begeleiding_vervoer",
    "administratie",
    "respijt",
)
# what a helper does not do
NOT_DOING = ("ladder", "tillen", "huisdieren", "rokers", "avond", "weekend", "persoonlijke_verzorging")
# days a helper is available
WEEKDAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
# why a helper stopped
STOP_REASONS = (
    "te_druk",
    "overbelast",
    "gezondheid",
    "verhuisd",
    "betaald_werk",
    "geen_klik",
    "onvrede",
    "geen_vraag",
    "onbekend",
)
# screening profile of a certificate of conduct
VOG_PROFILES = ("45", "algemeen_personen", "anders", "onbekend")
# standing of a certificate of conduct
VOG_STATUSES = ("niet_gestart", "aangevraagd", "gezien_akkoord", "niet_inzetbaar", "vervallen_beleid")
# part of the day, cuts at 12 and 18 hours
DAYPARTS = ("ochtend", "middag", "avond", "onbekend")
# how a request or message came in
CHANNELS = ("telefoon", "e-mail", "whatsapp", "balie", "formulier", "huisbezoek", "brief", "anders")
# kind of job
JOB_CATEGORIES = (
    "klein_herstel",
    "ophangen_monteren",
    "schilderen_behangen",
    "tuin",
    "computer_tv",
    "sjouwen_verhuizen",
    "schoonmaak_eenmalig",
    "energie_tocht",
    "veiligheid_in_huis",
    "anders",
)
# urgency of a job
URGENCIES = ("spoed", "normaal", "gepland")
# who ought to do the job
RESPONSIBILITIES = ("huurder_klein_herstel", "verhuurder", "eigen_wens", "onduidelijk")
# standing of a job
JOB_STATUSES = (
    "gemeld",
    "in_behandeling",
    "ingepland",
    "afgerond",
    "ingetrokken_klant",
    "niet_mogelijk",
    "doorverwezen",
    "niet_voor_ons",
    "dubbel",
)
# why a job was not done
CLOSE_REASONS = (
    "geen_klusser",
    "klant_zelf_opgelost",
    "te_lang_gewacht",
    "te_duur",
    "vakwerk_nodig",
    "taak_verhuurder",
    "klant_onbereikbaar",
    "onveilig",
    "anders",
)
# where a job was referred to
REFERRALS = (
    "portaal",
    "de_alliantie",
    "andere_verhuurder",
    "vakbedrijf",
    "heb_je_even_voor_mij",
    "wijkteam",
    "anders",
)
# who paid for a job
JOB_PAYERS = ("huurder", "portaal", "de_alliantie", "gemeente", "fonds", "gratis")
# the two branches
BRANCHES = ("klus", "zorg")
# how a helper was asked
ASK_CHANNELS = ("telefoon", "e-mail", "whatsapp", "groepsapp", "persoonlijk")
# answer of a helper
RESPONSES = ("ja", "nee", "geen_reactie", "ingetrokken", "open")
# why a helper said no
DECLINE_REASONS = ("geen_tijd", "te_veel", "te_ver", "kan_niet", "geen_klik", "vog", "ziek", "anders")
# why a match ended
MATCH_END_REASONS = (
    "afgerond",
    "hulp_niet_meer_nodig",
    "overleden",
    "verhuisd",
    "geen_klik",
    "overbelast",
    "helper_gestopt",
    "onvrede_klant",
    "andere_zorg",
    "anders",
)
# who asked for care
REQUESTERS = (
    "zelf",
    "mantelzorger",
    "wijkteam",
    "huisarts",
    "portaal",
    "de_alliantie",
    "andere_instelling",
    "anders",
)
# frame that pays for care, and so decides which law applies
FUNDINGS = ("wmo_zin", "wmo_pgb", "zvw", "wlz", "particulier", "vrijwillig", "onbekend")
# kind of help asked
HELP_TYPES = (
    "schoonmaak",
    "was",
    "boodschappen",
    "koken",
    "gezelschap",
    "begeleiding_vervoer",
    "administratie",
    "respijt",
    "anders",
)
# rhythm of the help
FREQUENCIES = ("eenmalig", "wekelijks", "tweewekelijks", "maandelijks", "op_afroep")
# standing of a care request
CARE_STATUSES = (
    "aangevraagd",
    "intake",
    "wachtend",
    "lopend",
    "gepauzeerd",
    "beeindigd",
    "niet_voor_ons",
    "doorverwezen",
    "ingetrokken",
    "dubbel",
)
# why care ended
CARE_END_REASONS = (
    "hulp_niet_meer_nodig",
    "overleden",
    "verhuisd",
    "andere_zorg",
    "ontevreden",
    "geen_helper",
    "te_lang_gewacht",
    "buiten_aanbod",
    "onbekend",
)
# what became of a visit
VISIT_STATUSES = ("uitgevoerd", "afgezegd_client", "afgezegd_helper", "niet_thuis", "vervangen", "vervallen")
# who pays the helper of a visit
VISIT_PAYERS = ("client", "werkplaats", "gemeente", "pgb", "niemand")
# who filled in the answers
RESPONDENT_ROLES = ("klant", "mantelzorger", "samen_met_helper", "anders")
# how the answers were given
FEEDBACK_MODES = ("telefonisch", "papier", "online", "gesprek")
# who took down the answers
COLLECTORS = ("onafhankelijk", "zelf", "coordinator", "helper")
# whether the client would come back
AGAIN = ("ja", "nee", "weet_niet")
# whether a helper was asked more than pleasant
ASKED_TOO_OFTEN = ("nee", "soms", "ja")
# how long a helper can keep this up
PERSEVERANCE = ("korter_dan_1_maand", "1_3_maanden", "3_6_maanden", "6_12_maanden", "langer_dan_1_jaar")
# who sent a message
SENDERS = (
    "huurder",
    "zorgvrager",
    "mantelzorger",
    "klusser",
    "zorghelper",
    "buurtbewoner",
    "portaal",
    "de_alliantie",
    "gemeente",
    "anders",
)
# what part of the company a message is about
CONTACT_BRANCHES = ("klus", "zorg", "lidmaatschap", "algemeen")
# kind of message
CONTACT_TYPES = ("vraag", "klacht", "opmerking")
# tone of a message
SENTIMENTS = ("compliment", "neutraal", "ontevreden")
# weight of a complaint
SEVERITIES = ("licht", "middel", "zwaar", "mogelijke_calamiteit")
# themes of a message, given by a person
THEMES = (
    "wachttijd",
    "afspraak",
    "kwaliteit",
    "kosten",
    "bejegening",
    "privacy",
    "veiligheid",
    "continuiteit",
    "bereikbaarheid",
    "match",
    "schade",
    "overvraging",
    "verhuurder",
    "suggestie",
    "compliment",
    "anders",
)
# verdict on a complaint
OUTCOMES = ("gegrond", "deels_gegrond", "ongegrond", "opgelost_in_gesprek", "ingetrokken", "doorverwezen")
# where a message was passed on to
ESCALATIONS = (
    "bestuur",
    "klachtenfunctionaris",
    "geschillencommissie",
    "gemeente",
    "portaal",
    "de_alliantie",
    "veilig_thuis",
)
# unit of a setting
UNITS = ("datum", "dagen", "werkdagen", "weken", "maanden", "uren", "aantal", "euro", "procent", "tekst")
# for whom a target counts
TARGET_AUDIENCES = ("commissie", "portaal", "de_alliantie", "gemeente")
# what must be shown before a target counts as met
EVIDENCE_RULES = ("puntwaarde", "ondergrens_95", "bovengrens_95")
# part of the company a booking belongs to
LEDGER_BRANCHES = ("klus", "zorg", "algemeen")
# kind of income or cost
LEDGER_KINDS = (
    "eigen_bijdrage_klant",
    "bijdrage_portaal",
    "subsidie_gemeente",
    "fonds",
    "contributie",
    "vergoeding_helper",
    "coordinatie",
    "verzekering",
    "materiaal",
    "overig",
)
