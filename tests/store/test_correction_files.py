"""Corrections as text: what is written is read, what is edited shows, what is broken is said in one line."""

import datetime
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import CorrectionError
from kg.store.correction_files import LARGEST_FILE, corrections_file, corrections_from, corrections_in_file
from kg.store.correction_triples import correction_triples, corrections_in
from kg.store.corrections import Action, Correction, additions, in_force, ordered, withdrawals
from kg.store.given_words import author_of
from tests.store.datasets import HERE, correction, undo

NATO = "actor/nato-wgupcc7pyfgfgtxh"
OTAN = "actor/otan-2a7dqmtcscf3pfzx"
OFFICIAL = "source/an-official-qiglmgxtsawj2auz"
STATEMENT = "statement/qiglmgxtsawj2auz"

MERGE = correction(Action.MERGE, NATO, OTAN)
SAMPLES = (
    MERGE,
    correction(Action.SPLIT, NATO, OTAN, OFFICIAL, minute=1),
    correction(Action.RENAME, OTAN, minute=2, name="Организация"),
    correction(Action.REJECT, STATEMENT, minute=3, author="Zoë “the pen” O’Hara/\\"),
    undo(MERGE, 4),
    correction(Action.SET_APART, NATO, "article/qiglmgxtsawj2auz", minute=5),
    correction(Action.CONFIRM, STATEMENT, minute=6),
)

