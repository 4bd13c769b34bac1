# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
#     text_representation:
#       extension: .py
#       format_name: percent
#       format_version: '1.3'
#       jupytext_version: 1.19.6
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # What small numbers can prove
# Thirty clients, twelve answers, twenty grades: what can a verdict do with that? Here the truth is known, thousands of
# pilots are simulated with a fixed seed, and each is judged by the same verdict as the real one
# (`pipelines.stats.verdict` on the Wilson 95 % interval). So one sees beforehand what the year can and cannot say.

# %%
import numpy as np
import pandas as pd
from IPython.display import display

from pipelines.stats import (
    cases_until_decided,
    decisive_counts,
    operating_characteristics,
    predictive,
    verdict,
    wilson,
)

SEED, PILOTS, TARGET = 20260105, 4000, 0.8
draws = np.random.default_rng(SEED)
SIZES, TRUTHS = (12, 20, 30, 50, 70, 150), (0.60, 0.75, 0.80, 0.85, 0.95)

# %% [markdown]
# ## What a number of answers needs
# The counts that prove a share of at least 80 %, or prove the opposite. With 12 answers nothing proves it: 12 of 12
# leaves everything from 76 % on possible.

# %%
needed = {n: decisive_counts(n, TARGET) for n in SIZES}
pd.DataFrame(
    {
        "answers": SIZES,
        "fewest that prove at least 80 %": [needed[n].proves_met for n in SIZES],
        "most that prove less than 80 %": [needed[n].proves_not_met for n in SIZES],
        "lowest share possible if all agree": [round(100 * wilson(n, n).low) for n in SIZES],
    }
).convert_dtypes().astype(object).fillna("impossible")

# %% [markdown]
# ## What the verdict would say, pilot after pilot
# Each cell: of 4,000 simulated pilots with that true share, the per cent with each verdict. "Undecided" is the usual
# and honest answer of a small pilot; "proven met" when the truth is below the target must stay at or below 2.5 %.

# %%
simulated = pd.DataFrame(
    [
        {
            "answers": n,
            "true share": truth,
            "verdict": [verdict(wilson(int(k), n), TARGET).state for k in range(n + 1)],
            "pilots": np.bincount(draws.binomial(n, truth, PILOTS), minlength=n + 1),
        }
        for n in SIZES
        for truth in TRUTHS
    ]
).explode(["verdict", "pilots"])
said = simulated.pivot_table(
    index=["answers", "true share"], columns="verdict", values="pilots", aggfunc="sum", fill_value=0
)
(100 * said / PILOTS).astype(float).round(1)

# %% [markdown]
# ## The simulation against the exact sums
# The rule for go, amber and stop (probability that the share is at least 80 %: from 80 % on go, up to 20 % stop) can
# be summed exactly. The two must agree within what 4,000 draws allow: two standard errors are at most 1.6 points.

# %%
compared = pd.DataFrame(
    [
        {
            "answers": n,
            "true share": truth,
            "draws": draws.binomial(n, truth, PILOTS),
            "exact": operating_characteristics(n, TARGET, truth),
        }
        for n in (12, 30, 70)
        for truth in (0.75, 0.80, 0.90)
    ]
)
compared["go, simulated"] = [
    100
    * float(
        np.mean(
            row.draws >= (row.exact.min_x_for_go if row.exact.min_x_for_go is not None else row.answers + 1)
        )
    )
    for row in compared.itertuples()
]
compared["go, exact"] = [100 * exact.go for exact in compared["exact"]]
compared["stop, exact"] = [100 * exact.stop for exact in compared["exact"]]
largest_gap = (compared["go, simulated"] - compared["go, exact"]).abs().max()
display(compared.drop(columns=["draws", "exact"]).round(2))
print(
    f"Largest difference between simulation and exact sum: {largest_gap:.2f} points (at most 2.5 expected)."
)

# %% [markdown]
# ## How wrong a point value alone can be
# If one judged by the point value ("80 % or more, so met"), a pilot of 20 with a true share of 75 % would be called met
# this often, and one with a true share of 85 % would be called missed this often.

# %%
called_met = 100 * np.mean(draws.binomial(20, 0.75, PILOTS) >= 16)
called_missed = 100 * np.mean(draws.binomial(20, 0.85, PILOTS) < 16)
print(f"True share 75 %, 20 answers: {called_met:.0f} % of pilots still show 80 % or more.")
print(f"True share 85 %, 20 answers: {called_missed:.0f} % of pilots show less than 80 %.")

# %% [markdown]
# ## How many more cases until a verdict can fall
# If the share stays as it is. With 27 of 30 it takes 32 more; with exactly the target, no number of cases decides.

# %%
pd.DataFrame(
    [
        {
            "so far": f"{k} of {n}",
            "verdict now": verdict(wilson(k, n), TARGET).state,
            "more cases needed": cases_until_decided(k, n, TARGET),
            "chance of a go after 20 more, %": round(100 * predictive(k, n, 20, TARGET).p_go),
        }
        for k, n in ((10, 12), (18, 20), (24, 30), (27, 30), (29, 30), (19, 30))
    ]
).convert_dtypes().astype(object).fillna("cannot be decided")

# %% [markdown]
# So: measure what is counted completely (jobs, visits: hundreds) to prove things, take opinions as indications, ask
# everybody instead of a sample, and write the criteria down before the start.
