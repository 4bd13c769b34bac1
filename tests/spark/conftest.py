"""One Spark for all tests here, over the demo's year as `werkplaats export` writes it."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from pipelines.store.home import Home
from pipelines.store.parquet import write_put_aside, write_tables
from pipelines.store.snapshot import Snapshot, open_snapshot
from pipelines.store.spark_engine import SparkEngine, spark_session
from tests.lib.worlds import world_home
from tests.spark.two_engines import TwoEngines

WORKERS = 2  # one statement is planned while another runs
# Hundreds of small statements in a short life: making the code fast, or passing rows between tasks, costs more than it
# gains. The command line's test beside these runs Spark as people do.
SMALL = {
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.shuffle.partitions": "1",
    "spark.default.parallelism": "1",
    "spark.sql.autoBroadcastJoinThreshold": "-1",
    "spark.sql.maxPlanStringLength": "100",
}


@pytest.fixture(scope="session")
def snapshot() -> Iterator[Snapshot]:
    with open_snapshot(Home(world_home("on_course"))) as opened:
        yield opened


@pytest.fixture(scope="session")
def spark(snapshot: Snapshot, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkEngine]:
    folder = tmp_path_factory.mktemp("export")
    write_tables(snapshot, folder=folder)
    write_put_aside(snapshot, folder=folder)
    scratch = tmp_path_factory.mktemp("spark")
    with spark_session(scratch=scratch, master="local[2]", settings=SMALL) as session:
        engine = SparkEngine(session, folder=folder)
        keep_in_memory(session, folder=folder)
        yield engine


def keep_in_memory(session: Any, *, folder: Path) -> None:
    """Read each table once, as one piece: then a statement is one task per line of counts, without files or shuffles."""
    for file in folder.glob("*.parquet"):
        rows = session.read.schema(session.table(file.stem).schema).parquet(str(file))
        rows.coalesce(1).cache().createOrReplaceTempView(file.stem)


@pytest.fixture(scope="session", autouse=True)
def engines(request: pytest.FixtureRequest, snapshot: Snapshot, spark: SparkEngine) -> Iterator[TwoEngines]:
    chosen = [item.callspec.params for item in request.session.items if hasattr(item, "callspec")]
    asked = [(each["wanted"], each["question"]) for each in chosen if "wanted" in each]
    pool = ThreadPoolExecutor(WORKERS)
    both = TwoEngines(snapshot, spark, pool=pool)
    both.begin(asked)
    yield both
    pool.shutdown(cancel_futures=True)