plain = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=12)
lines = st.lists(plain, max_size=3).map(" ".join)
times = st.datetimes(
    datetime.datetime(2000, 1, 1), datetime.datetime(2026, 1, 1), timezones=st.just(datetime.UTC)
).map(lambda time: time.replace(microsecond=time.microsecond // 1000 * 1000))
corrections = st.builds(
    Correction,
    action=st.just(Action.REJECT),
    things=st.just((STATEMENT,)),
    author=plain.map(author_of),
    time=times,
    summary=lines,
    words=lines,
    source=st.sampled_from(["", "qiglmgxtsawj2auz"]),
)


@given(st.lists(corrections | st.sampled_from(SAMPLES), max_size=4))
def test_what_is_written_is_read_as_text_and_as_triples(made: list[Correction]) -> None:
    assert corrections_from(corrections_file(tuple(made)).encode(), "c.toml") == ordered(made)
    triples = [triple for each in ordered(made) for triple in correction_triples(each, HERE)]
    assert corrections_in(triples, HERE) == ordered(made)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda each: each.action)
def test_every_action_goes_into_triples_and_back(sample: Correction) -> None:
    assert corrections_in(correction_triples(sample, HERE), HERE) == (sample,)


def test_the_order_is_that_of_time_and_new_ones_come_at_the_end() -> None:
    text = corrections_file(tuple(reversed(SAMPLES)))
    assert text.startswith(corrections_file(SAMPLES[:3]))
    assert [each["id"] for each in tomllib.loads(text)["correction"]] == [each.id for each in SAMPLES]


def test_an_identifier_can_be_left_out_and_says_if_something_was_edited() -> None:
    text = corrections_file((MERGE,))
    without = "\n".join(line for line in text.splitlines() if not line.startswith("id"))
    assert corrections_from(without.encode(), "c.toml") == (MERGE,)
    with pytest.raises(CorrectionError, match=f"correction 1: is not the correction '{MERGE.id}' any more"):
        corrections_from(text.replace(OTAN, "actor/otan-3a7dqmtcscf3pfzx").encode(), "c.toml")


HEAD = "format = 1\n\n[[correction]]\n"
SIGNED = f'{HEAD}author = "Ada"\ntime = 2026-01-01T12:00:00Z\n'
REJECTED = f'{HEAD}action = "reject"\nthing = "{STATEMENT}"\n'
MERGED = f'{SIGNED}action = "merge"\n'
RENAMED = f'{SIGNED}action = "rename"\nactor = "{NATO}"\n'


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no file of corrections"),
        (b"format = 2", "no file of corrections of this version"),
        (b"\xff\xfe", "no TOML in UTF-8"),
        (b"\x00" * 100, "no TOML in UTF-8"),
        (b"[" * 100_000, "no TOML in UTF-8"),
        (b"format = " + b"9" * 10_000, "no TOML in UTF-8"),
        (b"<html>", "no TOML in UTF-8"),
        (b"format = 1\nmore = 2", "other things than tables"),
        (b"format = 1\ncorrection = 3", "other things than tables"),
        (b"format = 1\ncorrection = [3]", "correction 1: is no table"),
        (corrections_file(SAMPLES[:5]).encode()[:-60], "no TOML in UTF-8"),
        (corrections_file(SAMPLES[:5]).rpartition("author")[0].encode(), "correction 5: has no 'author'"),
        (SIGNED, "correction 1: has no 'action'"),
        (f'{SIGNED}action = "explode"', "'explode', which is none of merge, split"),
        (f'{MERGED}kept = "{NATO}"', "has no 'other'"),
        (f'{MERGED}kept = "{NATO}"\nother = "{NATO}"', "names .* twice"),
        (f'{MERGED}kept = "{OFFICIAL}"\nother = "{NATO}"', "into a source without"),
        (f'{MERGED}kept = "{STATEMENT}"\nother = "{NATO}"', "none of actor/…, source/…"),
        (f'{SIGNED}action = "reject"\nthing = "statement/a> <b"', "no identifier"),
        (f'{SIGNED}action = "reject"\nthing = "statement/../x"', "no identifier"),
        (f'{SIGNED}action = "reject"\nthing = "{STATEMENT}"\nname = "x"', "renames nobody"),
        (f'{SIGNED}action = "reject"\nthing = "{STATEMENT}"\nsumary = "x"', "has 'sumary'"),
        (f'{SIGNED}action = "reject"\nthing = "{STATEMENT}"\nwords = "\\u0007"', "no plain text"),
        (f'{SIGNED}action = "split"\nactors = ["{NATO}"]', "two or more 'actors'"),
        (RENAMED, "has no 'name'"),
        (f'{RENAMED}name = "he"', "is no name"),
        (f'{RENAMED}name = "a\\u001b[2J"', "is no name"),
        (f'{REJECTED}author = "Ada"\ntime = "noon"', "the time 'noon'"),
        (f'{REJECTED}author = "Ada"\ntime = 2026-01-01', "the time"),
        (f'{REJECTED}author = "Ada"\ntime = 2999-01-01T00:00:00Z', "to come"),
        (f'{REJECTED}author = "Ada"\ntime = 0001-01-01T00:00:00+14:00', "before"),
        (f'{REJECTED}author = " "\ntime = 2026-01-01T00:00:00Z', "author"),
    ],
)  # fmt: skip
def test_a_broken_file_is_one_error_that_names_file_and_place(content: bytes | str, reason: str) -> None:
    with pytest.raises(CorrectionError, match=reason) as refusal:
        corrections_from(content if isinstance(content, bytes) else content.encode(), "c.toml")
    assert str(refusal.value).startswith("c.toml: ")
    assert len(str(refusal.value)) < 400
    assert refusal.value.hint


def test_a_huge_file_and_none_at_all(tmp_path) -> None:
    with pytest.raises(CorrectionError, match="more than"):
        corrections_from(b"#" * (LARGEST_FILE + 1), "c.toml")
    with pytest.raises(CorrectionError, match="cannot be read"):
        corrections_in_file(tmp_path / "none.toml")


# ---------------------------------------------------------------------------------- which are in force


def test_an_undo_and_the_undo_of_an_undo() -> None:
    back = undo(MERGE, 1)
    again = undo(back, 2)
    assert in_force([MERGE, back]) == (back,)
    assert in_force([again, back, MERGE]) == (MERGE, again)
    assert withdrawals([MERGE, back, again]) == {back.id: again}


def test_only_what_is_new_is_added() -> None:
    assert additions([MERGE], SAMPLES) == SAMPLES[1:]
    assert additions(SAMPLES, SAMPLES) == ()


@pytest.mark.parametrize("given", [[SAMPLES[4]], [undo(SAMPLES[1], 0), SAMPLES[1]]])
def test_an_undo_comes_after_what_it_takes_back(given: list[Correction]) -> None:
    with pytest.raises(CorrectionError, match="takes back"):
        additions([], given)
