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
# # Add your own figure
# A question the catalogue does not answer: *which share of jobs was reported by telephone?* A figure is one row per
# case, with who it is about, when it happened and whether it counts. The rest (counts per part and month, interval,
# verdict, drill-down) follows. Nothing leaves this notebook: an audience sees a figure once it is declared in its
# group's file in `pipelines/metrics`, with words, a drawn-table spec and a line in the release policy.

# %%
from datetime import datetime
from zoneinfo import ZoneInfo

import pandas as pd

from dashboard.ask import question_for
from pipelines.evaluate.answers import answer
from pipelines.evaluate.counting import rows_of
from pipelines.evaluate.frame import read_frame
from pipelines.metrics.declaration import KLUS, Direction, Figure
from pipelines.metrics.own_figure import counted_along
from pipelines.metrics.world import World
from pipelines.store.home import resolve_home
from pipelines.store.snapshot import open_snapshot
from pipelines.vocabulary.audiences import Audience

# %% [markdown]
# ## 1. The tables, as they were on the date asked for
# `World` has every record as an Ibis expression in event time: a job reported later is not in it, a job finished later
# is still open. Nothing is read yet.

# %%
world = World()
jobs = world.jobs.filter(world.jobs.status != "dubbel")
print(", ".join(jobs.columns))

# %% [markdown]
# ## 2. One row per case
# `hit` is yes, no, or empty where a case cannot be judged (here: when nobody wrote down how it came in).

# %%
rows = world.rows(
    jobs,
    case=jobs.job_id,
    person=jobs.client_id,
    branch="klus",
    on=jobs.reported_on,
    hit=jobs.channel == "telefoon",
    landlord=jobs.landlord_at_report,
    channel=jobs.channel,
)

# %% [markdown]
# ## 3. What the figure declares
# Its grain, unit and direction, and what it may be split by. The date, the period and the settings are data of the
# question, never literals in the expression.

# %%
own = Figure(
    id="X1",
    code="jobs_by_telephone",
    grain="job",
    branches=KLUS,
    rows=lambda _: rows,
    direction=Direction.STEER,
    parts=("landlord", "channel"),
)

# %% [markdown]
# ## 4. The answer, with n and interval

# %%
home = resolve_home(None)
question = question_for(home, today=datetime.now(ZoneInfo("Europe/Amsterdam")).date())
with counted_along(own), open_snapshot(home) as snapshot:
    (finding,) = answer(snapshot, question=question, codes=["X1"])
    frame = read_frame(snapshot, question=question, audience=Audience.COORDINATOR)
    cases = pd.DataFrame(rows_of(snapshot, frame=frame, code=own.code, cache=None))
print(
    "Nobody reported a job yet."
    if finding.value is None
    else f"{finding.value:.0f} % of jobs came by telephone ({finding.k:.0f} of {finding.n:.0f}),"
    f" probably between {finding.low:.0f} and {finding.high:.0f} %."
)

# %%
pd.DataFrame(
    [
        {"by": part.by, "key": part.key, "share": part.value, "k": part.k, "n": part.n}
        for part in finding.parts
    ],
    columns=["by", "key", "share", "k", "n"],
).round(1)

# %% [markdown]
# ## 5. The drill-down counts to the figure
# Always true, because both are made from the same rows. Persons are pseudonyms.

# %%
hits = int(cases["hit"].fillna(value=False).astype(bool).sum()) if len(cases) else 0
print(
    f"{hits} rows with a hit, k = {finding.k:.0f}; {len(cases)} rows in all, by {cases['person'].nunique() if len(cases) else 0} persons."
)

# %% [markdown]
# ## 6. Before others rely on it
# Does it count the same when later rows change (`tests/property/test_as_of_laws.py`)? What happens with no case, one
# case, all the same (`tests/spec/figures/test_bad_input.py`)? How does it mislead? Here: a channel left empty is not a
# "no", and who calls is not who lives there.
