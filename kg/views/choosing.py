"""Which statements a view shows: those of a choice that people make by names and days."""

import dataclasses
import datetime
from collections.abc import Collection
from dataclasses import dataclass

from kg.errors import NewskgError
from kg.store.actors import actor_names
from kg.store.snapshot import Snapshot
from kg.views.rows import RowActor, StatementRow
from kg.views.statement_rows import local_name, statement_rows


@dataclass(frozen=True, slots=True)
class Choice:
    """What a view is restricted to; without anything it shows all."""

    actor: str | None = None
    """Only what this actor says and what is said about it; a name as people type it."""
    about: str | None = None
    """Only what is said about this actor."""
    since: datetime.date | None = None
    """Only articles of this day or later; those without a date are left out."""
    until: datetime.date | None = None
    """Only articles of this day or earlier."""
    article: str | None = None
    """Only this article: identifier, path or name."""

    def __str__(self) -> str:
        chosen = dataclasses.asdict(self).items()
        return ", ".join(f"{name} {value}" for name, value in chosen if value is not None)


def chosen_rows(snapshot: Snapshot, choice: Choice) -> list[StatementRow]:
    """The statements of a choice, sorted by article and place in it.

    Raises ``UnknownNameError`` for an actor or article that does not exist, ``NewskgError`` if the choice
    leaves nothing of a graph that has statements.
    """
    rows = statement_rows(snapshot, article=choice.article)
    actors, about = (_meant(snapshot, name) for name in (choice.actor, choice.about))
    kept = [
        row
        for row in rows
        if _has(actors, (*row.speakers, *row.about))
        and _has(about, row.about)
        and _is_between(choice.since, choice.until, row.article.date)
    ]
    if rows and not kept:
        raise NewskgError(f"no statement is left by: {choice}", hint=_advice(choice))
    return kept


def _advice(choice: Choice) -> str:
    undated = "" if choice.since is choice.until is None else "Articles without a date are left out by days. "
    return f"{undated}Leave one of them out."


def _meant(snapshot: Snapshot, name: str | None) -> frozenset[str] | None:
    """Identifiers of all actors that a name can mean; None without a name."""
    if name is None:
        return None
    return frozenset(local_name(each.iri) for each in actor_names(snapshot).find(name))


def _has(meant: Collection[str] | None, actors: Collection[RowActor]) -> bool:
    return meant is None or any(actor.id in meant for actor in actors)


def _is_between(since: datetime.date | None, until: datetime.date | None, date: datetime.date | None) -> bool:
    if since is None and until is None:
        return True
    return date is not None and (since is None or since <= date) and (until is None or date <= until)
