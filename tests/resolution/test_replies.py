from kg.domain import Polarity, ResolvedArticle
from tests.resolution.texts import told


def replies(article: ResolvedArticle) -> list[int | None]:
    """For every statement the number of the one that it replies to."""
    numbers = {statement.id: number for number, statement in enumerate(article.statements)}
    return [None if each.replies_to is None else numbers[each.replies_to] for each in article.statements]


def test_a_denial_names_the_claim_of_another_itself() -> None:
    article = told(
        "[s1:Ann Cole] [q1:rejected] [c1:[s2:Otto Lind]’s [q2:claim] [c2:that NATO troops left Ukraine]]."
    )
    outer, inner = article.statements
    assert replies(article) == [1, None]
    assert [stance.claim_id for stance in outer.stances] == [stance.claim_id for stance in inner.stances]
    assert (outer.stances[0].polarity, inner.stances[0].polarity) == (Polarity.DENIES, Polarity.AFFIRMS)


def test_who_only_tells_of_a_claim_has_no_stance_to_it() -> None:
    article = told(
        "[s1:Ann Cole] [q1:recalled] [c1:[s2:Otto Lind]’s [q2:claim] [c2:that NATO left Ukraine]]."
    )
    assert article.statements[0].stances == ()
    assert replies(article) == [None, None]


def test_the_allegation_is_the_one_just_made() -> None:
    article = told(
        "[s1:Ann Cole] [q1:alleged] [c1:that Otto Lind lied]. [s2:Lind] [q2:denied] [c2:the allegation]."
    )
    assert replies(article) == [None, 0]


def test_the_same_claim_denied_is_a_reply() -> None:
    article = told(
        "[s1:Ann Cole] [q1:said] [c1:that NATO troops left Ukraine].\n"
        "[s2:Otto Lind] [q2:denied] [c2:that NATO troops left Ukraine]."
    )
    assert replies(article) == [None, 0]


def test_who_answers_replies_to_the_other_who_spoke_last() -> None:
    article = told(
        "[s1:Ann Cole] [q1:said] [c1:that it rains]. [s2:Otto Lind] [q2:said] [c2:that it snows].\n"
        "[s3:Cole] [q3:replied] [c3:that it does not]."
    )
    assert replies(article) == [None, None, 1]


def test_a_denial_of_something_else_is_no_reply() -> None:
    article = told(
        "[s1:Ann Cole] [q1:said] [c1:that it rains]. [s2:Otto Lind] [q2:denied] [c2:that he won in Ohio]."
    )
    assert replies(article) == [None, None]
