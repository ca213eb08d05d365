import datetime
from dataclasses import replace

import pytest

from kg.domain import Event, Mode, ParticipantRole, ResolvedArticle
from tests.resolution.trees import resolved

ATTACKS = """
Norway PROPN NNP 1 nsubj
attack VERB VBD 1 root 2.7 ARG0:0 ARG1:2 LOC:4 TMP:6
Sweden PROPN NNP 1 obj
in ADP IN 4 case
Bergen PROPN NNP 1 obl
on ADP IN 6 case
14 NUM CD 1 obl
October PROPN NNP 6 nmod:unmarked
2024 NUM CD 6 nmod:unmarked
. PUNCT . 1 punct

Ann PROPN NNP 12 nsubj
Cole PROPN NNP 10 flat
say VERB VBD 12 root 2.6 ARG0:10 ARG1:16
that SCONJ IN 16 mark
Norway PROPN NNP 16 nsubj
have AUX VBD 16 aux 2.3
attack VERB VBN 12 ccomp 1.9 ARG0:14 ARG1:17
Sweden PROPN NNP 16 obj
. PUNCT . 12 punct

Otto PROPN NNP 21 nsubj
Lind PROPN NNP 19 flat
say VERB VBD 21 root 2.6 ARG0:19 ARG1:25
that SCONJ IN 25 mark
Sweden PROPN NNP 25 nsubj
would AUX MD 25 aux
attack VERB VB 21 ccomp 1.2 ARG0:23 MOD:24 ARG1:26
Norway PROPN NNP 25 obj
. PUNCT . 21 punct
"""
MARKED = (
    "Norway attacked Sweden in Bergen on 14 October 2024. "
    "[s1:Ann Cole] [q1:said] [c1:that Norway had attacked Sweden]. "
    "[s2:Otto Lind] [q2:said] [c2:that Sweden would attack Norway]."
)


def parts(event: Event, article: ResolvedArticle) -> dict[str, ParticipantRole]:
    names = {actor.id: actor.name for actor in article.actors}
    return {names[each.actor_id]: each.role for each in event.participants}


def test_what_is_told_and_claimed_is_one_event() -> None:
    article = resolved(MARKED, ATTACKS)
    told, threatened = article.events
    assert parts(told, article) == {"Norway": ParticipantRole.AGENT, "Sweden": ParticipantRole.PATIENT}
    assert parts(threatened, article) == {"Norway": ParticipantRole.PATIENT, "Sweden": ParticipantRole.AGENT}
    assert (told.lemma, told.earliest, told.latest) == (
        "attack",
        datetime.date(2024, 10, 14),
        datetime.date(2024, 10, 14),
    )
    assert [claim.events for claim in article.claims] == [(told.id,), (told.id,), (threatened.id,)]
    assert told.label == "Norway attacked Sweden in Bergen on 14 October 2024"


def test_the_own_voice_is_a_statement_of_the_author_without_cue() -> None:
    article = resolved(MARKED, ATTACKS)
    own = [each for each in article.statements if each.mode is Mode.NARRATION]
    (author,) = [actor for actor in article.actors if actor.id == own[0].speakers[0]]
    assert (len(own), own[0].cue, own[0].source, author.name) == (1, (), (), "author")


def test_the_own_voice_is_the_publishers_if_there_is_one() -> None:
    article = resolved(MARKED, ATTACKS, publisher="The Bergen Post")
    own = next(each for each in article.statements if each.mode is Mode.NARRATION)
    assert {actor.id: actor.name for actor in article.actors}[own.speakers[0]] == "The Bergen Post"


def test_without_the_own_voice_events_are_only_claimed() -> None:
    article = resolved(MARKED, ATTACKS, narration=False)
    assert all(each.mode is not Mode.NARRATION for each in article.statements)
    assert [event.earliest for event in article.events] == [None, None]


def test_an_event_with_a_day_and_a_name_is_the_same_in_every_article() -> None:
    one, other = (
        resolved(MARKED, ATTACKS, title=title, url=f"https://example.org/{title}") for title in "ab"
    )
    assert one.article.id != other.article.id
    assert one.events[0].id == other.events[0].id
    assert one.events[1].id != other.events[1].id


UNTOLD = {
    "will attack": ("will AUX MD 2 aux", "attack VERB VB 2 root 1.7 ARG0:0 ARG1:3"),
    "never attacked": ("never ADV RB 2 advmod", "attack VERB VBD 2 root 1.7 ARG0:0 ARG1:3"),
    "reportedly attacked": ("reportedly ADV RB 2 advmod", "attack VERB VBD 2 root 2.0 ARG0:0 ARG1:3"),
}


