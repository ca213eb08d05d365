"""Questions are read from their files, and values are bound as values."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError, UnknownNameError
from kg.store.binding import bind
from kg.store.names import NameIndex
from kg.store.questions import (
    NAME_QUERIES,
    ParameterKind,
    Question,
    find_question,
    load_questions,
    parse_question,
)
from kg.store.vocabulary import PREFIXES
from tests.ontology.files import CLEAN, store_of

STORE = store_of(CLEAN)

TEXTUAL = parse_question(
    "textual",
    "# title: A title\n# description: What it is.\n# parameter: words text — any words\n"
    "SELECT ?asked_words WHERE { VALUES ?asked_words { UNDEF } }",
)


def names() -> dict[ParameterKind, NameIndex]:
    return {
        kind: NameIndex.of(
            kind, [tuple(None if term is None else value(term.value) for term in row) for row in rows]
        )
        for kind, query in NAME_QUERIES.items()
        for rows in [STORE.query(query, prefixes=PREFIXES)]
    }


def value(text: str) -> str | bool:
    return {"true": True, "false": False}.get(text, text)


NAMES = names()


def ask(name: str, column: str, **arguments: object) -> list[str]:
    bound = bind(find_question(name), arguments, NAMES)
    return [row[column].value for row in STORE.query(bound.sparql)]


def test_questions_come_by_name_and_sorted() -> None:
    assert list(load_questions()) == sorted(load_questions())
    assert find_question("who-said-what").title == "Who said what about whom?"


def test_a_question_that_does_not_exist() -> None:
    with pytest.raises(UnknownNameError, match="no question named 'who-said-waht'") as caught:
        find_question("who-said-waht")
    assert "who-said-what" in caught.value.hint


def test_all_know_what_they_take() -> None:
    for question in load_questions().values():
        assert question.title.endswith("?")
        assert question.description.endswith(".")
        assert len({parameter.name for parameter in question.parameters}) == len(question.parameters) > 0


@pytest.mark.parametrize(
    ("question", "arguments", "column", "expected"),
    [
        ("who-said-what", {"who": "brandt", "mode": "direct"}, "what", ["An envoy did meet us"]),
        ("who-said-what", {"who": ["lee", "reports"]}, "who", ["Lee Min-jae", "Reports"]),
        ("who-said-what", {"who": "eastmark"}, "who", []),
        ("who-said-what", {"about": "eastmark"}, "who", ["Olena Marchuk", "Karl Brandt"]),
        ("who-said-what", {"since": "2024-10-20", "mode": "indirect", "who": "the office"}, "what", [
            "it had sent an envoy to Northland",
        ]),
        ("who-said-what", {"since": "2024-10-21"}, "what", []),
        ("who-said-what", {"until": "2024-10-18"}, "who", ["Olena Marchuk"]),
        ("who-said-what", {"until": datetime.date(2024, 10, 18)}, "who", ["Olena Marchuk"]),
        ("who-said-what", {"polarity": "denies", "article": "valdene"}, "who", ["Northland"]),
        ("who-said-what", {"who": None, "article": "https://news.example/valdene", "mode": "Mixed"}, "who", [
            "a Western official",
        ]),
        ("disagreements", {"who": "olena marchuk"}, "other_by", ["Northland", "Karl Brandt"]),
        ("disagreements", {"who": "lee"}, "one_by", []),
        ("disagreements", {"who": "brandt", "other": "northland"}, "kind", ["denial"]),
        ("disagreements", {"about": "eastmark"}, "kind", ["denial", "denial", "number"]),
        ("disagreements", {"since": "2024-10-20"}, "one_by", ["Karl Brandt"]),
        ("disagreements", {"until": "2024-10-19", "who": "northland"}, "one_by", [
            "Karl Brandt", "Olena Marchuk",
        ]),
        ("claim-history", {"text": "ENVOY"}, "who", ["Office of the President of Valdene", "Karl Brandt"]),
        ("claim-history", {"who": "olena marchuk"}, "who", ["Olena Marchuk", "Northland", "Karl Brandt"]),
        ("claim-history", {"about": "eastmark", "since": "2024-10-19"}, "number", ["about 10,000 troops"]),
        ("claim-history", {"who": "lee"}, "who", []),
        ("compare", {"who": "olena marchuk", "other": "brandt", "about": "eastmark"}, "side", [
            "Karl Brandt", "Olena Marchuk",
        ]),
        ("compare", {"who": "olena marchuk", "other": "lee", "about": "eastmark"}, "side", []),
        ("compare", {"who": "seld herald", "other": "valdene courier", "about": "eastmark"}, "side", [
            "Seld Herald", "Valdene Courier",
        ]),
        ("copies", {"article": "seld"}, "title", ["Brandt: 10,000 troops in Eastmark"]),
        ("copies", {"article": "valdene"}, "title", []),
        ("events-only-claimed", {"who": "reports"}, "what", ["units reach Hill 40"]),
        ("events-only-claimed", {"about": "eastmark"}, "what", []),
        ("timeline", {"since": "2024-10-14", "until": "2024-10-14"}, "kind", ["told"]),
        ("timeline", {"who": "seld herald"}, "kind", ["told"]),
        ("timeline", {"article": "valdene", "until": "2024-10-18"}, "who", ["Olena Marchuk"]),
        ("co-mentions", {"who": "lee", "article": "valdene"}, "second", [
            "Lee Min-jae", "National Intelligence Agency", "Northland", "Olena Marchuk",
        ]),
        ("most-quoted", {"mode": "direct"}, "who", ["Karl Brandt", "Olena Marchuk"]),
        ("unnamed-sources", {"certainty": "possible"}, "source", ["Reports"]),
        ("hearsay", {"who": "brandt"}, "who", ["Olena Marchuk"]),
        ("who-said-what", {"kind": "government"}, "who", ["Northland"]),
        ("who-said-what", {"kind": ["document", "Anonymous"]}, "who", ["a Western official", "Reports"]),
        ("denials", {"kind": "organization"}, "who", ["Office of the President of Valdene"]),
        ("most-quoted", {"kind": "anonymous"}, "who", ["a Western official"]),
        ("most-quoted", {"who": "brandt", "mode": "direct"}, "statements", ["1"]),
        ("unnamed-sources", {"kind": "document"}, "source", ["Reports"]),
        ("pronoun-audit", {"resolution": "pronoun"}, "words", ["she"]),
        ("pronoun-audit", {"resolution": "description"}, "words", []),
        ("co-mentions", {"who": "lee", "other": "northland"}, "second", ["Northland"]),
        ("co-mentions", {"who": "lee", "other": "lee", "article": "seld"}, "second", []),
        ("aliases", {"who": "brandt"}, "alias", ["Brandt"]),
        ("aliases", {"kind": "government"}, "alias", []),
        ("who-said-what-about", {"who": "marchuk", "about": "eastmark"}, "named", ["Eastmark"]),
        ("who-said-what-about", {"who": "marchuk", "about": "lee"}, "named", []),
        ("who-said-what-about", {"about": "eastmark", "article": "valdene"}, "who", ["Olena Marchuk"]),
        ("pronoun-audit", {"below": 0.89, "who": "brandt"}, "what", ["An envoy did meet us"]),
        ("most-quoted", {"mode": "narration"}, "who", ["Seld Herald"]),
        ("who-said-what", {"who": "seld herald"}, "who", []),
        ("who-said-what", {"mode": "narration"}, "who", ["Seld Herald"]),
        ("denials", {"about": "office of the president"}, "who", ["Office of the President of Valdene"]),
        ("single-source-claims", {"who": "lee"}, "what", ["the soldiers are training near Port Seld"]),
        ("shared-claims", {"who": "lee"}, "what", []),
        ("evidence-for-event", {"event": "HILL 40"}, "who", ["Olena Marchuk", "Reports"]),
        ("who-talks-about-whom", {"who": "brandt", "about": "eastmark"}, "statements", ["1"]),
    ],
)  # fmt: skip
def test_parameters_narrow_the_answer(
    question: str, arguments: dict[str, object], column: str, expected: list[str]
) -> None:
    assert ask(question, column, **arguments) == expected


def test_a_name_that_can_mean_several_is_told() -> None:
    bound = bind(find_question("who-said-what"), {"who": ["marchuk", "brandt"]}, NAMES)
    assert [named.name for named in bound.meant["who"]] == ["Karl Brandt", "Olena Marchuk"]
    assert bound.sparql.count("VALUES ?asked_who { <https://example.org/actor/karl-brandt-") == 1


def test_without_arguments_the_question_stands_as_it_is() -> None:
    question = find_question("denials")
    assert bind(question, {"who": None, "about": ()}, NAMES).sparql == question.sparql


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"whom": "x"}, UnknownNameError, "no parameter named 'whom'"),
        ({"who": "Zhang"}, UnknownNameError, "no actor named 'Zhang'"),
        ({"article": "nowhere at all"}, UnknownNameError, "no article named"),
        ({"mode": "shouted"}, UnknownNameError, "no mode named 'shouted'"),
        ({"since": "last Friday"}, QueryError, "'last Friday' is no day for 'since'"),
    ],
)
def test_what_cannot_be_bound_is_one_clear_error(
    arguments: dict[str, str], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        bind(find_question("who-said-what"), arguments, NAMES)


@pytest.mark.parametrize("number", ["much", 1.5, -0.1, "nan"])
def test_a_probability_is_a_number_from_0_to_1(number: object) -> None:
    with pytest.raises(QueryError, match="is no probability for 'below'"):
        bind(find_question("pronoun-audit"), {"below": number}, NAMES)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_words_come_back_unchanged_as_one_value(words: str) -> None:
    (row,) = STORE.query(bind(TEXTUAL, {"words": words}, {}).sparql)
    assert row["asked_words"].value == words


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# title: A\nSELECT * {}", "one title and one description"),
        ("# title: A\n# description: B\n# parameter: who actor — C\nSELECT * {}", "needs 'VALUES"),
        ("# title: A\n# description: B\n# parameter: who\nSELECT * {}", "no parameter: 'who'"),
        (
            "# title: A\n# description: B\n# needs: kg:Ghost ghosts\nSELECT * {}",
            "nothing that a graph can hold",
        ),
        ("# title: A\n# description: B\n# parameter: who cat — C\nSELECT * {}", "'cat' is not a valid"),
    ],
)
def test_a_file_whose_head_is_wrong_is_refused(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse_question("broken", text)


def test_a_table_shows_the_columns_that_the_head_names() -> None:
    head = "# title: Who?\n# description: All.\n# table: who what\n"
    assert parse_question("who", head + "SELECT ?who ?what ?where WHERE {}").shown == ("who", "what")
    assert parse_question("who", head.replace("# table: who what\n", "")).shown == ()


@pytest.mark.parametrize("question", load_questions().values(), ids=lambda question: question.name)
def test_every_column_of_a_table_is_a_column_of_the_answer(question: Question) -> None:
    answered = STORE.query(question.sparql, prefixes=PREFIXES)
    assert set(question.shown) <= {variable.value for variable in answered.variables}
