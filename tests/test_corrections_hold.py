"""Corrections among builds, in any order: none is lost, nobody dangles, an undo gives back what was there."""

import shutil
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from pyoxigraph import NamedNode, Quad, Triple

from kg import pipeline
from kg.errors import AmbiguousNameError, CorrectionError
from kg.store.correcting import Desk
from kg.store.correction_files import corrections_file, corrections_from
from kg.store.correction_triples import named_node
from kg.store.corrections import Action, Correction, additions, in_force
from kg.store.database import Database
from kg.store.directory import Directory
from kg.store.effective import effective_triples
from kg.store.namesakes import namesake
from kg.store.snapshot import Snapshot
from kg.store.terms import ACTOR_CLASSES
from kg.store.validation import validate, validate_corrections
from kg.store.vocabulary import DCTERMS, KG, SKOS
from tests.fakes import FakeEncoder, FakeReader

NEWS = {
    "a": "President Olena Marchuk met lawmakers. “Northland has sent troops,” Marchuk said. "
    "A Western official said that Karl Brandt had left.",
    "b": "Karl Brandt denied that Northland had sent troops to Eastmark. He said that Oléna Marchuk knew.",
    "c": "Oléna Marchuk warned that Karl Brandt had gone. “We shall see,” Karl Bràndt said.",
    "d": "Karl Bràndt said that the bridge was closed. A Western official said that Karl Bràndt had gone.",
    "e": "Olena Marchuk said that the bridge was open. Sea Watch claimed that the bridge was closed.",
}
"""Two people under two spellings each, which the program takes for one; nameless sources in two articles."""

_ACTOR_CLASSES = frozenset(map(NamedNode, ACTOR_CLASSES.values()))
_TO_ACTORS = frozenset(
    NamedNode(iri)
    for iri in (KG.speaker, KG.informedBy, KG.about, KG.participant, KG.refersTo, DCTERMS.publisher)
)

Choice = st.integers(0, 10**6)
"""One of what there is then."""


class OtherReader(FakeReader):
    """The same eyes under another version: every article is read again."""

    version = "fake-2"


