"""From a person's words to a correction: who is meant, whether it can be, and what it says in a sentence.

Nothing is written here; ``Database.correct`` does that.
"""

import datetime
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from textwrap import shorten

from pyoxigraph import NamedNode

from kg.errors import AmbiguousNameError, CorrectionError
from kg.store.addresses import Kind
from kg.store.catalogue import StoredArticle
from kg.store.correction_log import LogEntry, Status
from kg.store.correction_triples import named_node
from kg.store.corrections import Action, Correction, additions, in_force, thing
from kg.store.database import Database
from kg.store.directory import Directory, find_identified
from kg.store.given_words import checked_name, plain

_TICK = datetime.timedelta(milliseconds=1)
_SHOWN_WORDS = 80
"""Characters of a statement in a summary."""


@dataclass(frozen=True, slots=True)
class _Draft:
    """A correction that nobody signed yet."""

    action: Action
    things: tuple[str, ...]
    summary: str
    name: str = ""
    words: str = ""
    source: str = ""

    def signed(self, author: str, time: datetime.datetime) -> Correction:
        return Correction(
            self.action,
            self.things,
            author,
            time,
            name=self.name,
            summary=plain(self.summary),
            words=plain(self.words),
            source=self.source,
        )

    def says_what(self, correction: Correction) -> bool:
        """Whether a correction decides the same."""
        return (self.action, self.things, self.name) == (
            correction.action,
            correction.things,
            correction.name,
        )


