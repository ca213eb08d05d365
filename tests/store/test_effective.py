"""The effective graph: independent of order, one name and one kind per actor, humans before the program."""

import dataclasses
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store, Triple

from kg.domain import (
    Actor,
    ActorKind,
    ActorMention,
    Certainty,
    Claim,
    Event,
    Merge,
    Mode,
    Participant,
    ParticipantRole,
    Polarity,
    ResolutionMethod,
    ResolvedArticle,
    Span,
    Stance,
    Statement,
)
from kg.store.addresses import Kind
from kg.store.corrections import Action
from kg.store.effective import effective_triples
from kg.store.vocabulary import DCTERMS, KG, RDF, RDFS, SKOS
from tests.fakes import article
from tests.store.datasets import HERE, actor, correction, decided, effective, in_graph, objects, stored, undo
from tests.strategies import resolved_articles

TEXT = "Olena Marchuk said that Karl Brandt had left. Brandt denied that he had gone."
MARCHUK = Actor("marchuk", ActorKind.PERSON, "Olena Marchuk", ("Marchuk",))
BRANDT = Actor("brandt", ActorKind.PERSON, "Karl Brandt")


def statement(local: str, speaker: str, claim: str | None, **more: object) -> Statement:
    given = {"content": (Span(19, 44),), "source": (Span(0, 13),), "cue": (Span(14, 18),)} | more
    return Statement(
        id=local,
        mode=Mode.INDIRECT,
        polarity=Polarity.AFFIRMS,
        certainty=Certainty.UNSPECIFIED,
        speakers=(speaker,),
        probability=0.9,
        stances=(Stance(claim, Polarity.AFFIRMS),) if claim else (),
        **given,
    )


LEFT = Claim("left", "Karl Brandt had left", ("brandt",), ("leave",), predicate="leave")
SAMPLE = ResolvedArticle(
    article=article(TEXT),
    reader_version="fake-1",
    actors=(MARCHUK, BRANDT),
    mentions=(
        ActorMention(Span(0, 13), "marchuk", ResolutionMethod.NAME, 0.99),
        ActorMention(Span(24, 35), "brandt", ResolutionMethod.NAME, 1.0),
    ),
    statements=(statement("first", "marchuk", "left"),),
    claims=(LEFT,),
    events=(
        Event(
            "leave",
            "Karl Brandt leaves",
            "leave",
            participants=(Participant("brandt", ParticipantRole.AGENT),),
        ),
    ),
)
FIRST = HERE.node(Kind.STATEMENT, "first")


def again(name: str, *people: Actor, **changes: object) -> ResolvedArticle:
    """The sample as another article tells it."""
    told = article(TEXT + name)
    said = tuple(dataclasses.replace(each, id=f"{each.id}-{told.id}") for each in SAMPLE.statements)
    given = {"article": told, "actors": people or SAMPLE.actors, "statements": said} | changes
    return dataclasses.replace(SAMPLE, **given)


datasets = st.builds(
    lambda articles, merges: stored(*articles, merges=merges),
    st.lists(resolved_articles(), max_size=3),
    st.lists(
        st.builds(
            lambda merged, target: Merge(merged, target, 0.9, "alike"),
            st.sampled_from(["northland-dgrch6by3ublomch", "olena-marchuk-k5bruvsp3tl5ekb6", "third"]),
            st.sampled_from(["northland-dgrch6by3ublomch", "olena-marchuk-k5bruvsp3tl5ekb6", "fourth"]),
        ),
        max_size=3,
    ),
)


@given(datasets, st.randoms(use_true_random=False))
def test_order_changes_nothing(quads, random):
    shuffled = quads[:]
    random.shuffle(shuffled)
    assert effective(shuffled) == effective(quads)


@given(datasets)
def test_a_store_gives_what_its_quads_give(quads):
    store = Store()
    store.extend(quads)
    assert frozenset(effective_triples(store, HERE)) == effective(set(quads))  # a store is a set


@given(datasets)
def test_it_is_its_own_effective_graph(quads):
    once = effective(quads)
    assert effective(in_graph(once, HERE.article_graph("all"))) == once


@given(datasets)
def test_every_actor_has_one_kind_and_one_name(quads):
    triples = effective(quads)
    names = Counter(triple.subject for triple in triples if triple.predicate.value == SKOS.prefLabel)
    kinds = Counter(triple.subject for triple in triples if triple.predicate.value == RDF.type)
    assert set(names.values()) <= {1}
    assert all(kinds[subject] == 1 for subject in names)


