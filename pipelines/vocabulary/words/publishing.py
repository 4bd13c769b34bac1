"""Dutch words of editions: proposing, approving, withdrawing them, and reading them on a partner's machine."""

from pipelines.vocabulary.words.store import Problem

PUBLISH_HELP = "Stel een editie voor: vaste cijfers voor portaal, de_alliantie of gemeente."
APPROVE_HELP = "Geef een voorgestelde editie vrij. Dat doet een ander dan wie haar voorstelde."
WITHDRAW_HELP = "Trek een editie in, met een reden."
AUDIENCE_HELP = "Voor wie: portaal, de_alliantie of gemeente."
EDITION_HELP = "Nummer van de editie, bijvoorbeeld portaal-2026-1."
REASON_HELP = "Waarom de editie wordt ingetrokken; staat alleen in ons eigen boek."
BY_HELP = "E-mailadres van wie dit doet."

PROPOSED = (
    "Editie {id} is voorgesteld: peildatum {as_of}, {shown} cijfers te zien, {held} keer iets weggelaten."
)
NEXT = "Een lid van de commissie geeft haar vrij met: werkplaats approve {id}"
APPROVED = "Editie {id} is vrijgegeven. Het bestand om te sturen staat in {folder}."
WITHDRAWN = (
    "Editie {id} is ingetrokken. Stuur ook het nieuwe bestand in {folder}: dan verdwijnt zij bij de lezer."
)

NOT_OUTSIDE = Problem(
    "Voor {audience} zijn er geen edities.",
    "Edities zijn er voor portaal, de_alliantie en gemeente. De commissie ziet de cijfers van vandaag.",
)
NOT_YET = Problem(
    "De peildatum {as_of} ligt na vandaag, en wat dan geldt weet nog niemand.",
    "Kies een peildatum tot en met vandaag, of laat --as-of weg.",
)
NO_EDITION = Problem("Editie {id} bestaat niet.", "Bekijk de edities op de pagina Vrijgeven.")
NONE_RELEASED = Problem(
    "Er is nog geen vrijgegeven editie voor {audience}.",
    "Stel er een voor met `werkplaats publish {audience}` en laat haar vrijgeven.",
)
NOT_PROPOSED = Problem(
    "Editie {id} is {state}, en kan niet meer worden vrijgegeven.", "Stel een nieuwe editie voor."
)
NOT_RELEASED = Problem("Editie {id} is {state}. Intrekken kan alleen na vrijgeven.", "Er is niets veranderd.")
OWN_PROPOSAL = Problem(
    "Wie een editie voorstelt, mag haar niet zelf vrijgeven.",
    "Vraag een lid van de commissie om editie {id} vrij te geven.",
)
STALE = Problem(
    "Sinds het voorstel van editie {id} is er iets veranderd: in de gegevens, of in wat al is vrijgegeven.",
    "Er is niets vrijgegeven. Stel de editie opnieuw voor en bekijk haar nog eens.",
)
CHANGED_SINCE_SEEN = Problem(
    "Editie {id} is opnieuw voorgesteld sinds u haar bekeek.",
    "Er is niets vrijgegeven. Bekijk het nieuwe voorstel en geef dat vrij.",
)
NO_REASON = Problem("Intrekken kan alleen met een reden.", "Schrijf in een paar woorden waarom.")
NOT_EARLIER = Problem(
    "De vorige editie voor {audience} heeft peildatum {previous}; een nieuwe mag niet van eerder zijn.",
    "Kies een peildatum op of na die dag.",
)
LEDGER_BROKEN = Problem(
    "Het uitgifteboek in {file} is veranderd of beschadigd bij regel {line}.",
    "Er is niets vrijgegeven. Zet het boek terug uit een reservekopie.",
)
LEDGER_SHORT = Problem(
    "Er zijn meer bestanden verstuurd aan {audience} dan in het uitgifteboek staan.",
    "Er is niets vrijgegeven. Zet het boek terug uit een reservekopie.",
)
HANDED_CHANGED = Problem(
    "Het bestand {file} in de map om te sturen aan {audience} is veranderd of beschadigd.",
    "Haal het daar weg en doe het opnieuw: dan wordt het weer gemaakt zoals het was.",
)
DRAFT_BROKEN = Problem(
    "Editie {id} is veranderd of beschadigd nadat zij werd voorgesteld.",
    "Er is niets vrijgegeven. Zet de map terug uit een reservekopie, of stel de editie opnieuw voor.",
)
BUSY = Problem("Iemand anders is nu met een editie bezig.", "Probeer het over een paar tellen opnieuw.")

# A partner's folder of editions.
SHELF_EMPTY = Problem(
    "Er staat geen editie in {folder}.", "Zet daar het bestand dat De Werkplaats u stuurde."
)
SHELF_NO_FOLDER = Problem("{folder} is geen map.", "Kies de map met de bestanden van De Werkplaats.")
FILE_CHANGED = Problem(
    "Het bestand {file} is veranderd of niet van De Werkplaats.",
    "Gebruik het niet. Vraag De Werkplaats om een nieuw bestand.",
)
OTHER_SIGNER = Problem(
    "Het bestand {file} is door iemand anders ondertekend dan de bestanden die u eerder kreeg.",
    "Gebruik het niet. Bel De Werkplaats om dit na te vragen.",
)
OUT_OF_ORDER = Problem(
    "In {folder} ontbreekt bestand {number}, of het past niet bij de andere, of er staat een bestand dubbel.",
    "Haal dubbele bestanden weg, of vraag De Werkplaats om de ontbrekende.",
)
OLDER_THAN_SEEN = Problem(
    "In {folder} stond eerder een nieuwer bestand dan nu.",
    "Zet het nieuwste bestand van De Werkplaats terug in de map.",
)
MIXED_READERS = Problem(
    "In {folder} staan edities voor verschillende lezers door elkaar.",
    "Laat in de map alleen de bestanden staan die voor u zijn.",
)
STATE_BROKEN = Problem(
    "Het bestand {file}, waarin staat wie de edities ondertekent, is beschadigd.",
    "Bel De Werkplaats om na te vragen of de bestanden echt zijn, en haal het daarna weg.",
)
