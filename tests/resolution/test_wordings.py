"""What a claim's words tell: names, dates, time, and who does what."""

import pytest

from kg.resolution.wordings import Time, wording


@pytest.mark.parametrize(
    ("label", "names"),
    [
        ("Moscow ordered its fleet to leave Seld", {"russia", "seld"}),
        ("the North Korean soldiers are in Lumen", {"north korea", "lumen"}),
        ("The talks with the union failed", set()),
        ("President Olena Marchuk met Mr. Brandt in May", {"olena", "marchuk", "brandt"}),
    ],
)
def test_names_are_canonical_and_titles_and_dates_are_none(label: str, names: set[str]) -> None:
    assert wording(label, "").names == names


@pytest.mark.parametrize(
    ("label", "predicate", "time"),
    [
        ("Halden Motors will close its plant", "close", Time.AHEAD),
        ("Marchuk may visit Orsby", "visit", Time.AHEAD),
        ("Amsel is going to run", "run", Time.AHEAD),
        ("she's going to win", "win", Time.AHEAD),
        ("Do shoot him", "shoot", Time.DUTY),
        ("Hale should resign", "resign", Time.DUTY),
        ("the ferry sank", "sink", Time.DONE),
        ("the dam has been repaired", "repair", Time.DONE),
        ("Hale apologised in May", "apologise", Time.DONE),
        ("wolves kill sheep", "kill", Time.OPEN),
    ],
)
def test_time(label: str, predicate: str, time: Time) -> None:
    assert wording(label, predicate).time == time


def test_passive_and_active_name_the_same_doer() -> None:
    active = wording("Eastmark shelled the port of Seld", "shell")
    passive = wording("the port of Seld was shelled by Eastmark", "shell")
    assert active.doers == passive.doers == {"eastmark"}
    assert active.others == passive.others == {"port", "seld"}


def test_without_a_doer_everybody_is_on_the_other_side() -> None:
    told = wording("2,000 jobs will be cut at Meridian", "cut")
    assert told.doers == frozenset()
    assert told.others == {"job", "meridian"}


def test_days_months_and_years_are_kept_apart() -> None:
    told = wording("on Monday, in May 1961, 2,000 people came", "come")
    assert told.dates == ({"mon"}, {"may"}, {"1961"})
    assert told.figures == {"1961", "2000"}


def test_words_without_content_are_left_out() -> None:
    assert wording("it will take place in Lumen", "take").words == {"plac": "place"}
