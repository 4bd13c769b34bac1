"""A batch lent to the engine leaves memory when its block ends, also inside a transaction."""

import gc
import weakref

import pyarrow as pa

from pipelines.ingest.stage import BATCH, registered
from pipelines.store.warehouse import memory_warehouse


def test_a_batch_is_let_go_before_its_transaction_ends(tmp_path):
    with memory_warehouse(scratch=tmp_path) as warehouse, warehouse.transaction():
        batch = pa.table({"source_row": [1, 2, 3]})
        gone = weakref.ref(batch)
        with registered(warehouse, batch):
            assert warehouse.value(f"SELECT sum(source_row) FROM {BATCH}") == 6
        del batch
        gc.collect()
        assert gone() is None
