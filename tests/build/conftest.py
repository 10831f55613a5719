"""What builds with workers are tried with: sites far smaller than those that workers are meant for."""

import pytest

from generator.build import modelling, reading, similar
from generator.build.options import Options


@pytest.fixture
def share_all_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three workers for every kind of work, however little; all is written down two pieces at a time."""
    for room in (modelling, reading, similar):
        monkeypatch.setattr(room, "_PAYS", 1)
    for room in (modelling, reading):
        monkeypatch.setattr(room, "_BATCH", 2)
    monkeypatch.setattr(Options, "processes", 3)
