"""Persons named in full, found by what a shorter name has of theirs."""

from kg.domain import ActorKind
from kg.resolution.forms import Form
from kg.resolution.persons import Persons


def form(text: str, kind: ActorKind | None = ActorKind.PERSON) -> Form:
    return Form.of(text, (), kind)


COLE, OTHER_COLE, LIND = form("Anna Maria Cole"), form("Otto Cole"), form("Ruth Lindqvist")
PERSONS = Persons([COLE, form("Northland", ActorKind.GOVERNMENT), LIND, form("Ann"), OTHER_COLE])


def test_a_last_name_is_short_for_all_who_bear_it_in_their_order() -> None:
    assert PERSONS.shortened_by(form("Cole", None)) == [COLE, OTHER_COLE]


def test_first_names_and_several_words_are_short_for_whom_they_begin_or_end() -> None:
    assert PERSONS.shortened_by(form("Anna Maria")) == [COLE]
    assert PERSONS.shortened_by(form("Maria Cole")) == [COLE]
    assert PERSONS.shortened_by(form("Maria")) == []


def test_nobody_is_short_for_himself() -> None:
    assert PERSONS.shortened_by(LIND) == []


def test_a_handle_holds_a_last_name() -> None:
    assert PERSONS.shortened_by(form("@RuthLindqvist", None)) == [LIND]


def test_a_slip_is_found_by_its_first_letter() -> None:
    assert PERSONS.misspelt_by(form("Lindqist", None)) == [LIND]
    assert PERSONS.misspelt_by(form("Kindqvist", None)) == []


def test_last_names_are_known_as_written() -> None:
    assert PERSONS.has_last_name("Cole")
    assert not PERSONS.has_last_name("Ann")
    assert not PERSONS.has_last_name("cole")
