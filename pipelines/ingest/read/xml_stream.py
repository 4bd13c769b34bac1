"""XML read as a stream of elements, with bounded memory and without entities: a DOCTYPE is refused."""

from collections.abc import Callable, Iterable
from pathlib import Path
from xml.parsers import expat

from pipelines.ingest.read.refusal import refused

Started = Callable[[str, dict[str, str]], None]


class XmlStream:
    """Feeds pieces of XML to handlers of elements, by their name without a namespace prefix."""

    def __init__(self, path: Path, *, started: Started) -> None:
        """Prepare for one part; `path` is the file, for the sentence of a refusal."""
        self._path = path
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = started
        self.parser.StartDoctypeDeclHandler = self._refuse

    def _refuse(self, *_: object) -> None:
        raise refused("kapot", path=self._path)

    def read(self, pieces: Iterable[bytes]) -> None:
        """Read all pieces. Raises FileRefused when it is no XML."""
        try:
            for piece in pieces:
                self.parser.Parse(piece, False)
            self.parser.Parse(b"", True)
        except (expat.ExpatError, LookupError, ValueError) as problem:
            raise refused("kapot", path=self._path) from problem


def local(name: str) -> str:
    """Return the name of an element or attribute without its namespace prefix."""
    return name.rpartition(":")[2]
