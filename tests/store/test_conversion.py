"""The border crossing: what goes into the graph comes out again, and looks as the ontology says."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Triple

from kg.domain import (
    ActorKind,
    Certainty,
    CueClass,
    Merge,
    Mode,
    ParticipantRole,
    Polarity,
    ResolutionMethod,
    ResolvedArticle,
)
from kg.store import vocabulary
from kg.store.addresses import Addresses, Kind
from kg.store.conversion import article_triples
from kg.store.link_triples import merge_triples
from kg.store.reconstruction import resolved_article
from kg.store.terms import (
    ACTOR_CLASSES,
    CERTAINTIES,
    CUE_CLASSES,
    MODES,
    PARTS,
    POLARITIES,
    RESOLUTIONS,
    STANCES,
    address,
    as_written,
    decimal,
    member_of,
)
from tests.strategies import resolved_articles

HERE = Addresses()


def without_text(resolved: ResolvedArticle) -> ResolvedArticle:
    return dataclasses.replace(resolved, article=dataclasses.replace(resolved.article, text=""))


@given(resolved_articles())
def test_what_goes_in_comes_out(resolved):
    back = resolved_article(
        article_triples(resolved, HERE),
        HERE,
        path=resolved.article.path,
        reader_version=resolved.reader_version,
    )
    assert back == without_text(resolved)


@given(resolved_articles())
def test_another_base_changes_iris_and_nothing_else(resolved):
    there = Addresses("https://example.org/kg/")
    moved = "\n".join(map(str, article_triples(resolved, there)))
    here = "\n".join(map(str, article_triples(resolved, HERE)))
    assert sorted(moved.replace(there.base, HERE.base).splitlines()) == sorted(here.splitlines())


@given(resolved_articles())
def test_every_term_is_a_word_of_the_ontology(resolved):
    known = {
        iri
        for each in vars(vocabulary).values()
        if isinstance(each, type)
        for iri in vars(each).values()
        if isinstance(iri, str)
    }
    for _, predicate, term in article_triples(resolved, HERE):
        assert predicate.value in known
        assert predicate.value != vocabulary.RDF.type or term.value in known


@given(resolved_articles())
def test_every_actor_is_described_where_it_is_named(resolved):
    triples = article_triples(resolved, HERE)
    described = {subject for subject, predicate, _ in triples if predicate.value == vocabulary.SKOS.prefLabel}
    homes = (f"{HERE.base}actor/", f"{HERE.base}source/")
    named = {term for _, _, term in triples if isinstance(term, NamedNode) and term.value.startswith(homes)}
    assert named <= described


@pytest.mark.parametrize(
    ("members", "table"),
    [
        (ActorKind, ACTOR_CLASSES),
        (Mode, MODES),
        (Polarity, POLARITIES),
        (Certainty, CERTAINTIES),
        (ResolutionMethod, RESOLUTIONS),
        (CueClass, CUE_CLASSES),
        (ParticipantRole, PARTS),
        (Polarity, STANCES),
    ],
)
def test_every_member_of_a_list_has_its_own_iri(members, table):
    assert set(table) == set(members)
    assert [member_of(table, NamedNode(iri)) for iri in table.values()] == list(table)


@pytest.mark.parametrize("term", [NamedNode(vocabulary.KG.Affirms), Literal("direct")])
def test_a_foreign_value_is_named_in_the_error(term):
    with pytest.raises(ValueError, match="none of") as caught:
        member_of(MODES, term)
    assert repr(term) in str(caught.value)


@pytest.mark.parametrize(
    ("number", "written"),
    [(1, "1.0"), (0, "0.0"), (0.5, "0.5"), (0.123456, "0.1235"), (1e-9, "0.0"), (12000, "12000.0")],
)
def test_decimals_have_a_point(number, written):
    assert decimal(number).value == written


def test_a_decimal_gets_its_point_back():
    s, p = NamedNode("http://x.example/s"), NamedNode("http://x.example/p")
    bare = Triple(s, p, Literal("1", datatype=NamedNode(vocabulary.XSD.decimal)))
    assert as_written(bare) == Triple(s, p, decimal(1))
    assert as_written(Triple(s, p, Literal("1"))) == Triple(s, p, Literal("1"))


@given(st.text(st.characters(codec="utf-8")))
def test_any_address_becomes_an_iri(path):
    assert NamedNode(address(f"https://news.example/{path}").value)


def test_a_local_identifier_of_another_kind_is_refused():
    with pytest.raises(ValueError, match="no IRI of the kind 'claim'"):
        HERE.local(Kind.CLAIM, HERE.node(Kind.ARTICLE, "a"))


def test_a_merge_keeps_its_evidence():
    texts = {
        str(triple) for triple in merge_triples(Merge("marchuk", "olena-marchuk", 0.9, "one name"), HERE)
    }
    assert (
        f"<{HERE.base}actor/marchuk> <{vocabulary.KG.mergedInto}> <{HERE.base}actor/olena-marchuk>" in texts
    )
    assert any('"one name"' in text for text in texts)
