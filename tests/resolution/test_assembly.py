import datetime
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.domain import Attribution, Mode, Reading, ResolvedArticle, Span
from kg.resolution import resolve
from tests.fakes import FakeReader, article
from tests.resolution.texts import read, speakers, told

TEXT = (
    "President Olena Marchuk met aides in Valdene. “Northland has sent 12,000 troops,” she said. Otto Lind, "
    "her aide, denied it.\nA Western official told NATO that he knew.\n“We left,” the official said."
)


def check_closed(resolved: ResolvedArticle) -> None:
    """Everything that is used is there, and no span breaks a rule of the ontology."""
    actors = {actor.id for actor in resolved.actors}
    claims = {claim.id for claim in resolved.claims}
    statements = {statement.id: statement for statement in resolved.statements}
    relayed = {statement.embedded_in for statement in resolved.statements}
    owners = {mention.span: mention.actor_id for mention in resolved.mentions}
    assert len(statements) == len(resolved.statements)
    assert len(owners) == len(resolved.mentions)
    assert set(owners.values()) <= actors
    assert all(set(claim.about) <= actors for claim in resolved.claims)
    for statement in resolved.statements:
        assert 1 <= len(statement.speakers) <= 4
        assert {*statement.speakers, *statement.informed_by} <= actors
        assert {each.claim_id for each in statement.stances} & claims or statement.id in relayed
        assert statement.embedded_in is None or statement.embedded_in in statements
        assert all(owners.get(span, statement.speakers[0]) in statement.speakers for span in statement.source)
        for span in statement.content:
            assert span.of(resolved.article.text) == span.of(resolved.article.text).strip() != ""
            assert not any(span.overlaps(other) for other in (*statement.source, *statement.cue))
    used = {each for s in resolved.statements for each in (*s.speakers, *s.informed_by)}
    assert actors == used | {each for claim in resolved.claims for each in claim.about}


spans = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 60)).map(
    lambda pair: Span(pair[0], min(pair[0] + pair[1], len(TEXT)))
)
some = st.lists(spans, max_size=2).map(lambda found: tuple(sorted(found)))
attributions = st.builds(
    Attribution,
    content=st.lists(spans, min_size=1, max_size=2).map(lambda found: tuple(sorted(found))),
    source=some,
    cue=some,
    mode=st.sampled_from([Mode.DIRECT, Mode.INDIRECT, Mode.MIXED]),
    probability=st.floats(0, 1),
    outer=st.none() | st.integers(0, 4),
)


@settings(deadline=None)  # the first example also reads the tables
@given(st.lists(attributions, max_size=5))
def test_whatever_is_read_the_result_is_closed(found: list[Attribution]) -> None:
    known = [
        replace(each, outer=each.outer if each.outer is not None and each.outer < index else None)
        for index, each in enumerate(found)
    ]
    told_article = article(TEXT)
    reading = Reading(told_article.id, "random", tuple(known))
    resolved = resolve(told_article, reading)
    check_closed(resolved)
    assert resolved == resolve(told_article, reading)


def test_the_fake_reader_s_article() -> None:
    told_article = article("Olena Marchuk came. “It rains,” she said. Otto Lind denied that it rains.")
    resolved = resolve(told_article, FakeReader().read(told_article))
    check_closed(resolved)
    assert speakers(resolved) == ["Olena Marchuk", "Otto Lind"]


def test_equal_words_are_counted() -> None:
    resolved = told("[s1:Ann Cole] [q1:said] [c1:yes]. [s2:Otto Lind] [q2:said] [c2:yes].")
    assert len({statement.id for statement in resolved.statements}) == 2


def test_the_same_words_have_one_speaker_the_likelier() -> None:
    told_article, reading = read("[s1:Ann Cole] told [s2:Otto Lind] [c1:[c2:that it rains]].")
    first, second = reading.attributions
    weak = replace(first, outer=None, probability=0.4)
    strong = replace(second, outer=None, probability=0.8)
    resolved = resolve(told_article, replace(reading, attributions=(weak, strong)))
    check_closed(resolved)
    assert [statement.probability for statement in resolved.statements] == [0.8]


def test_a_signed_day_after_publication_is_not_believed() -> None:
    marked = "[c1:“It rains.”]\n— Ann Cole (@anncole) May 3, 2021"
    (statement,) = told(marked).statements
    assert statement.said_on == datetime.date(2021, 5, 3)
    (statement,) = told(marked, date=datetime.date(2021, 5, 1)).statements
    assert statement.said_on is None


def test_nothing_read_nothing_said() -> None:
    told_article = article("It rains.")
    assert resolve(told_article, Reading(told_article.id, "r", ())).actors == ()
