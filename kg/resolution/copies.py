"""Articles that repeat each other: shared runs of words, found without comparing all with all."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from kg.domain import ArticleText, Copy
from kg.identity import key

SHINGLE = 5
"""Words of a run."""
LEAST_SHINGLES = 20
"""Texts with fewer runs tell nothing: a headline, a notice."""
LEAST_CONTAINMENT = 0.4
WINDOW = datetime.timedelta(days=7)
"""Between an article and its copy, if both days are known."""
MOST_HOLDERS = 20
"""Of more articles with one run only the first count for it: the original of many reprints stays in sight,
and what every page of a publisher repeats costs little."""
_DECIMALS = 4


@dataclass(frozen=True, slots=True)
class _Shingled:
    text: ArticleText
    shingles: frozenset[int]


def find_copies(texts: Iterable[ArticleText]) -> tuple[Copy, ...]:
    """Which articles repeat the words of an earlier one, sorted by identifier.

    The original is the earlier article, of one day the longer; those without a day come last. Of several the
    first that is no copy itself. Runs of words are compared as sets, without capitals and marks.
    """
    ordered = sorted(texts, key=_order)
    shingled = [_Shingled(text, shingles_of(text.text)) for text in ordered]
    originals: dict[str, Copy] = {}
    for each, earlier in zip(shingled, _partners(shingled), strict=True):
        found = [copy for other in earlier if (copy := _copy(each, shingled[other])) is not None]
        if found:
            roots = (copy for copy in found if copy.original not in originals)
            originals[each.text.id] = next(roots, found[0])
    return tuple(originals[copy] for copy in sorted(originals))


def shingles_of(text: str) -> frozenset[int]:
    """Hashes of all runs of ``SHINGLE`` words; good within one process only."""
    words = key(text).split()
    return frozenset(map(hash, zip(*(islice(words, start, None) for start in range(SHINGLE)), strict=False)))


def _order(text: ArticleText) -> tuple[datetime.date, int, str]:
    return text.day or datetime.date.max, -len(text.text), text.id


def _partners(shingled: Sequence[_Shingled]) -> Iterable[list[int]]:
    """For each article the earlier ones that may hold enough of it, in order."""
    holders: dict[int, list[int]] = defaultdict(list)
    for place, each in enumerate(shingled):
        if len(each.shingles) < LEAST_SHINGLES:
            yield []
            continue
        shared: Counter[int] = Counter()
        for shingle in each.shingles:
            known = holders[shingle]
            shared.update(known)
            if len(known) < MOST_HOLDERS:
                known.append(place)
        least = LEAST_CONTAINMENT / 2
        smaller = {other: min(len(each.shingles), len(shingled[other].shingles)) for other in shared}
        yield sorted(other for other, count in shared.items() if count >= least * smaller[other])


def _copy(one: _Shingled, original: _Shingled) -> Copy | None:
    days = (one.text.day, original.text.day)
    if days[0] is not None and days[1] is not None and abs(days[0] - days[1]) > WINDOW:
        return None
    shared = len(one.shingles & original.shingles)
    containment = round(shared / min(len(one.shingles), len(original.shingles)), _DECIMALS)
    return Copy(one.text.id, original.text.id, containment) if containment >= LEAST_CONTAINMENT else None
