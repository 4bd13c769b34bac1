"""Writing a file so that it is the old one or the new one, never half of either."""

import os
from pathlib import Path

OWNER_ONLY = 0o600


def write_atomically(path: Path, content: bytes) -> None:
    """Replace `path` by `content` in one rename, readable by its owner only; on a failure the old file stays."""
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNER_ONLY)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