@given(datasets)
def test_the_bookkeeping_stays_behind(quads):
    predicates = {triple.predicate.value for triple in effective(quads)}
    assert predicates.isdisjoint({KG.mergedInto, KG.merged, KG.evidence, KG.rejects, KG.fingerprint})


def test_one_article_alone_is_what_was_stored():
    assert effective(stored(SAMPLE)) == {quad.triple for quad in stored(SAMPLE)}


def test_merged_actors_are_read_under_one_name():
    other = again("!", Actor("o-marchuk", ActorKind.PERSON, "President Marchuk"), BRANDT)
    other = dataclasses.replace(other, mentions=(), statements=(statement("second", "o-marchuk", "left"),))
    triples = effective(stored(SAMPLE, other, merges=[Merge("o-marchuk", "marchuk", 0.9, "one title")]))
    assert objects(triples, HERE.node(Kind.STATEMENT, "second"), KG.speaker) == {actor("marchuk").value}
    assert objects(triples, actor("marchuk"), SKOS.prefLabel) == {"Olena Marchuk"}
    assert objects(triples, actor("marchuk"), SKOS.altLabel) == {"Marchuk", "President Marchuk"}
    assert not [triple for triple in triples if actor("o-marchuk") in (triple.subject, triple.object)]


@pytest.mark.parametrize("pairs", [["ab", "bc"], ["ab", "ac"], ["ac", "bc"], ["bc", "ca", "ab"]])
def test_chains_and_circles_of_merges_end_at_one_actor(pairs):
    people = [Actor(local, ActorKind.PERSON, f"Name {local.upper()}") for local in "abc"]
    merges = [Merge(merged, target, 0.9, "alike") for merged, target in pairs]
    one = dataclasses.replace(SAMPLE, actors=(*people, MARCHUK, BRANDT))
    triples = effective(stored(one, merges=merges))
    left = {
        triple.subject for triple in triples if triple.object in {Literal(f"Name {each}") for each in "ABC"}
    }
    roots = {"c"} if pairs[-1][-1] == "c" and pairs != ["ab", "ac"] else None
    assert len(left) == (2 if pairs == ["ab", "ac"] else 1)
    assert roots is None or left == {actor("c")}


@pytest.mark.parametrize(
    ("kinds", "winner"),
    [
        ([ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.ORGANIZATION], KG.Organization),
        ([ActorKind.ORGANIZATION, ActorKind.PERSON], KG.Person),
        ([ActorKind.GOVERNMENT, ActorKind.ORGANIZATION], KG.Organization),
    ],
)
def test_the_kind_of_most_articles_wins_then_a_fixed_order(kinds, winner):
    told = [again(f"{n}", MARCHUK, dataclasses.replace(BRANDT, kind=kind)) for n, kind in enumerate(kinds)]
    assert objects(effective(stored(*told)), actor("brandt"), RDF.type) == {winner}


@pytest.mark.parametrize(
    ("names", "winner"),
    [
        (["KARL BRANDT", "Karl Brandt", "Karl Brandt"], "Karl Brandt"),
        (["Karl Brandt", "Karl  Brandt"], "Karl  Brandt"),
        (["Karl Brandt", "KARL BRANDT"], "KARL BRANDT"),
    ],
)
def test_the_name_of_most_articles_wins_then_the_longest_then_the_alphabet(names, winner):
    told = [again(f"{n}", MARCHUK, dataclasses.replace(BRANDT, name=name)) for n, name in enumerate(names)]
    triples = effective(stored(*told))
    assert objects(triples, actor("brandt"), SKOS.prefLabel) == {winner}
    assert objects(triples, actor("brandt"), SKOS.altLabel) == set(names) - {winner}


def test_a_claim_has_one_wording():
    told = again("!", claims=(dataclasses.replace(LEFT, label="Karl Brandt had left!"),))
    wordings = objects(effective(stored(SAMPLE, told)), HERE.node(Kind.CLAIM, "left"), RDFS.label)
    assert wordings == {"Karl Brandt had left!"}


# ------------------------------------------------------------------------------------ human decisions


def test_a_rejected_statement_takes_with_it_what_only_it_held_up():
    triples = effective([*stored(SAMPLE), *decided(correction(Action.REJECT, FIRST))])
    kinds = Counter(triple.object.value for triple in triples if triple.predicate.value == RDF.type)
    assert kinds == {KG.Article: 1, KG.Person: 2, KG.Span: 2}  # the mentions stand: they name somebody


