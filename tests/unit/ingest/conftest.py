import pytest

from tests.unit.ingest.deliveries import Door
from tests.unit.ingest.deliveries import door as empty_door


@pytest.fixture
def door(tmp_path) -> Door:
    return empty_door(tmp_path)
