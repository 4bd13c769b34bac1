"""Dutch sentences about files at the door: why one is refused and what to do, and what is worth noting."""

# code: (what is wrong, what to do)
REFUSALS: dict[str, tuple[str, str]] = {
    "bestaat_niet": ("Het bestand {file} bestaat niet.", "Controleer de naam en de map."),
    "is_een_map": ("{file} is een map, geen bestand.", "Noem de bestanden in de map."),
    "geen_gewoon_bestand": ("{file} is geen gewoon bestand.", "Lever een .xlsx- of .csv-bestand."),
    "geen_toegang": ("{file} mag niet gelezen worden.", "Vraag toegang, of sluit het bestand eerst."),
    "veranderd": (
        "{file} is veranderd of verdwenen terwijl het werd gelezen; er is niets opgeslagen.",
        "Sluit het bestand, wacht tot het klaar is en probeer het opnieuw.",
    ),
    "tijdelijk": (
        "{file} is een tijdelijk bestand van Excel: de werkmap zelf staat nog open.",
        "Sluit de werkmap, en noem het bestand zonder ~$ in de naam.",
    ),
    "leeg": ("{file} is leeg.", "Lever het bestand opnieuw aan, met koppen op de eerste regel."),
    "oud_excel": (
        "{file} is een oud Excel-bestand (.xls) en kan niet gelezen worden.",
        "Open het in Excel of LibreOffice en bewaar het als .xlsx.",
    ),
    "binair_excel": (
        "{file} is een binaire Excel-werkmap (.xlsb) en kan niet gelezen worden.",
        "Open het in Excel en bewaar het als .xlsx.",
    ),
    "opendocument": (
        "{file} is een OpenDocument-bestand en kan niet gelezen worden.",
        "Open het in LibreOffice en bewaar het als .xlsx.",
    ),
    "versleuteld": (
        "{file} is met een wachtwoord versleuteld en kan niet gelezen worden.",
        "Haal in Excel het wachtwoord om te openen eraf en bewaar het opnieuw.",
    ),
    "geen_werkmap": (
        "{file} is geen Excel-werkmap en ook geen tekstbestand.",
        "Lever een .xlsx- of .csv-bestand.",
    ),
    "kapot": ("{file} is beschadigd en kan niet gelezen worden.", "Open het in Excel en bewaar het opnieuw."),
    "te_groot_uitgepakt": (
        "{file} wordt bij het uitpakken groter dan {limit} en wordt niet geopend.",
        "Verdeel het over kleinere bestanden of lever het als .csv.",
    ),
    "te_groot_blad": (
        "{file}, blad {sheet}: er staat iets in cel {cell}; zo groot mag een blad niet zijn.",
        "Maak de cellen ver buiten de tabel leeg, of lever het blad als .csv.",
    ),
    "vreemde_foutwaarde": (
        "{file}, blad {sheet}: in cel {place} staat een foutwaarde die niet gelezen kan worden.",
        "Herstel de formule in die cel, of maak de cel leeg.",
    ),
    "te_veel_formules": (
        "{file}, blad {sheet}: de meeste formules hebben geen bewaarde uitkomst.",
        "Open het bestand in Excel of LibreOffice en bewaar het opnieuw.",
    ),
    "te_veel_kolommen": (
        "{file}, blad {sheet}: er zijn {count} kolommen; meer dan {most} lezen wij niet.",
        "Maak de cellen ver buiten de tabel leeg.",
    ),
    "geen_tekst": (
        "{file} is geen leesbaar tekstbestand: er staan tekens in die geen tekst zijn.",
        "Bewaar het in Excel opnieuw als .csv (UTF-8).",
    ),
    "te_lange_regel": (
        "{file}: regel {row} is langer dan {limit}; zo lang is geen rij.",
        "Controleer of het bestand echt een tabel is, met één rij per regel.",
    ),
    "open_aanhalingsteken": (
        "{file}: vanaf regel {row} is een aanhalingsteken niet gesloten.",
        "Sluit of verwijder het aanhalingsteken in die regel.",
    ),
    "geen_kop_bekend": (
        "{file}, blad {sheet}: in de eerste {rows} rijen staat geen enkele kop die wij kennen.",
        "Zet boven de gegevens een rij met de koppen van het sjabloon.",
    ),
    "geen_koppen": (
        "{file}, blad {sheet}: de koppen passen bij geen enkel soort gegevens. Het lijkt het meest op {nearest}: "
        "wij herkennen {known}, maar daarvoor ontbreken: {missing}.",
        "Gebruik de koppen van het sjabloon.",
    ),
    "koppen_ontbreken": (
        "{file}, blad {sheet} ({record}): deze verplichte koppen ontbreken: {missing}{unknown}.",
        "Voeg de kolommen toe, ook als ze nog leeg zijn, of geef ze de kop van het sjabloon.",
    ),
    "kop_dubbel": (
        "{file}, blad {sheet}: de kop {heading} staat er twee keer ({places}) en beide kolommen zijn gevuld.",
        "Laat één van beide kolommen staan.",
    ),
    "bsn": (
        "{file}, blad {sheet}: de kolom {heading} in {place} hoort niet in dit bestand; een BSN nemen wij nooit aan.",
        "Verwijder de kolom en lever het bestand opnieuw.",
    ),
    "vog_kopie": (
        "{file}, blad {sheet}: de kolom {heading} in {place} hoort niet in dit bestand; een kopie van een VOG nemen "
        "wij nooit aan.",
        "Verwijder de kolom en lever het bestand opnieuw.",
    ),
    "samengevoegde_koppen": (
        "{file}, blad {sheet}: de koppen in {place} zijn samengevoegd, dus is niet te zien bij welke kolom ze horen.",
        "Splits de samengevoegde cellen en geef elke kolom een eigen kop.",
    ),
    "geen_gegevens": (
        "In {file} staat geen enkel blad met gegevens.",
        "Vul het sjabloon en lever het opnieuw.",
    ),
}

