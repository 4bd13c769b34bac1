"""Dutch words of the figures: label, definition, exclusions, norm, how it misleads; and the sentence of each caveat."""

UNKNOWN_FIGURE = "Dit cijfer bestaat niet: {codes}."
UNKNOWN_FIGURE_ACTION = (
    "Gebruik een code zoals A1 of participating_tenants. Zonder code ziet u de 13 hoofdcijfers."
)
