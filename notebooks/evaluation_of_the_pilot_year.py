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
# # Evaluation of the pilot year
# What the year proves, what it disproves and what it leaves open, for the committee.
#
# Every sentence below is computed from released findings, through the same door as the app and the command line:
# nothing is typed in. It reads the home of `werkplaats` (`WERKPLAATS_HOME`, else `data/home`).

# %%
from datetime import datetime
from zoneinfo import ZoneInfo

from IPython.display import Image, Markdown, display

from dashboard.ask import question_for, released
from dashboard.charts.pictures import picture
from dashboard.charts.waiting_time import waiting_exhibit
from dashboard.words.catalogue import say
from dashboard.words.concluding import chapter, conclusions, overview, whole
from dashboard.words.numbers import long_day
from pipelines.metrics.catalogue import FIGURES
from pipelines.store.home import resolve_home
from pipelines.vocabulary.audiences import Audience

home = resolve_home(None)
question = question_for(home, today=datetime.now(ZoneInfo("Europe/Amsterdam")).date())
year = released(home, audience=Audience.COMMISSIE, question=question, codes=tuple(FIGURES))
day = long_day(question.as_of)
found = conclusions(year)

# %%
display(Markdown(f"# {say('evaluation.title')}\n\n{say('evaluation.made', day=day, snapshot=year.snapshot)}"))
display(Markdown(f"## {say('evaluation.short')}\n\n{found.short} {say('evaluation.year')}"))

# %%
display(Markdown(chapter("met", found.met)))
display(Markdown(chapter("missed", found.missed)))
display(Markdown(chapter("undecided", found.undecided)))

# %% [markdown]
# How long it takes, open cases included: the curves of the figures with a promised time.

# %%
display(Markdown(f"## {say('evaluation.curves')}"))
waits = [finding for finding in whole(year) if finding.code in {"job_lead_time", "care_wait_time"}]
for exhibit in (waiting_exhibit(finding, period=say("evaluation.period")) for finding in waits):
    if exhibit.chart is None:
        display(Markdown(exhibit.panel))
    else:
        display(Image(picture(exhibit, stamp=day), width=860, alt=exhibit.alt))

# %%
display(Markdown(chapter("without_target", found.without_target)))
display(Markdown(chapter("hidden", found.hidden)))

# %%
display(Markdown(f"## {say('evaluation.all')}\n\n{overview(year.findings)}"))
