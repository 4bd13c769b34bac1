"""Tests that share something costly go to one worker."""

import pytest


@pytest.mark.xdist_group("one-worker")
def test_a_group_stays_together(request):
    """xdist finds groups by the end of a test's name: where pytest leaves it off, every group is split without a word."""
    assert request.node.nodeid.endswith("@one-worker") or not request.config.getoption("loadgroup", False)