@dataclass(frozen=True)
class Desk:
    """Where one person corrects one graph; every method gives the corrections to be made."""

    database: Database
    author: str
    now: Callable[[], datetime.datetime] = lambda: datetime.datetime.now(datetime.UTC)

    def merge(self, kept: str, others: Sequence[str]) -> tuple[Correction, ...]:
        """That the others are the one who is kept: all are read under that name.

        Raises ``CorrectionError`` if they are that one by name, or if it would give a named actor the name of
        a source without one, or make sources of two articles one.
        """
        directory = self.database.directory()
        target = directory.root(directory.find(kept))
        merged = {directory.find(each): each for each in others}
        if target in merged:
            raise CorrectionError(
                f"{kept!r} and {merged[target]!r} are one actor already, “{directory.called(target)}”",
                hint="kg actors show tells who is read as it; kg actors rename gives it another name.",
            )
        return self._made([_merge(directory, target, each) for each in merged])

    def split(self, actor: str, others: Sequence[str]) -> tuple[Correction, ...]:
        """That these are different actors; without ``others``, all who are read as the one.

        Raises ``CorrectionError`` if there is nothing to take apart.
        """
        directory = self.database.directory()
        one = directory.find(actor)
        apart = [one, *map(directory.find, others)] if others else [*directory.members(directory.root(one))]
        if len(apart) < 2:
            raise CorrectionError(
                f"nobody else is read as {_quoted(directory, [one])}",
                hint="To keep two actors apart for good, name both.",
            )
        if twice := [each for place, each in enumerate(apart) if each in apart[:place]]:
            raise CorrectionError(
                f"{_quoted(directory, twice[:1])} cannot be split from itself",
                hint="kg actors show tells who is read as it; name them by their identifiers.",
            )
        return self._made([self._split(directory, apart)])

    def _split(self, directory: Directory, apart: Sequence[NamedNode]) -> _Draft:
        things = tuple(sorted(map(self._named, apart)))
        return _Draft(Action.SPLIT, things, f"hold apart {_quoted(directory, apart)}")

    def set_apart(self, actor: str, article: str) -> tuple[Correction, ...]:
        """That the actor of one article only has the name of the one elsewhere: they become two.

        Raises ``CorrectionError`` if this article or no other one names it, ``AmbiguousNameError`` if several
        of this article are read as it.
        """
        directory, told = self.database.directory(), self.database.find(article)
        root = directory.root(directory.find(actor))
        members = directory.members(root)
        here = [each for each in members if told.id in directory.articles[each]]
        if len(here) > 1:
            raise AmbiguousNameError("actor", actor, map(directory.described, here))
        if not here or directory.survey.is_unnamed(here[0]):
            raise CorrectionError(
                f"{told.name} does not name {_quoted(directory, [root])}",
                hint="kg actors show tells in how many articles an actor is.",
            )
        return self._made(self._apart_here(directory, here[0], told))

    def _apart_here(self, directory: Directory, actor: NamedNode, told: StoredArticle) -> list[_Draft]:
        """An actor that other articles have too gets an identifier here; one that is merged is split."""
        if len(directory.articles[actor]) > 1:
            things = (self._named(actor), thing(Kind.ARTICLE, told.id))
            words = f"hold {_quoted(directory, [actor])} of {told.name} apart from the one of other articles"
            return [_Draft(Action.SET_APART, things, words)]
        root = directory.root(actor)
        others = [root] if actor != root else [each for each in directory.members(root) if each != actor]
        if not others:
            raise CorrectionError(
                f"{_quoted(directory, [actor])} is in no other article",
                hint="There is nobody to hold it apart from.",
            )
        return [self._split(directory, [actor, each]) for each in others]

    def rename(self, actor: str, name: str) -> tuple[Correction, ...]:
        """That an actor is called otherwise; its old name stays one of its others.

        Raises ``CorrectionError`` for what the ontology does not take for a name.
        """
        directory = self.database.directory()
        node = directory.root(directory.find(actor))
        words = checked_name(name, is_named=not directory.survey.is_unnamed(node))
        summary = f"call {_quoted(directory, [node])} “{words}”"
        return self._made([_Draft(Action.RENAME, (self._named(node),), summary, name=words)])

    def reject(self, statements: Sequence[str]) -> tuple[Correction, ...]:
        """That these statements are wrong: they go, and whatever only they held up."""
        found = {each.node: each for each in map(self.database.statement, statements)}
        return self._made(
            [
                _Draft(
                    Action.REJECT,
                    (self._named(node),),
                    f"reject “{shorten(each.words, _SHOWN_WORDS, placeholder='…')}” ({each.article_name})",
                    words=each.words,
                    source=each.article,
                )
                for node, each in found.items()
            ]
        )

    def undo(self, correction: str | None) -> tuple[Correction, ...]:
        """That a correction is taken back: the one with this identifier, else the newest that is no undo.

        An undo is taken back by its identifier. Raises ``CorrectionError`` if there is none, or if it is
        taken back already.
        """
        every = self.database.corrections()
        standing = in_force(every)
        if correction is None:
            chosen = next((each for each in reversed(standing) if each.action is not Action.UNDO), None)
        else:
            nodes = {self.database.addresses.node(Kind.CORRECTION, each.id): each for each in every}
            chosen = nodes[find_identified(Kind.CORRECTION, correction, nodes, self.database.addresses)]
        if chosen is None:
            raise CorrectionError("there is no correction to undo", hint="kg log shows all that were made.")
        if chosen not in standing:
            raise CorrectionError(f"{chosen.id} is undone already", hint="kg log shows by which undo.")
        things = (thing(Kind.CORRECTION, chosen.id),)
        return self._made([_Draft(Action.UNDO, things, f"undo: {chosen.summary}")])

    def _named(self, node: NamedNode) -> str:
        return _named(node, self.database.addresses.base)

    def _made(self, drafts: Sequence[_Draft]) -> tuple[Correction, ...]:
        """The drafts as corrections, later than all that were made before."""
        log = self.database.log()
        for draft in drafts:
            for entry in log:
                if entry.status is Status.IN_FORCE and draft.says_what(entry.correction):
                    raise CorrectionError(
                        f"{entry.correction.author} decided that already: {entry.correction.summary}",
                        hint=f"kg undo {entry.correction.id} takes it back.",
                    )
        time = self._next_moment(log)
        return tuple(draft.signed(self.author, time + place * _TICK) for place, draft in enumerate(drafts))

    def _next_moment(self, log: Sequence[LogEntry]) -> datetime.datetime:
        """Now, in whole milliseconds, and after everything that is decided whatever the clock says."""
        now = self.now()
        now = now.replace(microsecond=now.microsecond // 1000 * 1000)
        return max([now, *(entry.correction.time + _TICK for entry in log[-1:])])


def imported(given: Collection[Correction], database: Database) -> tuple[Correction, ...]:
    """Of what was decided elsewhere, with its authors and times, all that is not known yet.

    Raises ``CorrectionError`` if one of it cannot be.
    """
    new = additions(database.corrections(), given)
    directory = database.directory()
    for each in new:
        if each.action is Action.MERGE:
            _check_merge(directory, *(named_node(every, directory.addresses) for every in each.things))
    return new


def _named(node: NamedNode, base: str) -> str:
    return node.value.removeprefix(base)


def _quoted(directory: Directory, actors: Iterable[NamedNode]) -> str:
    return ", ".join(f"“{directory.called(each)}”" for each in actors)


def _merge(directory: Directory, kept: NamedNode, other: NamedNode) -> _Draft:
    _check_merge(directory, kept, other)
    summary = f"read “{directory.called(other)}” as “{directory.called(kept)}”"
    base = directory.addresses.base
    return _Draft(Action.MERGE, (_named(kept, base), _named(other, base)), summary)


def _check_merge(directory: Directory, kept: NamedNode, other: NamedNode) -> None:
    """Refuse what would make an unnamed source out of a named actor, or one of two articles' sources."""
    survey = directory.survey
    if not survey.is_unnamed(kept):
        return
    target, merged = (f"“{directory.called(each)}”" for each in (kept, other))
    if not survey.is_unnamed(other):
        raise CorrectionError(
            f"{target} is a source without a name and {merged} has one", hint="Name the other one first."
        )
    here, there = (directory.articles.get(each) for each in (kept, other))
    if here and there and here.isdisjoint(there):
        raise CorrectionError(
            f"{target} and {merged} are sources without a name, of two articles",
            hint="If you know who they are, merge each of them into that actor.",
        )
