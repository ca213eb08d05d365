"""How fast and how well actors are linked across articles.

``python -m benchmarks.linking`` links so many invented names and prints the seconds of one processor, the
merges and the suspects. With ``--articles FOLDER`` it measures quality, without annotation: the names in the
articles are found, without the network; each person who is named in full and by one word loses the full name
in a tenth of the articles, and linking has to find whom the bare name means.
"""

import argparse
import random
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kg.articles import read_articles
from kg.domain import Actor, ActorKind, Article, Links, Reading, Sighting
from kg.identity import actor_id
from kg.resolution import link_actors
from kg.resolution.forms import is_bare
from kg.resolution.profiles import Call
from kg.resolution.scene import set_scene

FOLDS = 10
_PER_ARTICLE = 8
_SYLLABLES = (
    "ba",
    "del",
    "fin",
    "gor",
    "han",
    "jor",
    "kal",
    "lem",
    "mor",
    "nes",
    "pol",
    "ros",
    "sten",
    "vik",
)
_GIVEN = ("Ann", "Bill", "Carl", "Dora", "Elena", "Fred", "Gina", "Hans", "Ivan", "Jane", "Karl", "Lena")


# ------------------------------------------------------------------------------------------- speed


def invented(names: int) -> Iterator[Sighting]:
    """Sightings of so many different names, each in one article or more, as names are distributed in news."""
    order = random.Random(names)  # noqa: S311  no secret
    seen: set[str] = set()
    while len(seen) < names:
        last = "".join(order.choice(_SYLLABLES) for _ in range(order.choice((2, 3, 3, 4)))).capitalize()
        middle = order.choice(("", "", f"{order.choice('ABCDEFGH')}. "))
        name = f"{order.choice(_GIVEN)} {middle}{last}"
        form = order.choice((name, name, name, f"{last} Institute", last))
        kind = ActorKind.ORGANIZATION if form.endswith("Institute") else ActorKind.PERSON
        for _ in range(min(int(order.paretovariate(1.3)), 40)):
            article = f"a{order.randrange(names // _PER_ARTICLE + 1)}"
            actor = _actor(form, kind, article, () if form == last else (last,))
            seen.add(actor.id)
            yield Sighting(article, actor)


def _actor(name: str, kind: ActorKind, article: str, aliases: Iterable[str]) -> Actor:
    scope = article if kind == ActorKind.PERSON and is_bare(name) else ""
    return Actor(actor_id(name, qualifier=scope), kind, name, tuple(aliases))


def measure_speed(names: int) -> None:
    """Print how long it takes to link so many names."""
    sightings = list(invented(names))
    begun = time.process_time()
    links = link_actors(sightings)
    seconds = time.process_time() - begun
    found = f"{len(links.merges):,} merges, {len(links.suspects):,} suspects"
    print(f"{names:,} names in {len(sightings):,} sightings: {seconds:.1f} s, {found}")


# ----------------------------------------------------------------------------------------- quality


@dataclass(frozen=True, slots=True)
class Hidden:
    """A person whose full name one article lost."""

    bare: Sighting
    person: str
    """Identifier under which the full name is read."""


def seen_in(folder: Path) -> list[Sighting]:
    """All named actors of the articles of a folder."""
    return [
        Sighting(article.id, figure.actor)
        for article in read_articles([folder])
        if isinstance(article, Article)
        for figure in set_scene(article, Reading(article.id, "none", ())).cast.figures
    ]


def hide(
    sightings: list[Sighting], fold: int, roots: Mapping[str, str]
) -> tuple[list[Sighting], list[Hidden]]:
    """The sightings with some full names taken away, and which."""
    kept, hidden = [], []
    for each in sightings:
        bare = _bare(each) if random.Random(each.article + each.actor.id).randrange(FOLDS) == fold else None  # noqa: S311
        kept.append(bare or each)
        if bare:
            hidden.append(Hidden(bare, roots.get(each.actor.id, each.actor.id)))
    return kept, hidden


def _bare(sighting: Sighting) -> Sighting | None:
    """What is left of a person without the full name; None if it has no other."""
    actor = sighting.actor
    short = sorted(name for name in actor.aliases if is_bare(Call.of(name).name))
    if actor.kind != ActorKind.PERSON or is_bare(actor.name) or not short:
        return None
    name = max((Call.of(each).name for each in short), key=lambda each: (actor.name.endswith(each), each))
    return replace(sighting, actor=_actor(name, actor.kind, sighting.article, set(short) - {name}))


def measure_quality(folder: Path) -> None:
    """Print how many hidden persons are found, wrongly found, only suspected, and not found."""
    sightings = seen_in(folder)
    roots = {merge.merged: merge.target for merge in link_actors(sightings).merges}
    counts: Counter[str] = Counter()
    for fold in range(FOLDS):
        kept, hidden = hide(sightings, fold, roots)
        named = {roots.get(each.actor.id, each.actor.id) for each in kept}
        counts += _judged(link_actors(kept), hidden, roots, named)
    linked, wrong = counts["right"] + counts["wrong"], counts["wrong"]
    known = linked + counts["missed"]
    print(f"{sum(counts.values()):,} bare names; {known:,} of somebody whom another article names in full")
    print(f"linked {linked:,}, wrongly {wrong:,}: precision {counts['right'] / max(linked, 1):.3f}")
    print(f"recall {counts['right'] / max(known, 1):.3f}; nobody to be found for {counts['nobody']:,}")


def _judged(
    links: Links, hidden: Iterable[Hidden], roots: Mapping[str, str], named: set[str]
) -> Counter[str]:
    target = {merge.merged: roots.get(merge.target, merge.target) for merge in links.merges}
    person = {each.bare.actor.id: each.person for each in hidden}
    counts: Counter[str] = Counter()
    for each in hidden:
        found = target.get(each.bare.actor.id)
        if found is not None:
            counts["right" if person.get(found, found) == each.person else "wrong"] += 1
        else:
            counts["missed" if each.person in named else "nobody"] += 1
    return counts


def main() -> None:
    """Measure speed, and quality if articles are given."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--names", type=int, default=100_000, help="so many invented names")
    parser.add_argument("--articles", type=Path, help="folder of articles to measure quality on")
    arguments = parser.parse_args()
    measure_speed(arguments.names)
    if arguments.articles:
        measure_quality(arguments.articles)


if __name__ == "__main__":
    main()