UNKNOWN_BESIDE_MISSING = "; wel staan er koppen die wij niet kennen: {headings}"

NOTES: dict[str, str] = {
    "leeg_blad": "Blad {sheet} is leeg en overgeslagen.",
    "uitleg": "Blad {sheet} is uitleg en overgeslagen.",
    "verborgen_blad_gelezen": "Blad {sheet} is verborgen, maar wel gelezen.",
    "verborgen_blad_overgeslagen": "Blad {sheet} is verborgen en past bij geen gegevens; het is overgeslagen.",
    "vreemd_blad_overgeslagen": "Blad {sheet} past bij geen enkel soort gegevens en is niet gelezen. Staan er wel "
    "gegevens in, gebruik dan de koppen van het sjabloon.",
    "verborgen_rijen": "Blad {sheet}: {count} verborgen rij(en) zijn meegelezen: {places}.",
    "verborgen_kolommen": "Blad {sheet}: {count} verborgen kolom(men) zijn meegelezen: {places}.",
    "samengevoegde_cellen": "Blad {sheet}: samengevoegde cellen in de gegevens: {places}. "
    "Alleen de cel linksboven telt; controleer deze rijen.",
    "regels_voor_de_koppen": "Blad {sheet}: {count} regel(s) boven de koppen zijn overgeslagen.",
    "onbekende_koppen": "Blad {sheet}: deze kolommen kennen wij niet en zijn niet gelezen: {headings}.",
    "onbekende_vragen": "Blad {sheet}: deze vragen kennen wij niet: {headings}. De antwoorden worden bewaard bij de "
    "rij die u nog aanvult.",
    "kop_dubbel_leeg": "Blad {sheet}: de kop {heading} staat er twee keer; de gevulde kolom {place} is gelezen.",
    "gemengde_tekens": "Het bestand is deels UTF-8 en deels Windows-tekst; elk teken is op zijn eigen manier gelezen.",
    "foutcellen": "Blad {sheet}: {count} cel(len) met een foutwaarde: {places}.",
    "formules_zonder_waarde": "Blad {sheet}: {count} formule(s) zonder bewaarde uitkomst: {places}. "
    "Open het bestand in Excel en bewaar het opnieuw.",
}

MORE = "en {count} meer"
EXPLANATION_SHEETS = ("uitleg", "toelichting", "leesmij", "lees mij", "handleiding", "instructie", "info")
