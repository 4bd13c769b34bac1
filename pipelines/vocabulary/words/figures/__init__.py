"""Dutch words of the figures: label, definition, exclusions, norm, how it misleads; and the sentence of each caveat."""

from pipelines.vocabulary.words.figures import (
    care,
    contacts,
    experience,
    jobs,
    matches,
    quality,
    reach,
    resources,
    safety,
    workload,
)
from pipelines.vocabulary.words.figures.form import FigureWords

GROUPS = (reach, jobs, matches, care, workload, safety, experience, contacts, resources, quality)
WORDS: dict[str, FigureWords] = {code: words for group in GROUPS for code, words in group.WORDS.items()}