class CorrectedGraph(RuleBasedStateMachine):
    """One graph, its articles, and somebody who corrects it."""

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(mkdtemp())
        self.news = self.place / "news"
        self.news.mkdir()
        self.folder = self.place / "graph"
        self.made: dict[str, Correction] = {}
        """Every correction that was ever accepted."""

    def teardown(self) -> None:
        if self.folder.exists():
            self.is_what_a_new_graph_is()
        shutil.rmtree(self.place)

    # -------------------------------------------------------------------------------------------- articles

    @initialize(names=st.sets(st.sampled_from(sorted(NEWS)), min_size=2))
    def first(self, names: set[str]) -> None:
        for name in names:
            self.write(name)
        self.build()

    @rule(name=st.sampled_from(sorted(NEWS)))
    def add_article(self, name: str) -> None:
        self.write(name)
        self.build()

    @rule(choice=Choice)
    def remove_article(self, choice: int) -> None:
        with Database.open(self.folder) as database:
            if articles := database.articles():
                chosen = articles[choice % len(articles)]
                Path(chosen.path).unlink()
                pipeline.remove([chosen.id], database, FakeEncoder)

    @rule(reader=st.sampled_from([FakeReader, OtherReader]))
    def build(self, reader: type[FakeReader] = FakeReader) -> None:
        with Database.open(self.folder) as database:
            pipeline.build([str(self.news)], database, reader, FakeEncoder)

    @rule()
    def rebuild_from_nothing(self) -> None:
        with Database.open(self.folder) as database:
            pipeline.remove([article.id for article in database.articles()], database, FakeEncoder)
            pipeline.build([str(self.news)], database, FakeReader, FakeEncoder)

    def write(self, name: str) -> None:
        (self.news / f"{name}.txt").write_text(NEWS[name], encoding="utf-8")

    # ----------------------------------------------------------------------------------------- corrections

    @rule(kept=Choice, other=Choice)
    def merge(self, kept: int, other: int) -> None:
        self.correct(lambda desk, actors: desk.merge(actors(kept), [actors(other)]))

    @rule(one=Choice, others=st.lists(Choice, max_size=2))
    def split(self, one: int, others: list[int]) -> None:
        self.correct(lambda desk, actors: desk.split(actors(one), [actors(each) for each in others]))

    @rule(actor=Choice, article=Choice)
    def set_apart(self, actor: int, article: int) -> None:
        articles = sorted(each.path for each in Snapshot.open(self.folder).articles())
        if articles:
            chosen = articles[article % len(articles)]
            self.correct(lambda desk, actors: desk.set_apart(actors(actor), chosen))

    @rule(actor=Choice, name=st.sampled_from(["Ada Quill", "Olena Marchuk", "The Hague Court", "he", "“”"]))
    def rename(self, actor: int, name: str) -> None:
        self.correct(lambda desk, actors: desk.rename(actors(actor), name))

    @rule(choice=Choice)
    def reject(self, choice: int) -> None:
        stored = self.quads(lambda quad: quad.object == NamedNode(KG.Statement))
        statements = sorted({quad.subject.value for quad in stored})
        if statements:
            self.correct(lambda desk, _actors: desk.reject([statements[choice % len(statements)]]))

    @rule(choice=Choice | st.none())
    def undo(self, choice: int | None) -> None:
        chosen = sorted(self.made)[choice % len(self.made)] if self.made and choice is not None else None
        self.correct(lambda desk, _actors: desk.undo(chosen))

    @rule(kept=Choice, other=Choice, name=st.sampled_from(["Ada Quill", "Karl Brandt"]))
    def correct_and_take_it_back(self, kept: int, other: int, name: str) -> None:
        before = self.effective()
        merged = self.correct(lambda desk, actors: desk.merge(actors(kept), [actors(other)]))
        renamed = self.correct(lambda desk, actors: desk.rename(actors(kept), name))
        for each in reversed((*merged, *renamed)):
            self.correct(lambda desk, _actors, made=each: desk.undo(made.id))
        assert self.effective() == before

    def correct(
        self, decide: Callable[[Desk, Callable[[int], str]], Sequence[Correction]]
    ) -> Sequence[Correction]:
        """Make a correction, unless it is refused; then nothing has changed."""
        with Database.open(self.folder) as database:
            actors = sorted(database.directory().names, key=str)
            if not actors:
                return ()
            try:
                made = decide(Desk(database, "Ada"), lambda choice: actors[choice % len(actors)].value)
            except (AmbiguousNameError, CorrectionError):
                return ()
            pipeline.correct(made, database, FakeEncoder)
            assert all(_holds(each, database.directory()) for each in made)
        self.made |= {each.id: each for each in made}
        return made

    # ---------------------------------------------------------------------------------- what always holds

    @invariant()
    def no_correction_is_lost(self) -> None:
        if self.folder.exists():
            log = self.log()
            assert {entry.correction.id for entry in log} == set(self.made)
            assert all(entry.note for entry in log if entry.status != "in force")

    @invariant()
    def nobody_dangles(self) -> None:
        if self.folder.exists():
            triples = self.effective()
            kinds = Counter(each.subject for each in triples if each.object in _ACTOR_CLASSES)
            names = Counter(each.subject for each in triples if each.predicate == NamedNode(SKOS.prefLabel))
            meant = {each.object for each in triples if each.predicate in _TO_ACTORS}
            actors = {each for each in meant if "/actor/" in each.value or "/source/" in each.value}
            assert actors <= kinds.keys()
            assert kinds == names
            assert set(kinds.values()) <= {1}

    @invariant()
    def what_is_undone_might_never_have_been(self) -> None:
        if self.folder.exists():
            standing = in_force(self.made.values())
            decisive = {each.id for each in standing if each.action is not Action.UNDO}
            snapshot = Snapshot.open(self.folder)
            left = snapshot.addresses
            kept = [
                quad
                for quad in snapshot.quads()
                if quad.graph_name != left.corrections_graph
                or quad.subject.value.rpartition("/")[2] in decisive
            ]
            assert frozenset(effective_triples(kept, left)) == self.effective()

    def is_what_a_new_graph_is(self) -> None:
        """The order of all that happened leaves no trace but the corrections; and all is valid."""
        with Database.open(self.folder) as database:
            written = corrections_file(database.corrections())
        with Database.open(self.place / "new") as database:
            pipeline.build([str(self.news)], database, FakeReader, FakeEncoder)
            given = corrections_from(written.encode(), "corrections.toml")
            pipeline.correct(additions((), given), database, FakeEncoder)
            assert additions(database.corrections(), given) == ()
        new = Snapshot.open(self.place / "new")
        assert frozenset(new.triples()) == self.effective()
        assert validate_corrections(new.store, new.addresses.corrections_graph).conforms
        assert validate(new.store, letter="P").conforms

    def effective(self) -> frozenset[Triple]:
        return frozenset(Snapshot.open(self.folder).triples())

    def quads(self, test: Callable[[Quad], bool]) -> list[Quad]:
        return [quad for quad in Snapshot.open(self.folder).quads() if test(quad)]

    def log(self) -> tuple[object, ...]:
        with Database.open(self.folder) as database:
            return database.log()


def _holds(correction: Correction, directory: Directory) -> bool:
    """Whether an actor is now who it is said to be."""
    if correction.action in (Action.REJECT, Action.UNDO):
        return True
    if correction.action is Action.SET_APART:
        return named_node(namesake(*correction.things), directory.addresses) in directory.names
    roots = [directory.root(named_node(each, directory.addresses)) for each in correction.things]
    if correction.action is Action.RENAME:
        return directory.called(roots[0]) == correction.name
    return len(set(roots)) == (1 if correction.action is Action.MERGE else len(roots))


def test_corrections_hold() -> None:
    run_state_machine_as_test(CorrectedGraph, settings=_settings(8, 12))


@pytest.mark.slow
def test_corrections_hold_for_long() -> None:
    run_state_machine_as_test(CorrectedGraph, settings=_settings(150, 30))


def _settings(examples: int, steps: int) -> settings:
    return settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
