"""A hash of all records in a snapshot: the same rows give the same hash, whenever and however they were loaded."""

import hashlib

from pipelines.schemas.registry import RECORDS
from pipelines.schemas.storage import PROVENANCE, storage_columns
from pipelines.store.put_aside import PUT_ASIDE_SQL
from pipelines.store.snapshot import Snapshot


def content_hash(snapshot: Snapshot) -> str:
    """Return a sha256 over every record's rows, without file, row number and moment of loading.

    People stand in it by pseudonym, so nobody without the home's key can try out which rows would give it.
    """
    digest = hashlib.sha256()
    for record in sorted(RECORDS, key=lambda record: record.table):
        columns = ", ".join(f'"{name}"' for name in storage_columns(record) if name not in PROVENANCE)
        found = snapshot.run(
            f"SELECT sha256(coalesce(string_agg(line, chr(10) ORDER BY line), '')) "
            f'FROM (SELECT CAST(row({columns}) AS VARCHAR) AS line FROM "{record.table}")'
        )
        digest.update(f"{record.table} {found.rows[0][0]}\n".encode())
    put_aside = snapshot.run(f"SELECT count(*) FROM ({PUT_ASIDE_SQL})").rows[0][0]
    digest.update(f"put aside {put_aside}\n".encode())
    return digest.hexdigest()
