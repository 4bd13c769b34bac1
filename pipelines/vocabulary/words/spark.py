"""Dutch sentences about the second engine: what Spark misses on this computer, and what to do."""

from pipelines.vocabulary.words.store import Problem

NO_PYSPARK = Problem(
    "Spark is op deze computer niet beschikbaar: het pakket pyspark ontbreekt.",
    "Laat --engine weg voor de gewone rekenmotor, of installeer Spark met `make spark`.",
)
NO_JAVA = Problem(
    "Spark start niet: het vindt geen Java van versie 17 of nieuwer.",
    "Laat --engine weg voor de gewone rekenmotor, of installeer Java (op Debian: openjdk-17-jre-headless).",
)
FIGURE_FAILED = Problem(
    "Spark kon een cijfer niet uitrekenen ({kind}).",
    "Dit is een fout van het programma. Voer de opdracht uit met --debug en meld wat er staat.",
)
