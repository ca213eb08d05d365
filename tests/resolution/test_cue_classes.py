import pytest

from kg.domain import CueClass, Polarity
from kg.resolution.cue_classes import act_of, class_of, is_negated, sayings
from kg.resolution.inflection import plural, verb_forms
from kg.resolution.knowledge import cue_rows


@pytest.mark.parametrize(
    ("cue", "kind"),
    [
        ("said", CueClass.SAY),
        ("According to", CueClass.SAY),
        ("went on to say", CueClass.SAY),
        ("has repeatedly denied", CueClass.DENY),
        ("ruled out", CueClass.DENY),
        ("cautions against", CueClass.WARN),
        ("said in a warning", CueClass.WARN),
        ("called for", CueClass.ORDER),
        ("called", CueClass.SAY),
        ("calls", CueClass.SAY),
        ("swore", CueClass.PROMISE),
        ("wondered", CueClass.ASK),
        ("it is believed", CueClass.BELIEVE),
        ("reportedly plans", CueClass.WANT),
        ("reportedly", CueClass.REPORT),
        ("refused to confirm", CueClass.CONFIRM),
        ("refused", CueClass.DENY),
        ("accusations", CueClass.CLAIM),
        ("on the table", None),
        ("", None),
    ],
)
def test_class_of_a_cue(cue: str, kind: CueClass | None) -> None:
    assert class_of(cue) == kind


@pytest.mark.parametrize("cue", ["did not say", "didn’t say", "did n't say", "never said", "declined to say"])
def test_what_was_not_done(cue: str) -> None:
    assert is_negated(cue)


@pytest.mark.parametrize("cue", ["said", "refused to", "noted", "not at all"])
def test_what_was_done(cue: str) -> None:
    assert not is_negated(cue)


@pytest.mark.parametrize(
    ("cue", "polarity"), [("warned that", Polarity.AFFIRMS), ("warned against", Polarity.UNCOMMITTED)]
)
def test_who_warns_against_something_does_not_say_that_it_is_so(cue: str, polarity: Polarity) -> None:
    act = act_of(cue)
    assert act is not None
    assert act.polarity == polarity


def test_sayings_are_no_deeds() -> None:
    assert {"say", "deny", "hope", "announcement"} <= sayings()
    assert not {"attack", "ban", "send"} & sayings()


def test_every_class_has_words_and_the_table_is_long() -> None:
    assert {row.kind for row in cue_rows()} == set(CueClass)
    assert sum(len(row.words) for row in cue_rows()) > 400


@pytest.mark.parametrize(
    ("verb", "form"), [("admit", "admitted"), ("deny", "denies"), ("urge", "urging"), ("press", "presses")]
)
def test_forms_of_verbs(verb: str, form: str) -> None:
    assert form in set(verb_forms(verb))


@pytest.mark.parametrize(
    ("one", "many"), [("day", "days"), ("casualty", "casualties"), ("church", "churches")]
)
def test_plural(one: str, many: str) -> None:
    assert plural(one) == many
