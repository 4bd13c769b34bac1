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
# # The thirteen figures
# The quickest way in: open the demo year and read its 13 headline figures. They come through the same door as the
# app and `werkplaats figures`, so the numbers are the same. Run `make demo` once, then run this from top to bottom.

# %%
from datetime import datetime
from zoneinfo import ZoneInfo

import pandas as pd

from dashboard.ask import freshness, question_for, released
from dashboard.cli.figures import as_object
from pipelines.store.home import resolve_home
from pipelines.vocabulary.audiences import Audience
from pipelines.vocabulary.words.figures.labels import LABELS

# %% [markdown]
# ## 1. What is in it
# A figure is always worked out for a date. Without one it is today, or the last day of the pilot once that has passed.

# %%
home = resolve_home(None)
today = datetime.now(ZoneInfo("Europe/Amsterdam")).date()
stored = freshness(home, today=today)
question = question_for(home, today=today)
print(
    f"{stored.jobs} jobs and {stored.visits} visits, loaded as snapshot {stored.snapshot}; as of {question.as_of}."
)

# %% [markdown]
# ## 2. The thirteen
# One row per figure and branch. A share has its `k` of `n` and its 95 % interval, in per
# cent; a figure with a target has a verdict in three states. The labels are the Dutch ones on screen.

# %%
year = released(home, audience=Audience.COORDINATOR, question=question)
figures = pd.DataFrame([as_object(finding) for finding in year.findings])
figures["branch"] = figures["branch"].fillna("both")
figures["figure"] = figures["code"].map(LABELS)
columns = ["value", "unit", "k", "n", "low", "high", "target", "verdict"]
figures.set_index(["id", "figure", "branch"])[columns].round(1).convert_dtypes().astype(object).fillna("")

# %% [markdown]
# ## 3. Read one with its caution
# A number without its caveats is half a number. `pending` are the cases too young to judge: they are not failures.

# %%
lead_time = year.finding("job_lead_time", branch="klus")
print(
    f"{LABELS[lead_time.code]}: {lead_time.k} of {lead_time.n} judged, {lead_time.pending} too young to judge."
)
print("Caveats:", ", ".join(lead_time.caveats) or "none")
pd.DataFrame(
    [
        {"month": month.start, "k": month.k, "n": month.n, "complete": month.complete}
        for month in lead_time.series
    ],
    columns=["month", "k", "n", "complete"],
)

# %% [markdown]
# ## 4. The same question for another day, and for others
# `as_of` turns back the clock: what happened later has not happened yet. The committee sees the same figures after
# the release desk has hidden what could point to a person.

# %%
earlier = question_for(home, today=today, as_of=question.as_of.replace(day=1))
asked = {
    "coordinator, now": year,
    f"coordinator, {earlier.as_of}": released(home, audience=Audience.COORDINATOR, question=earlier),
    "committee, now": released(home, audience=Audience.COMMISSIE, question=question),
}
beside = {
    name: {(found.id, found.branch or "both"): found.value for found in answers.findings}
    for name, answers in asked.items()
}
pd.DataFrame(beside).round(1).rename_axis(["figure", "branch"])
