from dataclasses import replace

import pytest

from kg.domain import Attribution, Mode, ResolvedArticle, Span
from kg.resolution.answers import SpeakerAnswer
from kg.resolution.evaluation import SpeakerScore, compare, plain_name, speaker_score
from tests.resolution.texts import read, told

MARKED = "[s1:Ann Cole and Otto Lind] [q1:said] [c1:that NATO left]. [q2:Reportedly], [c2:it rains]."


def answer(
    number: int, speaker: str | None, *about: str, kind: str | None = None, marked: str = MARKED
) -> SpeakerAnswer:
    return SpeakerAnswer(read(marked)[1].attributions[number], speaker, kind, about)


def scored(resolved: ResolvedArticle, *answers: SpeakerAnswer) -> SpeakerScore:
    return speaker_score([compare(resolved, answers)])


def test_names_right_and_wrong() -> None:
    score = scored(told(MARKED), answer(0, "Otto Lind & the Ann Cole", "NATO", "Ukraine"), answer(1, None))
    assert (score.found.f1, score.said.f1, score.name_accuracy) == (1.0, 1.0, 1.0)
    assert (score.about.precision, score.about.recall) == (1.0, 0.5)
    assert scored(told(MARKED), answer(0, "Ann Cole"), answer(1, "Ann Cole")).said.f1 == 0.0


_SPEAKERS = {
    "in full": ("[s1:Ann Cole] [q1:said] [c1:that it rained].", "Ann Cole", True),
    "a part of the name": ("[s1:Ann Cole] [q1:said] [c1:that it rained].", "Cole", False),
    "one of two": ("[s1:Ann Cole and Otto Lind] [q1:said] [c1:that it rained].", "Otto Lind", False),
    "nobody wanted": ("[s1:Ann Cole] [q1:said] [c1:that it rained].", None, False),
    "the author": ("[s1:I] [q1:think] [c1:that it rained].", "author", True),
}


@pytest.mark.parametrize(("marked", "wanted", "right"), _SPEAKERS.values(), ids=_SPEAKERS)
def test_a_speaker_is_right_only_as_a_whole(marked: str, wanted: str | None, right: bool) -> None:
    score = scored(told(marked), answer(0, wanted, marked=marked))
    assert (score.found.f1, score.said.f1) == (1.0, float(right))


def test_the_author_is_the_author_whatever_the_by_line_says() -> None:
    marked = "[s1:I] [q1:think] [c1:that it rained]."
    by_line = told(marked, author="Ada Berg")
    assert scored(by_line, answer(0, "author", marked=marked)).said.f1 == 1.0


def test_kinds_are_counted_over_the_found() -> None:
    score = scored(
        told(MARKED), answer(0, "Ann Cole & Otto Lind", kind="person"), answer(1, "x", kind="group")
    )
    assert (score.kind_accuracy, score.right_kinds) == (0.5, 1)
    assert {kind: (counts.precision, counts.wanted) for kind, counts in score.by_kind.items()} == {
        "person": (1.0, 1),
        "group": (0.0, 1),
    }


def test_contents_must_overlap_by_half() -> None:
    resolved = told(MARKED)
    content = resolved.statements[0].content[0]
    half = Attribution((Span(content.start, content.start + len(content) // 2 + 1),))
    less = Attribution((Span(content.start, content.start + len(content) // 3),))
    assert len(compare(resolved, [SpeakerAnswer(half, "Ann Cole")]).pairs) == 1
    assert compare(resolved, [SpeakerAnswer(less, "Ann Cole")]).pairs == ()


def test_a_statement_answers_once_the_best() -> None:
    resolved = told(MARKED)
    content = resolved.statements[0].content[0]
    worse = SpeakerAnswer(Attribution((Span(content.start, content.end - 2),)), "wrong")
    (pair,) = compare(resolved, [worse, answer(0, "Ann Cole & Otto Lind")]).pairs
    assert pair.has_right_speaker


NESTED = "[s1:Ann Cole] [q1:said] [c1:that [s2:Otto Lind] [q2:thought] [c2:NATO would leave]]."


def test_inner_statements_count_only_where_gold_has_some() -> None:
    resolved = told(NESTED)
    outer = answer(0, "Ann Cole", marked=NESTED)
    assert len(resolved.statements) == 2
    assert scored(resolved, outer).said.f1 == 1.0
    assert scored(resolved, outer, answer(1, "Otto Lind", marked=NESTED)).said.f1 == 1.0


def test_a_statement_that_only_relays_speaks_of_what_it_relays() -> None:
    (pair,) = compare(told(NESTED), [answer(0, "Ann Cole", marked=NESTED)]).pairs
    assert not pair.statement.stances
    assert pair.about_given == {"otto lind", "nato"}


def test_scores_add_up_over_articles() -> None:
    one = compare(told(MARKED), [answer(0, "Ann Cole")])
    score = speaker_score([one, one])
    assert (score.found.wanted, score.found.right_wanted, score.found.given) == (2, 2, 4)
    assert speaker_score([]).name_accuracy == speaker_score([]).kind_accuracy == 0.0


@pytest.mark.parametrize(
    ("one", "other"), [("The Post", "Post"), ("the Post’s", "Post"), ("VOTERS'", "voters"), ("Ann", " ann ")]
)
def test_articles_possessives_and_case_do_not_count(one: str, other: str) -> None:
    assert plain_name(one) == plain_name(other)


@pytest.mark.parametrize(("one", "other"), [("Cole", "Ann Cole"), ("Otto Lind Jr.", "Otto Lind")])
def test_parts_of_names_are_other_names(one: str, other: str) -> None:
    assert plain_name(one) != plain_name(other)


def test_an_article_alone_is_a_name() -> None:
    assert plain_name("The") == "the"


def test_what_the_article_tells_itself_is_no_attribution() -> None:
    resolved = told("[s1:Ann Cole] [q1:said] [c1:it rains].")
    (said,) = resolved.statements
    narrated = replace(said, id="narrated", mode=Mode.NARRATION)
    compared = compare(replace(resolved, statements=(said, narrated)), ())
    assert compared.statements == 1
