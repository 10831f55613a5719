"""Links asked where what is known of them doesn't hold any more, and what was found kept."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from generator.web.exchange import Ways
from generator.web.links.kept import Kept, read_kept, write_kept
from generator.web.links.round import Pace, Progress, ask_all, is_offline
from generator.web.links.verdict import Verdict


def ask_again(
    urls: Sequence[str], path: Path, ways: Ways, pace: Pace, today: date, progress: Progress
) -> Mapping[str, Verdict] | None:
    """What became of each link, with what is kept at the path; None where no link could be asked."""
    kept = read_kept(path)
    holding = {url: kept[url].verdict for url in urls if url in kept and kept[url].holds(today)}
    wanted = [url for url in urls if url not in holding]
    if not wanted:
        return holding
    fresh = ask_all([*wanted, *_known_good(kept)], ways, pace, progress)
    if is_offline(fresh):
        return None
    write_kept(path, {**kept, **{url: Kept(verdict, today) for url, verdict in fresh.items()}}, today)
    return holding | {url: fresh[url] for url in wanted}


def _known_good(kept: Mapping[str, Kept]) -> list[str]:
    """The link that was found good longest ago: if it answers, dead ones aren't the network's fault."""
    good = [(one.day, url) for url, one in kept.items() if one.is_good]
    return [min(good)[1]] if good else []