def test_what_something_else_holds_up_stays():
    other = again("!", statements=(statement("second", "brandt", "left"),))
    triples = effective([*stored(SAMPLE, other), *decided(correction(Action.REJECT, FIRST))])
    assert objects(triples, HERE.node(Kind.CLAIM, "left"), RDF.type) == {KG.Claim}
    assert objects(triples, HERE.node(Kind.EVENT, "leave"), RDF.type) == {KG.Event}


def test_a_rejected_actor_takes_its_statements_and_leaves_no_half_mention():
    triples = effective([*stored(SAMPLE), *decided(correction(Action.REJECT, actor("marchuk")))])
    assert not objects(triples, FIRST, RDF.type)
    assert not [triple for triple in triples if actor("marchuk") in (triple.subject, triple.object)]
    referring = {triple.subject for triple in triples if triple.predicate.value == KG.refersTo}
    assert referring == {triple.subject for triple in triples if triple.predicate.value == KG.resolution}


def test_a_speaker_among_two_can_be_rejected_alone():
    both = dataclasses.replace(SAMPLE.statements[0], speakers=("brandt", "marchuk"))
    told = dataclasses.replace(SAMPLE, statements=(both,))
    triples = effective([*stored(told), *decided(correction(Action.REJECT, actor("marchuk")))])
    assert objects(triples, FIRST, KG.speaker) == {actor("brandt").value}
    words = {triple.subject for triple in triples if triple.predicate.value == KG.refersTo}
    resolved = {triple.subject for triple in triples if triple.predicate.value == KG.resolution}
    assert words == resolved  # the words of the other one keep no trace of how they were understood


def test_a_relaying_statement_falls_with_the_one_it_relays():
    outer = statement("outer", "brandt", None)
    inner = dataclasses.replace(SAMPLE.statements[0], embedded_in="outer")
    told = dataclasses.replace(SAMPLE, statements=(outer, inner))
    triples = effective([*stored(told), *decided(correction(Action.REJECT, FIRST))])
    assert not [triple for triple in triples if triple.object == NamedNode(KG.Statement)]


def test_the_relayed_statement_stands_without_the_one_that_relays():
    outer = statement("outer", "brandt", None)
    inner = dataclasses.replace(SAMPLE.statements[0], embedded_in="outer")
    told = dataclasses.replace(SAMPLE, statements=(outer, inner))
    triples = effective(
        [*stored(told), *decided(correction(Action.REJECT, HERE.node(Kind.STATEMENT, "outer")))]
    )
    assert objects(triples, FIRST, KG.expresses)
    assert not objects(triples, FIRST, KG.embeddedIn)


def test_an_article_takes_everything_that_it_alone_says():
    triples = effective(
        [*stored(SAMPLE), *decided(correction(Action.REJECT, HERE.node(Kind.ARTICLE, SAMPLE.article.id)))]
    )
    assert triples == frozenset()


def test_a_split_keeps_apart_what_the_program_merges():
    merged = stored(SAMPLE, merges=[Merge("brandt", "marchuk", 0.6, "guessed")])
    assert not objects(effective(merged), actor("brandt"), SKOS.prefLabel)
    split = decided(correction(Action.SPLIT, actor("brandt"), actor("marchuk")))
    assert effective([*merged, *split]) == effective(stored(SAMPLE))


def test_a_human_merge_wins_over_the_program():
    third = Actor("third", ActorKind.PERSON, "A Third")
    told = dataclasses.replace(SAMPLE, actors=(MARCHUK, BRANDT, third))
    merged = stored(told, merges=[Merge("brandt", "marchuk", 0.6, "guessed")])
    said = decided(correction(Action.MERGE, actor("third"), actor("brandt")))
    assert objects(effective([*merged, *said]), actor("third"), SKOS.altLabel) == {"Karl Brandt"}


def test_a_human_name_wins_over_all_articles():
    said = decided(
        correction(Action.RENAME, actor("brandt"), name="K. Brand"),
        correction(Action.RENAME, actor("brandt"), name="K. Brandt", minute=1),
    )
    triples = effective([*stored(SAMPLE, again("!")), *said])
    assert objects(triples, actor("brandt"), SKOS.prefLabel) == {"K. Brandt"}
    assert objects(triples, actor("brandt"), SKOS.altLabel) == {"Karl Brandt"}


