"""Group H: questions, complaints and remarks."""

from pipelines.vocabulary.words.figures.form import FigureWords

WORDS: dict[str, FigureWords] = {
    "contacts_by_type": FigureWords(
        definition="Vragen, klachten en opmerkingen, per soort en per maand.",
        left_out="Dubbele tellen één keer. Een compliment is een opmerking met die toon.",
        norm="De drie soorten komen van de oprichters.",
        misleads="Meer contacten kan betekenen dat mensen ons beter vinden, niet dat het slechter gaat.",
    ),
    "contact_first_answer": FigureWords(
        definition="Contacten met een inhoudelijk antwoord binnen 2 werkdagen.",
        left_out="Alle drie de soorten. Dubbele tellen één keer. Alleen contacten die oud genoeg zijn.",
        norm="Voorstel, geen termijn uit de wet.",
        misleads="Een ontvangstbevestiging is geen antwoord.",
    ),
    "complaint_rate": FigureWords(
        definition="Klachten per 100 geleverde diensten, per tak.",
        left_out="Een probleem dat drie keer is gemeld, is één klacht.",
        norm="Niets vergelijkbaars gevonden.",
        misleads=(
            "3 klachten op 200 bezoeken past bij 0,5 tot 4,3 %. Nul in het eerste kwartaal is "
            "onbekend, niet goed."
        ),
    ),
    "complaint_in_term": FigureWords(
        definition=(
            "Klachten met een schriftelijk oordeel binnen 6 weken, of 10 als dat op tijd is verlengd."
        ),
        left_out="Alleen klachten waarvan de laatste dag voorbij is. Open en nog op tijd staat ernaast.",
        norm=("Wkkgz art. 17: 6 weken, verlengen met hoogstens 4. Voorstel: dat voor alles gebruiken."),
        misleads="Een klacht als vraag afsluiten ontwijkt de klok.",
    ),
    "complaints_open": FigureWords(
        definition="Klachten die niet zijn afgesloten, met de dagen tot de laatste dag.",
        left_out="Heropende klachten tellen mee. Dubbele tellen één keer.",
        norm="Als bij Klacht binnen termijn.",
        misleads="Een afgesloten klacht is nog geen tevreden mens.",
    ),
    "complaint_themes": FigureWords(
        definition="Waar klachten over gaan, in mensen.",
        left_out=(
            "Mensen, geen vermeldingen. Eén klacht kan meer thema's hebben: de thema's tellen samen"
            " op tot meer."
        ),
        norm="Eigen lijst van 14.",
        misleads="Thema's volgen wie ze toekent. Eén boos huishouden kan vier thema's vullen.",
    ),
}
