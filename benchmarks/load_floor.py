"""The floor: DuckDB reads the same file as text into a table, transcoding included.

Usage: python -m benchmarks.load_floor FILE FOLDER
"""

import sys
from pathlib import Path

import duckdb

from benchmarks.load_files import BLOCK
from pipelines.store.connection import MEMORY_LIMIT


def main(source: Path, folder: Path) -> None:
    """Transcode the file and read it into a table on disk."""
    folder.mkdir(parents=True, exist_ok=True)
    utf8 = folder / "floor.csv"
    with (
        source.open(encoding="cp1252", newline="") as read,
        utf8.open("w", encoding="utf-8", newline="") as write,
    ):
        while block := read.read(BLOCK):
            write.write(block)
    with duckdb.connect(str(folder / "floor.duckdb")) as connection:
        connection.execute(f"SET memory_limit = '{MEMORY_LIMIT}'")
        connection.execute(
            f"CREATE TABLE jobs AS FROM read_csv('{utf8}', all_varchar = true, delim = ';', header = true, quote = '\"')"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
