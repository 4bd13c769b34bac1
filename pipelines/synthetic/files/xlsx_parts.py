"""The fixed parts of a workbook's archive, as text."""

from datetime import date
from xml.sax.saxutils import escape, quoteattr

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument"
MADE_BY = "De Werkplaats (verzonnen gegevens)"

RELATIONS = (
    f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    f'<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    f'<Relationship Id="rId3" Type="{OFFICE}/extended-properties" Target="docProps/app.xml"/></Relationships>'
)
APP = (
    f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Microsoft Excel</Application></Properties>"
)
FORMATS = {164: "dd\\-mm\\-yyyy", 165: "hh:mm", 166: "[h]:mm", 167: "dd\\-mm\\-yyyy hh:mm"}
FILLS = ("FFC6E0B4", "FFFFE699", "FFF4B084")  # green, yellow, red
PROTECTION = '<sheetProtection sheet="1" objects="1" scenarios="1"/>'
HEADING_FILL = "FFD9E1F2"


def content_types(sheets: int) -> str:
    """Return the list of what each part is."""
    overrides = {
        "/xl/workbook.xml": f"{TYPE}.spreadsheetml.sheet.main+xml",
        "/xl/styles.xml": f"{TYPE}.spreadsheetml.styles+xml",
        "/xl/sharedStrings.xml": f"{TYPE}.spreadsheetml.sharedStrings+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": f"{TYPE}.extended-properties+xml",
        **{
            f"/xl/worksheets/sheet{n}.xml": f"{TYPE}.spreadsheetml.worksheet+xml"
            for n in range(1, sheets + 1)
        },
    }
    listed = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items()
    )
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def core(saved_on: date) -> str:
    """Return the document properties: who made it and on which day."""
    moment = f"{saved_on.isoformat()}T12:00:00Z"
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:creator>{escape(MADE_BY)}</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified></cp:coreProperties>'
    )


def workbook(tabs: list[tuple[str, bool]], *, epoch_1904: bool) -> str:
    """Return the list of tabs, each a name and whether it is hidden."""
    sheets = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{number}"{_hidden(is_hidden)} r:id="rId{number}"/>'
        for number, (name, is_hidden) in enumerate(tabs, 1)
    )
    epoch = '<workbookPr date1904="1"/>' if epoch_1904 else "<workbookPr/>"
    return f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{epoch}<sheets>{sheets}</sheets></workbook>'


def _hidden(is_hidden: bool) -> str:
    return ' state="hidden"' if is_hidden else ""


def workbook_relations(sheets: int) -> str:
    """Return where the parts of the workbook stand."""
    listed = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, sheets + 1)
    )
    others = "".join(
        f'<Relationship Id="rId{sheets + n}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>'
        for n, kind in enumerate(("styles", "sharedStrings"), 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{listed}{others}</Relationships>'


def styles() -> str:
    """Return the cell styles, in the order of `xlsx.STYLES`."""
    formats = "".join(f'<numFmt numFmtId="{n}" formatCode={quoteattr(code)}/>' for n, code in FORMATS.items())
    solid = "".join(
        f'<fill><patternFill patternType="solid"><fgColor rgb="{colour}"/></patternFill></fill>'
        for colour in (HEADING_FILL, *FILLS)
    )
    fills = f'<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>{solid}'
    cells = [(0, 0, 0), (0, 1, 2), (164, 0, 0), (165, 0, 0), (166, 0, 0), (49, 0, 0), (167, 0, 0)]
    cells += [(0, 0, 3 + number) for number in range(len(FILLS))]
    listed = "".join(
        f'<xf numFmtId="{form}" fontId="{font}" fillId="{fill}" borderId="0" xfId="0" '
        'applyNumberFormat="1" applyFont="1" applyFill="1"/>'
        for form, font, fill in cells
    )
    return (
        f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts count="{len(FORMATS)}">{formats}</numFmts>'
        '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
        '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
        f'<fills count="{3 + len(FILLS)}">{fills}</fills><borders count="1"><border/></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{len(cells)}">{listed}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def shared_strings(strings: dict[str, int]) -> str:
    """Return the texts of all cells, in the order of their number."""
    listed = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in strings)
    return f'{HEAD}<sst xmlns="{MAIN}" uniqueCount="{len(strings)}">{listed}</sst>'


def sheet(
    *, rows: str, last: str, widths: list[int], heading_row: int, merged: tuple[str, ...], is_protected: bool
) -> str:
    """Return a worksheet: rows frozen below the headings, columns as wide as what stands in them."""
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>' for n, width in enumerate(widths, 1)
    )
    below = heading_row + 1
    areas = "".join(f'<mergeCell ref="{area}"/>' for area in merged)
    merges = f'<mergeCells count="{len(merged)}">{areas}</mergeCells>' if merged else ""
    protection = PROTECTION if is_protected else ""
    return (
        f'{HEAD}<worksheet xmlns="{MAIN}"><dimension ref="A1:{last}"/><sheetViews><sheetView workbookViewId="0">'
        f'<pane ySplit="{heading_row}" topLeftCell="A{below}" activePane="bottomLeft" state="frozen"/>'
        f'</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>{columns}</cols>'
        f"<sheetData>{rows}</sheetData>{protection}{merges}</worksheet>"
    )
