"""Runs the notebooks and writes each as one page that opens without anything installed.

`python -m notebooks.as_html FOLDER`; the home is that of `werkplaats` (`WERKPLAATS_HOME`, else `data/home`).
"""

import sys
from html import escape
from pathlib import Path
from typing import Any

import nbformat
from markdown_it import MarkdownIt
from nbclient import NotebookClient

HERE = Path(__file__).parent
SECONDS = 280  # for one cell, on a busy machine
STYLE = """
body { font: 17px/1.55 system-ui, sans-serif; color: #1d2129; background: #fff; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
h1, h2 { line-height: 1.2 } h2 { margin-top: 2.2rem }
table { border-collapse: collapse; margin: 1rem 0; display: block; overflow-x: auto }
th, td { padding: .35rem .4rem; border-bottom: 1px solid #c9ced6; text-align: left; vertical-align: top }
pre { background: #f4f5f7; padding: .8rem; overflow-x: auto; font-size: 14px } img { max-width: 100%; height: auto }
details { margin: .4rem 0 } summary { color: #4d5562; font-size: 14px; cursor: pointer }
"""
MARKDOWN = MarkdownIt("commonmark").enable("table")


def notebooks() -> list[Path]:
    """Return the notebooks, sorted."""
    return sorted(HERE.glob("*.ipynb"))


def executed(path: Path) -> Any:
    """Return a notebook with the outputs of a run in a kernel of its own; raises CellExecutionError when a cell fails."""
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(
        notebook, timeout=SECONDS, kernel_name="python3", resources={"metadata": {"path": str(HERE.parent)}}
    ).execute()
    return notebook


def page(notebook: Any) -> str:
    """Return an executed notebook as one HTML page: texts and results in full, the code folded away."""
    body = "\n".join(_cell(cell) for cell in notebook.cells)
    title = next(
        line for line in notebook.cells[0].source.splitlines() if line.startswith("# ")
    ).removeprefix("# ")
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{escape(title)}</title>'
    return f'<!doctype html>\n<html lang="en"><head>{head}<style>{STYLE}</style></head>\n<body>\n{body}\n</body></html>\n'


def write_pages(folder: Path) -> list[Path]:
    """Run every notebook and write its page; return the pages."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for path in notebooks():
        target = folder / f"{path.stem}.html"
        target.write_text(page(executed(path)), encoding="utf-8")
        made.append(target)
    return made


def _cell(cell: Any) -> str:
    if cell.cell_type == "markdown":
        return str(MARKDOWN.render(cell.source))
    shown = "\n".join(_output(output) for output in cell.outputs)
    return f"<details><summary>code</summary><pre><code>{escape(cell.source)}</code></pre></details>\n{shown}"


def _output(output: Any) -> str:
    if output.output_type == "stream":
        return f"<pre>{escape(output.text)}</pre>"
    data = output.data
    if "image/png" in data:
        alt = escape(output.metadata.get("image/png", {}).get("alt", ""), quote=True)
        return f'<img alt="{alt}" src="data:image/png;base64,{data["image/png"].strip()}">'
    if "text/markdown" in data:
        return f'<section lang="nl">{MARKDOWN.render(data["text/markdown"])}</section>'
    return str(data.get("text/html") or f"<pre>{escape(data['text/plain'])}</pre>")


if __name__ == "__main__":
    for written in write_pages(Path(sys.argv[1])):
        print(written)
