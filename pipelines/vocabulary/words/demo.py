"""Dutch words of the demo: what it writes, loads and opens."""

DEMO_HELP = "Laat alles zien met een verzonnen proefjaar: schrijf de bestanden, laad ze en open de pagina's."
NO_APP_HELP = "Schrijf en laad alleen; open de pagina's niet."
SOURCE = "voorbeeldjaar"
WRITTEN = "Een verzonnen proefjaar tot en met {as_of} staat in {folder}: {files} bestanden."
ALL_INVENTED = "Alle mensen, adressen en berichten erin zijn verzonnen; de fouten zijn met opzet gemaakt."
PLANTED = "Met opzet fout of afwijkend: {count} plekken. Welke, staat in {manifest}."
TOTALS = (
    "Samen {rows} rijen = {accepted} nieuw + {corrected} verbeterd + {unchanged} ongewijzigd + {intake} intake "
    "+ {rejected} opzijgezet + {blank} leeg"
)
SAID = "{errors} fout(en), {warnings} waarschuwing(en), {findings} bevinding(en), {fixes} keer hersteld."
PUBLISHED = "Vrijgegeven aan lezers van buiten: {editions}. De uitgave over het hele jaar kunt u zelf voorstellen: werkplaats publish portaal."
NEXT = "Open de pagina's met: werkplaats app --home {home}"
