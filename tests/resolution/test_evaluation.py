from kg.domain import Span
from kg.resolution.evaluation import SpeakerAnswer, SpeakerScore, answered, plain_name, score_speakers
from tests.resolution.texts import read, told

MARKED = "[s1:Ann Cole and Otto Lind] [q1:said] [c1:that NATO left]. [q2:Reportedly], [c2:it rains]."


def answer(number: int, speaker: str | None, *about: str) -> SpeakerAnswer:
    return SpeakerAnswer(read(MARKED)[1].attributions[number].content, speaker, about)


def test_names_right_and_wrong() -> None:
    resolved = told(MARKED)
    score = score_speakers(
        resolved, [answer(0, "Otto Lind & the Ann Cole", "NATO", "Ukraine"), answer(1, None)]
    )
    assert (score.answers, score.found, score.statements, score.right) == (2, 2, 2, 2)
    assert (score.about_right, score.about_given, score.about_wanted) == (1, 1, 2)
    assert (score.accuracy, score.f1) == (1.0, 1.0)
    assert score_speakers(resolved, [answer(0, "Ann Cole"), answer(1, "Ann Cole")]).right == 0


def test_contents_must_overlap_by_half() -> None:
    resolved = told(MARKED)
    content = resolved.statements[0].content[0]
    half = SpeakerAnswer((Span(content.start, content.start + len(content) // 2 + 1),), "Ann Cole")
    less = SpeakerAnswer((Span(content.start, content.start + len(content) // 3),), "Ann Cole")
    assert len(answered(resolved, [half])) == 1
    assert answered(resolved, [less]) == ()


def test_a_statement_answers_once_the_best() -> None:
    resolved = told(MARKED)
    content = resolved.statements[0].content[0]
    worse = SpeakerAnswer((Span(content.start, content.end - 2),), "wrong")
    (pair,) = answered(resolved, [worse, answer(0, "Ann Cole & Otto Lind")])
    assert pair.is_right


def test_scores_add_up() -> None:
    one = score_speakers(told(MARKED), [answer(0, "Ann Cole")])
    assert (one + one).found == 2 * one.found
    assert (one + SpeakerScore()) == one
    assert SpeakerScore().about_f1 == 0.0


def test_a_leading_article_does_not_count() -> None:
    assert plain_name("The Post") == plain_name("Post")
    assert plain_name("The") == "the"
