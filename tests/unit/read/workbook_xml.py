"""Workbooks written part by part, so that a test can say exactly what stands in the archive."""

import zipfile

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEADINGS = ("Boeking", "Datum", "Tak", "Soort", "Bedrag (€)", "Naar wijkbewoner")


def cell(reference, text):
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def sheet_xml(rows="", after=""):
    headings = "".join(cell(f"{letter}1", text) for letter, text in zip("ABCDEF", HEADINGS, strict=True))
    first = f'<row r="1">{headings}</row><row r="2">{cell("A2", "B1")}</row>'
    return f'<worksheet xmlns="{MAIN}"><sheetData>{first}{rows}</sheetData>{after}</worksheet>'


PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
    f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
    '<sheet name="Kas" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
    f'Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    SHEET: sheet_xml(),
}


def write_book(path, parts=()):
    """Write a workbook with these parts instead of or beside the plain ones; return its path."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**PARTS, **dict(parts)}.items():
            archive.writestr(name, content)
    return path
