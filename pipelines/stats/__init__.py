"""Statistics: numbers in, frozen results out. Needs numpy and scipy.special only.

Every result carries n, method and caveats, and None (never NaN or infinity) where something is undefined. A name
loads its module when first asked for, so that starting up costs nothing; `__init__.pyi` has them for type checkers.
"""

from importlib import import_module

EXPORTS = {
    "chart_choice": ("too_short", "too_sparse"),
    "competing_outcomes": ("CumulativeIncidence", "cumulative_incidence"),
    "concentration": ("Concentration", "TopShare", "capacity_gini", "gini", "top_share"),
    "control_chart": ("XmrChart", "xmr"),
    "control_power": ("ChartPower", "chart_power"),
    "count_charts": ("LimitChart", "c_chart", "p_chart", "u_chart"),
    "criteria": ("Posterior", "advice", "posterior"),
    "criteria_power": ("OperatingCharacteristics", "Predictive", "operating_characteristics", "predictive"),
    "drift": ("Cusum", "Ewma", "cusum", "ewma", "poisson_cusum"),
    "estimates": ("Caveat", "Estimate"),
    "judgement": ("Verdict", "verdict"),
    "leavers": ("Dispersion", "StayingProjection", "dispersion", "enrolment_with_leavers"),
    "log_log": ("log_log_within",),
    "means": ("Mean", "mean_from_counts", "mean_interval"),
    "more_needed": (
        "DecisiveCounts",
        "answers_until_decided",
        "cases_until_decided",
        "decisive_counts",
        "exposure_until_decided",
    ),
    "proportions": ("clopper_pearson", "wilson"),
    "rare_events": ("g_chart", "t_chart"),
    "rates": ("RateRatio", "poisson_rate", "rate_ratio"),
    "rebase": ("Rebase",),
    "recruitment": ("Projection", "enrolment"),
    "run_chart": ("RunChart", "anhoej_limits", "anhoej_runs"),
    "same_face": ("Continuity", "PooledPairs", "continuity", "pooled_pairs"),
    "survival": ("KaplanMeier", "kaplan_meier", "kaplan_meier_from_counts"),
    "waiting": ("answered_after",),
}
WHERE = {name: module for module, names in EXPORTS.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{WHERE[name]}"), name)


def __dir__() -> list[str]:
    return sorted(WHERE)
