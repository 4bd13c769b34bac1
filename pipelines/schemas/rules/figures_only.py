"""X17 and X21: rules that judge no row; the figures apply them, and say so."""

from pipelines.schemas.rules.rule import Rule

FIGURE_RULES = (
    Rule(
        code="X17",
        table="feedback_clients",
        level="rule",
        words="niet_onafhankelijk_afgenomen",
        columns=("collected_by", "respondent_role"),
    ),
    Rule(
        code="X21",
        table="targets",
        level="rule",
        words="achteraf_vastgesteld",
        columns=("decided_on",),
    ),
)
