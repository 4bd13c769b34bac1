"""The Windows text of a large file becomes UTF-8 in a process of its own, while this one looks at the rest of it."""

import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Self

from pipelines.ingest.read.csv_regular import scratch_file
from pipelines.ingest.read.encoding import CP1252, write_utf8

LARGE = 50_000_000  # bytes; a smaller file is copied in less time than a process takes to start


class CopyAhead:
    """A copy of a text from byte `start` on, begun once its encoding is known; stopped at the end of the block."""

    def __init__(self, text: Path, *, start: int, scratch: Path) -> None:
        """Prepare for a copy in the scratch folder, cleared by the caller."""
        self._text = text
        self._start = start
        self._scratch = scratch
        self._target: Path | None = None
        self._process: subprocess.Popen[bytes] | None = None

    def begin(self) -> None:
        """Start copying, unless that is under way or the file is small."""
        if self._target is not None or self._text.stat().st_size < LARGE:
            return
        self._target = scratch_file(self._scratch)
        asked = (str(self._text), str(self._start), str(self._target))
        with suppress(OSError):
            self._process = subprocess.Popen(  # noqa: S603 - this program itself
                [sys.executable, "-m", __name__, *asked], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )

    def made(self) -> Path | None:
        """Wait for the copy and return its place; None when there is none: whoever makes it then hears what is wrong."""
        return self._target if self._process is not None and self._process.wait() == 0 else None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.kill()
            self._process.wait()


if __name__ == "__main__":
    write_utf8(Path(sys.argv[1]), encoding=CP1252, start=int(sys.argv[2]), target=Path(sys.argv[3]))
