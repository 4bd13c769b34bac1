"""All figures by code name, in the order of the catalogue; importing this module enters them in the register."""

from pipelines.metrics import (
    care,
    contacts,
    experience,
    jobs,
    matches,
    quality,
    reach,
    resources,
    safety,
    signals,
    workload,
)
from pipelines.metrics.declaration import REGISTER, Figure

GROUPS = (reach, jobs, matches, care, workload, signals, safety, experience, contacts, resources, quality)

FIGURES: dict[str, Figure] = {
    figure.code: figure
    for figure in sorted(REGISTER.values(), key=lambda item: (item.id[0], int(item.id[1:])))
}
HEADLINE: tuple[str, ...] = tuple(figure.code for figure in FIGURES.values() if figure.tier == 1)
BY_ID: dict[str, str] = {figure.id: figure.code for figure in FIGURES.values()}
