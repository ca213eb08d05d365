"""brat stand-off, there and back."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.domain import Attribution, Span
from kg.errors import ArticleError
from kg.reader.brat import annotation_files, read_brat, write_brat

TEXT = "“We go,” the mayor said, “and we stay.”\n\nReportedly nobody came."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


SAID = Attribution(
    content=(span("“We go,”"), span("“and we stay.”")), source=(span("the mayor"),), cue=(span("said"),)
)
REPORTEDLY = Attribution(content=(span("nobody came"),), cue=(span("Reportedly"),))


def test_what_is_written_is_read() -> None:
    assert read_brat(write_brat([SAID, REPORTEDLY], TEXT), TEXT) == (SAID, REPORTEDLY)


def test_the_lines_are_those_that_brat_reads() -> None:
    assert write_brat([REPORTEDLY], TEXT).splitlines() == [
        "T1\tAttribution 41 51\tReportedly",
        "T2\tCue 41 51\tReportedly",
        "T3\tContent 52 63\tnobody came",
        "E1\tAttribution:T1 Cue:T2 Content:T3",
    ]


def test_covered_words_may_hold_line_breaks_and_fragments_join_over_white_space() -> None:
    annotation = (
        "T1\tContent 25 39;41 51\t“and we stay.”\nReportedly\nT2\tCue 19 23\tsaid\n"
        "T3\tAttribution 19 23\tsaid\nE1\tAttribution:T3 Content:T1 Cue:T2 Content2:T4\n"
    )

    (found,) = read_brat(annotation, TEXT)

    assert found == Attribution(content=(Span(25, 51),), cue=(Span(19, 23),))


def test_attributions_without_content_and_notes_are_passed_over() -> None:
    assert (
        read_brat("T1\tCue 19 23\tsaid\nE1\tAttribution:T9 Cue:T1\n#1\tAnnotatorNotes T1\tsure\n", TEXT) == ()
    )


@st.composite
def attributions(draw: st.DrawFn) -> Attribution:
    """Spans that are single words of the text, never neighbours."""
    places = [Span(at, at + 2) for at in range(0, 60, 6) if TEXT[at : at + 2].strip() == TEXT[at : at + 2]]
    chosen = draw(st.lists(st.sampled_from(places), unique=True, min_size=3, max_size=6))
    return Attribution(content=tuple(sorted(chosen[2:])), source=(chosen[0],), cue=(chosen[1],))


@given(st.lists(attributions(), max_size=5, unique=True))
def test_any_attributions_survive_the_round_trip(given_ones: list[Attribution]) -> None:
    assert set(read_brat(write_brat(given_ones, TEXT), TEXT)) == set(given_ones)


def test_annotations_are_found_beside_texts_and_in_their_folder(tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    for name in (
        "text/one.txt",
        "text/two.txt",
        "text/bare.txt",
        "attributions/one_ab12.ann",
        "attributions/one_cd34.ann",
    ):
        (tmp_path / name).touch()
    (tmp_path / "attributions/two.ann").touch()

    found = {
        path.stem: [each.name for each in annotations]
        for path, annotations in annotation_files(tmp_path).items()
    }

    assert found == {"one": ["one_ab12.ann", "one_cd34.ann"], "two": ["two.ann"]}


def test_a_folder_without_articles_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="no articles to score"):
        annotation_files(tmp_path)


def test_texts_without_annotations_are_an_error(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with pytest.raises(ArticleError, match="no annotations"):
        annotation_files(tmp_path)