@pytest.mark.parametrize("verb", UNTOLD)
def test_what_is_not_told_as_a_fact(verb: str) -> None:
    rows = ("Norway PROPN NNP 2 nsubj", *UNTOLD[verb], "Sweden PROPN NNP 2 obj", ". PUNCT . 2 punct\n")
    trees = "\n".join(rows)
    claim = "\n".join(
        (
            "Ann PROPN NNP 7 nsubj",
            "Cole PROPN NNP 5 flat",
            "say VERB VBD 7 root 2.6",
            "that SCONJ IN 10 mark",
            "Norway PROPN NNP 10 nsubj",
            "trust VERB VBD 7 ccomp 2",
            "Sweden PROPN NNP 10 obj",
        )
    )
    marked = f"Norway {verb} Sweden. [s1:Ann Cole] [q1:said] [c1:that Norway trusted Sweden]"
    article = resolved(marked, f"{trees}\n{claim}")
    assert article.events == ()
    assert [each.mode for each in article.statements] == [Mode.INDIRECT]


NOUN = """
during ADP IN 2 case
his PRON PRP$ 2 nmod:poss
visit NOUN NN 8 obl 2.8 ARG0:1
to ADP IN 4 case
Norway PROPN NNP 2 nmod
, PUNCT , 8 punct
Otto PROPN NNP 8 nsubj
Lind PROPN NNP 6 flat
warn VERB VBD 8 root 2.5
that SCONJ IN 13 mark
Sweden PROPN NNP 13 nsubj
promise VERB VBD 8 ccomp 2.0 ARG0:10
a DET DT 13 det
return NOUN NN 11 obj 1.0
"""


def test_a_noun_tells_of_an_event_and_a_verb_of_saying_of_none() -> None:
    marked = "During his visit to Norway, [s1:Otto Lind] [q1:warned] [c1:that Sweden promised a return]"
    article = resolved(marked, NOUN)
    (visit,) = article.events
    assert (visit.lemma, parts(visit, article)) == ("visit", {"Otto Lind": ParticipantRole.AGENT})
    assert visit.label.startswith("his visit to Norway")


RELATIVE = """
Sweden PROPN NNP 6 nsubj
, PUNCT , 0 punct
which PRON WDT 4 nsubj
have AUX VBZ 4 aux
supply VERB VBN 0 acl:relcl 2.4 ARG0:2
, PUNCT , 0 punct
rest VERB VBD 6 root 2.0
. PUNCT . 6 punct

Ann PROPN NNP 10 nsubj
Cole PROPN NNP 8 flat
say VERB VBD 10 root 2.6
that SCONJ IN 13 mark
Sweden PROPN NNP 13 nsubj
pay VERB VBD 10 ccomp 2.0 ARG0:12
"""


def test_a_relative_clause_tells_of_what_it_hangs_on() -> None:
    marked = "Sweden, which has supplied, rested. [s1:Ann Cole] [q1:said] [c1:that Sweden paid]"
    article = resolved(marked, RELATIVE)
    assert article.events[0].label == "Sweden has supplied"
    assert parts(article.events[0], article) == {"Sweden": ParticipantRole.AGENT}


def test_the_result_is_closed_and_deterministic() -> None:
    article = resolved(MARKED, ATTACKS)
    claims = {claim.id for claim in article.claims}
    events = {event.id for event in article.events}
    actors = {actor.id for actor in article.actors}
    assert {stance.claim_id for each in article.statements for stance in each.stances} == claims
    assert {event for claim in article.claims for event in claim.events} == events
    assert {part.actor_id for event in article.events for part in event.participants} <= actors
    assert replace(article) == resolved(MARKED, ATTACKS)


RELEASES = """
Ann PROPN NNP 1 nsubj
release VERB VBD 1 root 2.6 ARG0:0 ARG1:3
a DET DT 3 det
letter NOUN NN 1 obj
. PUNCT . 1 punct

Otto PROPN NNP 6 nsubj
say VERB VBD 6 root 2.6
that SCONJ IN 9 mark
Ann PROPN NNP 9 nsubj
release VERB VBD 6 ccomp 2.0 ARG0:8 ARG1:11
a DET DT 11 det
{thing} NOUN NN 9 obj
"""


@pytest.mark.parametrize(("thing", "events"), [("letter", 1), ("film", 2)])
def test_two_things_done_are_two_events(thing: str, events: int) -> None:
    marked = f"Ann released a letter. [s1:Otto] [q1:said] [c1:that Ann released a {thing}]"
    assert len(resolved(marked, RELEASES.format(thing=thing)).events) == events


REJOINDER = """
however ADV RB 4 advmod
, PUNCT , 4 punct
Norway PROPN NNP 4 nsubj
have AUX VBZ 4 aux
attack VERB VBN 9 ccomp 2.1 ARG0:2 ARG1:5 LOC:7
Sweden PROPN NNP 4 obj
in ADP IN 7 case
Bergen PROPN NNP 4 obl
, PUNCT , 4 punct
say VERB VBD 9 root 2.6 ARG0:10
Cole PROPN NNP 9 nsubj
at ADP IN 12 case
lunch NOUN NN 4 obl
. PUNCT . 9 punct
"""


def test_an_event_that_somebody_tells_is_called_by_his_words_alone() -> None:
    marked = "[c1:However, Norway has attacked Sweden in Bergen], [q1:said] [s1:Cole] at lunch."
    (attack,) = resolved(marked, REJOINDER).events
    assert attack.label == "Norway has attacked Sweden in Bergen"
