"""All checks on the rows of a load: those within one column, and the cross-record rules X01 to X24."""

from pipelines.schemas.rules.care import CARE_RULES
from pipelines.schemas.rules.complaints import COMPLAINT_RULES
from pipelines.schemas.rules.date_order import DATE_ORDER_RULES
from pipelines.schemas.rules.declared import declared_rules
from pipelines.schemas.rules.doubles import DOUBLE_RULES
from pipelines.schemas.rules.figures_only import FIGURE_RULES
from pipelines.schemas.rules.leaving import LEAVING_RULES
from pipelines.schemas.rules.matching import MATCHING_RULES
from pipelines.schemas.rules.money import MONEY_RULES
from pipelines.schemas.rules.references import REFERENCE_RULES
from pipelines.schemas.rules.rule import Level, Rule

COLUMN_RULES: tuple[Rule, ...] = tuple(rule for rule in declared_rules() if not rule.code.startswith("X"))
RULES: tuple[Rule, ...] = (
    *REFERENCE_RULES,
    *(rule for rule in declared_rules() if rule.code.startswith("X")),
    *DATE_ORDER_RULES,
    *LEAVING_RULES,
    *CARE_RULES,
    *MATCHING_RULES,
    *DOUBLE_RULES,
    *COMPLAINT_RULES,
    *MONEY_RULES,
    *FIGURE_RULES,
)


def within_row(table: str) -> tuple[Rule, ...]:
    """Return the checks on a table that need nothing but the row itself: each has a `breach`."""
    return tuple(rule for rule in (*COLUMN_RULES, *RULES) if rule.table == table and rule.breach)


def across_rows(table: str, *, level: Level) -> tuple[Rule, ...]:
    """Return the checks of that level on a table that read other rows or other tables: each has `sql`."""
    return tuple(
        rule for rule in RULES if rule.table == table and rule.level == level and rule.sql and not rule.breach
    )


__all__ = ["COLUMN_RULES", "RULES", "Level", "Rule", "across_rows", "within_row"]
