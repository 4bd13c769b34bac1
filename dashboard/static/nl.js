// Makes the shell of the pages Dutch: Streamlit's own names for its controls are English and cannot be set.
// Touches only attributes a person hears or sees and texts that are exactly one of Streamlit's own.
(() => {
  "use strict";

  const WORDS = {
    "Skip to main content": "Ga direct naar de inhoud",
    "App pages": "Pagina's",
    "Sidebar": "Menu",
    "Collapse sidebar": "Menu sluiten",
    "Close sidebar": "Menu sluiten",
    "Expand sidebar": "Menu openen",
    "Open sidebar": "Menu openen",
    "Main menu": "Hoofdmenu",
    "Link to heading": "Link naar deze kop",
    "Show data": "Toon tabel",
    "Download as PNG": "Download als plaatje",
    "Copy Vega-Lite spec": "Kopieer grafiekcode",
    "Fullscreen": "Volledig scherm",
    "Close fullscreen": "Volledig scherm sluiten",
    "Choose an option": "Kies een optie",
    "Choose options": "Kies opties",
    "No results": "Niets gevonden",
    "No options to select": "Niets om te kiezen",
    "No options to select.": "Niets om te kiezen.",
    "Open": "Openen",
    "Close": "Sluiten",
    "Clear": "Wissen",
    "Clear value": "Keuze wissen",
    "Clear selection": "Keuze wissen",
    "Search": "Zoeken",
    "Download as CSV": "Download als CSV",
    "progress": "Voortgang",
    "Loading...": "Bezig met laden",
    "Loading": "Bezig met laden",
    "Running...": "Bezig",
    "Running": "Bezig",
    "Stop": "Stoppen",
    "Rerun": "Opnieuw",
    "Print": "Afdrukken",
    "Record screen": "Scherm opnemen",
    "Page not found": "Deze pagina bestaat niet",
    "Running the app's main page.": "U ziet de eerste pagina.",
    "Connection error": "Geen verbinding",
    "Connecting": "Verbinden",
    "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:":
      "Het programma is gestopt. Start het opnieuw:",
    "streamlit run yourscript.py": "werkplaats app",
    "Copy to clipboard": "Kopieer",
    "Copied": "Gekopieerd",
    "Dismiss": "Sluiten",
    "more": "meer",
    "View more": "Toon meer",
    "View less": "Toon minder",
  };
  const PATTERNS = [
    [/^(Show data|Download as PNG|Copy Vega-Lite spec|Fullscreen): (.*)$/s, (_all, name, of) => `${WORDS[name]}: ${of}`],
    [/^Help for (.*)$/s, "Uitleg bij $1"],
    [/^Selected (.*?)\. (.*)$/s, "Gekozen: $1. $2"],
    [/^The page that you have requested does not seem to exist\..*$/s,
      "De pagina die u zoekt, bestaat niet. U ziet de eerste pagina."],
    [/^You have requested page .*, but no corresponding file was found.*$/s,
      "De pagina die u zoekt, bestaat niet. U ziet de eerste pagina."],
    [/^(\d+) more$/, "nog $1"],
  ];
  const ATTRIBUTES = ["aria-label", "title", "placeholder", "alt", "aria-description", "aria-roledescription"];

  const dutch = (text) => {
    const key = text.trim();
    if (!key) return text;
    if (Object.hasOwn(WORDS, key)) return text.replace(key, WORDS[key]);
    for (const [pattern, translation] of PATTERNS) {
      if (pattern.test(key)) return key.replace(pattern, translation);
    }
    return text;
  };

  // Our own HTML is Dutch already; the text of an icon is the name of its drawing.
  const LEFT_ALONE = "[data-wp], [data-testid='stIconMaterial']";

  const translateElement = (element) => {
    for (const name of ATTRIBUTES) {
      const value = element.getAttribute(name);
      if (!value) continue;
      const translation = dutch(value);
      if (translation !== value) element.setAttribute(name, translation);
    }
  };

  const translateText = (node) => {
    if (node.parentElement && node.parentElement.closest(LEFT_ALONE)) return;
    const translation = dutch(node.nodeValue);
    if (translation !== node.nodeValue) node.nodeValue = translation;
  };

  const translate = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return translateText(node);
    if (node.nodeType !== Node.ELEMENT_NODE) return undefined;
    translateElement(node);
    for (const element of node.querySelectorAll("*")) translateElement(element);
    const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) translateText(texts.currentNode);
    return undefined;
  };

  // In the demo one can look as somebody else; the address and our own links keep that.
  const viewAs = () => document.querySelector("[data-wp-view-as]")?.dataset.wpViewAs;
  const withRole = (query) => {
    const role = viewAs();
    return [query, role && `publiek=${role}`].filter(Boolean).join("&");
  };
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("[data-wp] a[href^='/']");
    if (!link || !viewAs()) return;
    const [path, query] = link.getAttribute("href").split("?");
    if (!/(^|&)publiek=/.test(query || "")) link.setAttribute("href", `${path}?${withRole(query)}`);
  }, true);

  // The choices of a page stand in its address, so that a link, a reload and the Back button keep them.
  const showChoicesInAddress = () => {
    const marks = document.querySelectorAll("[data-wp-query]");
    const mark = marks[marks.length - 1];
    if (mark ? mark.dataset.wpPath !== location.pathname : !viewAs()) return;
    const query = withRole(mark?.dataset.wpQuery);
    const wanted = location.pathname + (query ? `?${query}` : "");
    if (location.pathname + location.search !== wanted) history.replaceState(history.state, "", wanted);
  };

  let heading = "";
  const moveToNewPage = () => {
    const title = document.querySelector("[data-testid='stMain'] h1");
    if (!title || title.textContent === heading) return;
    if (heading) {
      title.tabIndex = -1;
      title.focus({ preventScroll: true });
    }
    heading = title.textContent;
  };

  const markCurrentPage = () => {
    for (const link of document.querySelectorAll(
      "[data-testid='stSidebarNavLink'], [data-testid='stTopNavLink'], [data-wp-nav] a")) {
      const here = new URL(link.href, location.href).pathname === location.pathname;
      if (here && link.getAttribute("aria-current") !== "page") link.setAttribute("aria-current", "page");
      if (!here && link.hasAttribute("aria-current")) link.removeAttribute("aria-current");
    }
  };

  const settle = () => {
    showChoicesInAddress();
    moveToNewPage();
    markCurrentPage();
  };

  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "attributes") translateElement(change.target);
      else if (change.type === "characterData") translateText(change.target);
      else change.addedNodes.forEach(translate);
    }
    settle();
  }).observe(document.documentElement, {
    subtree: true, childList: true, characterData: true, attributes: true,
    attributeFilter: [...ATTRIBUTES, "data-wp-query", "data-wp-path", "data-wp-view-as"],
  });
  translate(document.documentElement);

  // On a phone the menu covers the page: it closes once a page is chosen.
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("[data-testid='stSidebarNavLink']");
    if (!link || window.innerWidth > 768) return;
    const close = document.querySelector("[data-testid='stSidebarCollapseButton'] button");
    if (close) window.setTimeout(() => close.click(), 50);
  });
})();