def test_a_human_name_goes_along_with_what_the_program_merges_only():
    merged = stored(SAMPLE, merges=[Merge("brandt", "marchuk", 0.6, "guessed")])
    name = correction(Action.RENAME, actor("brandt"), name="B.")
    assert objects(effective([*merged, *decided(name)]), actor("marchuk"), SKOS.prefLabel) == {"B."}
    merge = correction(Action.MERGE, actor("marchuk"), actor("brandt"), minute=1)
    triples = effective([*merged, *decided(name, merge)])
    assert objects(triples, actor("marchuk"), SKOS.prefLabel) == {"Olena Marchuk"}


def test_a_name_for_somebody_who_is_not_there_names_nobody():
    said = decided(correction(Action.RENAME, actor("nobody"), name="Nobody"))
    assert effective([*stored(SAMPLE), *said]) == effective(stored(SAMPLE))


def test_a_source_without_a_name_gives_an_actor_none():
    official = Actor("an-official", ActorKind.ANONYMOUS, "an official")
    told = dataclasses.replace(
        SAMPLE, actors=(*SAMPLE.actors, official), statements=(statement("first", "an-official", "left"),)
    )
    source = HERE.node(Kind.SOURCE, "an-official")
    said = [
        correction(Action.RENAME, source, name="the official"),
        correction(Action.MERGE, actor("marchuk"), source, minute=1),
    ]
    triples = effective([*stored(told), *decided(*said)])
    assert objects(triples, FIRST, KG.speaker) == {actor("marchuk").value}
    assert objects(triples, actor("marchuk"), RDF.type) == {KG.Person}
    assert objects(triples, actor("marchuk"), SKOS.prefLabel) == {"Olena Marchuk"}
    assert objects(triples, actor("marchuk"), SKOS.altLabel) == {"Marchuk"}


def test_an_undo_gives_back_exactly_what_was_there_and_can_be_undone():
    before = stored(SAMPLE, merges=[Merge("brandt", "marchuk", 0.6, "guessed")])
    made = [
        correction(Action.SPLIT, actor("brandt"), actor("marchuk"), minute=1),
        correction(Action.RENAME, actor("brandt"), name="B.", minute=2),
        correction(Action.REJECT, FIRST, minute=3),
    ]
    back = [undo(each, 10 + place) for place, each in enumerate(made)]
    again_ = [undo(each, 20 + place) for place, each in enumerate(back)]
    assert effective([*before, *decided(*made, *back)]) == effective(before)
    assert effective([*before, *decided(*made, *back, *again_)]) == effective([*before, *decided(*made)])


def test_confirmations_are_seen_and_rejections_are_not():
    confirmed = correction(Action.CONFIRM, HERE.node(Kind.EVENT, "leave"))
    quads = [
        *stored(SAMPLE),
        *decided(confirmed, correction(Action.REJECT, HERE.node(Kind.SPAN, "none"))),
    ]
    seen = {triple.subject for triple in effective(quads) if triple.object == NamedNode(KG.Correction)}
    assert seen == {HERE.node(Kind.CORRECTION, confirmed.id)}
    assert effective([*quads, *decided(undo(confirmed, 1))]) == effective(stored(SAMPLE))


def test_a_replacement_stands_in_for_what_was_rejected():
    better = HERE.node(Kind.STATEMENT, "better")
    revision = NamedNode("http://www.w3.org/ns/prov#wasRevisionOf")
    replaced = [
        Quad(*triple, HERE.corrections_graph)
        for triple in (
            *(Triple(better, q.predicate, q.object) for q in stored(SAMPLE) if q.subject == FIRST),
            Triple(better, revision, FIRST),
        )
    ]
    triples = effective([*stored(SAMPLE), *decided(correction(Action.REJECT, FIRST)), *replaced])
    assert objects(triples, better, KG.expresses) == {HERE.node(Kind.CLAIM, "left").value}
    assert not objects(triples, better, revision.value)
    assert not objects(triples, FIRST, RDF.type)


def test_what_stands_about_graphs_is_left_out():
    graph = HERE.article_graph(SAMPLE.article.id)
    about = [Quad(graph, NamedNode(DCTERMS.title), Literal("meta"), HERE.meta_graph)]
    assert effective([*stored(SAMPLE), *about]) == effective(stored(SAMPLE))
