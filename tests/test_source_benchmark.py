"""Sources of GUM's attributions against the actors they become, on an invented document."""

import pytest

from benchmarks.layers import gum_text
from benchmarks.sources import GoldSource, gold_sources, report, score
from kg.domain import Article, Reading
from training.conllu import ROOT, Sentence, Token
from training.gum import GumAttribution, GumDocument, Mention, Words

_SENTENCES = (
    "The minister/NOUN , Olena/PROPN Marchuk/PROPN , said that rain came .",
    "She/PRON hoped that it would end .",
    "An official/NOUN warned that ships waited .",
    "I/PRON think that all is well .",
)


def _sentence(start: int, words: str) -> Sentence:
    pairs = [word.partition("/") for word in words.split()]
    tokens = tuple(
        Token(form, form, tag or "X", "X", 3 if form == "Marchuk" else ROOT, "flat", True, "_")
        for form, _, tag in pairs
    )
    return Sentence(start, tokens, 0, ())


def _document() -> GumDocument:
    starts = [0, 11, 18, 25]
    mentions = (
        Mention(0, 6, 1, "person", 1, None, "new", "coref"),
        Mention(3, 5, 3, "person", 1, None, "giv:act", "appos"),
        Mention(11, 12, 11, "person", 1, None, "giv:act", "ana"),
        Mention(18, 20, 19, "person", 2, None, "new", "sgl"),
        Mention(25, 26, 25, "person", 3, None, "new", "sgl"),
    )
    attributions = (
        GumAttribution((0, 1), Words(0, 7), (Words(7, 11),)),
        GumAttribution((11,), Words(11, 13), (Words(13, 18),)),
        GumAttribution((18, 19), Words(18, 21), (Words(21, 25),)),
        GumAttribution((25,), Words(25, 27), (Words(27, 32),)),
        GumAttribution((), Words(27, 28), (Words(28, 32),)),
    )
    sentences = tuple(map(_sentence, starts, _SENTENCES))
    return GumDocument("GUM_news_rain", "news", sentences, mentions, (), attributions)


@pytest.fixture
def sources() -> list[GoldSource]:
    document = _document()
    return gold_sources(document, gum_text(document))


def test_sources_have_words_forms_and_names(sources: list[GoldSource]) -> None:
    text = gum_text(_document()).article.text

    assert [each.form for each in sources] == ["nominal", "pronoun", "nominal", "first person"]
    assert [each.answer.attribution.source[0].of(text) for each in sources] == [
        "The minister , Olena Marchuk",
        "She",
        "An official",
        "I",
    ]
    assert [[text[name:].split()[0] for name in each.names] for each in sources] == [
        ["Olena", "Marchuk"],
        ["Olena", "Marchuk"],
        [],
        [],
    ]


def test_right_actors_are_counted_by_group() -> None:
    def read(article: Article) -> Reading:
        return Reading(article.id, "nothing", ())

    scores = score([_document()], read)

    assert (scores["all"].wanted, scores["all"].given) == (4, 4)
    assert {
        group: each.wanted for group, each in scores.items() if group in ("named", "unnamed", "news")
    } == {
        "named": 2,
        "unnamed": 2,
        "news": 4,
    }
    assert scores["unnamed nominal"].precision == scores["unnamed first person"].precision == 1.0
    assert report(scores).startswith("all ")
