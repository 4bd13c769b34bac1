"""Dutch words of the rows behind a figure."""

from pipelines.vocabulary.words.store import Problem

DO_NOT_AGREE = Problem(
    "De regels achter {figure} en het cijfer zelf zijn niet gelijk. Daarom tonen we ze niet.",
    "Dit is een fout in het programma. Geef dit door aan de maker.",
)
