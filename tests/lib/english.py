"""English that Streamlit brings along: none of it may be heard or seen on a Dutch page."""

from playwright.sync_api import Page

# Names and texts of Streamlit 1.67's own controls, and words that only English ones hold.
WORDS = (
    "skip to", "main content", "app pages", "sidebar", "main menu", "link to heading", "show data", "download as",
    "copy vega", "fullscreen", "choose an option", "no results", "no options", "open", "close", "clear", "search",
    "loading", "running", "stop", "rerun", "print", "record", "page not found", "connection", "connecting", "dismiss",
    "view more", "view less", "copied", "copy to", "deploy", "settings", "made with", "selected", "help for",
    "press enter", "axis", "expand", "collapse", "more options", "report a bug", "get help", "streamlit", "please wait",
    "error", "warning", "upload", "browse files", "next", "previous",
)  # fmt: skip
NAMES = """() => {
  const found = [];
  for (const e of document.querySelectorAll('[aria-label],[title],[placeholder],[alt],[aria-roledescription]'))
    for (const a of ['aria-label', 'title', 'placeholder', 'alt', 'aria-roledescription'])
      if (e.getAttribute(a)) found.push(e.getAttribute(a));
  for (const e of document.querySelectorAll('button, a, summary, label, [role=status], [role=alert]'))
    if (e.innerText) found.push(e.innerText);
  return found;
}"""


def english_names(page: Page) -> list[str]:
    """Return the names, titles and labels on the page that hold a word of Streamlit's English."""
    names = {" ".join(name.split()) for name in page.evaluate(NAMES)}
    return sorted(name for name in names if _is_english(name))


def _is_english(name: str) -> bool:
    padded = f" {name.lower().strip('.:')} "
    return any(f" {word} " in padded or f" {word}:" in padded for word in WORDS)
