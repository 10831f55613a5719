"""Links asked where what is known of them doesn't hold any more, and what was found kept."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from generator.web.exchange import Ways
from generator.web.links.kept import Kept, read_kept, write_kept
from generator.web.links.round import Pace, Progress, ask_all, is_offline
from generator.web.links.verdict import Verdict


class Rules(Struct, frozen=True):
    """Whom a run may ask: `allowed` hosts, with ports, beside those of the internet; no skipped link."""

    allowed: frozenset[str] = frozenset()
    is_skipped: Callable[[str], bool] = lambda url: False


def ask_again(
    urls: Sequence[str], path: Path, ways: Ways, pace: Pace, today: date, progress: Progress, rules: Rules
) -> Mapping[str, Verdict] | None:
    """What became of each link, with what is kept at the path; None where no link could be asked."""
    kept, allowed = read_kept(path), rules.allowed
    holding = {url: kept[url].verdict for url in urls if url in kept and kept[url].holds(today, allowed)}
    wanted = [url for url in urls if url not in holding]
    if not wanted:
        return holding
    fresh = ask_all([*wanted, *_known_good(kept, rules)], ways, pace, progress)
    if is_offline(fresh):
        return None
    found = {url: Kept(verdict, today, tuple(sorted(allowed))) for url, verdict in fresh.items()}
    write_kept(path, {**kept, **found}, today)
    return holding | {url: fresh[url] for url in wanted}


def _known_good(kept: Mapping[str, Kept], rules: Rules) -> list[str]:
    """The link that was found good longest ago: if it answers, dead ones aren't the network's fault."""
    may_ask = (url for url, one in kept.items() if rules.allowed.issuperset(one.allowed))
    good = [(kept[url].day, url) for url in may_ask if kept[url].is_good and not rules.is_skipped(url)]
    return [min(good)[1]] if good else []
