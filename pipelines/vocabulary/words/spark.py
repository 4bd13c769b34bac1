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
NO_START = Problem(
    "Spark start niet ({kind}).",
    "Voer de opdracht uit met --debug en meld wat er staat, of laat --engine weg voor de gewone rekenmotor.",
)
NOT_AN_EXPORT = Problem(
    "In de map {folder} ontbreken bestanden van `werkplaats export`: {missing}.",
    "Maak de map opnieuw met `werkplaats export`.",
)
FIGURE_FAILED = Problem(
    "Spark kon een cijfer niet uitrekenen ({kind}).",
    "Dit is een fout van het programma. Voer de opdracht uit met --debug en meld wat er staat.",
)
