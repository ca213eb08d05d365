"""What is read is compared with the gold, on invented documents."""

import numpy as np
import pytest

from benchmarks import predicates
from benchmarks.layers import coreference, coreference_report, entities_report, gum_text, named_entities
from kg.domain import (
    Article,
    EntityKind,
    Mention,
    MentionForm,
    MentionKind,
    NamedEntity,
    Reading,
    Span,
)
from kg.reader import Reader, load_reader
from kg.reader.layers import ARGUMENTS
from kg.reader.weights import load_weights
from training import gum
from training.conllu import ROOT, Sentence, Token
from training.entities import EntityDocument, EntitySentence, EntitySpan
from training.layers import IGNORED, DocumentBuilder, LayeredDocument

CLUSTERS = {"Ilse Brandt": 1, "She": 1, "the harbour": 2, "It": 2, "rain": 3}


def sentence(start: int, words: str, paragraph: int) -> Sentence:
    tokens = tuple(Token(form, form, "X", "X", ROOT, "root", True, "_") for form in words.split())
    return Sentence(start, tokens, paragraph, ())


def mention(start: int, end: int, cluster: int) -> gum.Mention:
    return gum.Mention(start, end, end - 1, "person", cluster, None, "new", "coref")


DOCUMENT = gum.GumDocument(
    name="GUM_news_harbour",
    genre="news",
    sentences=(sentence(0, "Ilse Brandt left the harbour", 0), sentence(5, "She liked rain . It closed", 1)),
    mentions=(mention(0, 2, 1), mention(3, 5, 2), mention(5, 6, 1), mention(7, 8, 3), mention(9, 10, 2)),
    split_antecedents=(),
    attributions=(),
)


def reading(article: Article, clusters: dict[str, int], cut: int = 0) -> Reading:
    """Each phrase in its cluster; ``cut`` characters of each span are not seen, its last word is the head."""
    mentions = []
    for words, chain in clusters.items():
        start = article.text.index(words)
        end = start + len(words)
        head = Span(end - len(words.split()[-1]), end)
        span = Span(start + cut, end) if cut < len(words) - 1 else head
        mentions.append(Mention(span, head, MentionKind.PERSON, MentionForm.NAME, chain, 1.0))
    return Reading(article.id, "by hand", (), tuple(mentions))


def test_the_text_has_its_paragraphs_and_places() -> None:
    placed = gum_text(DOCUMENT)

    assert placed.article.text.startswith("Ilse Brandt left the harbour \n\nShe liked rain")
    words = [placed.article.text[start:end] for start, end in zip(placed.starts, placed.ends, strict=True)]
    assert words == [token.form for token in DOCUMENT.tokens]


def test_perfect_chains_score_in_full() -> None:
    measure = coreference([DOCUMENT], lambda article: reading(article, CLUSTERS))

    assert (measure.by_span.conll_f1, measure.by_head.conll_f1) == (1.0, 1.0)
    assert measure.by_genre["news"].mentions.wanted == 4, "a mention alone in its cluster is left out"


def test_wrong_spans_may_have_right_heads() -> None:
    measure = coreference([DOCUMENT], lambda article: reading(article, CLUSTERS, cut=2))

    assert measure.by_span.conll_f1 < measure.by_head.conll_f1 == 1.0


def test_wrong_chains_score_less() -> None:
    crossed = CLUSTERS | {"She": 2, "It": 1}

    assert coreference([DOCUMENT], lambda article: reading(article, crossed)).by_span.muc.f1 == 0.0


NEWS = EntityDocument(
    "one",
    (
        EntitySentence(("Ilse", "Brandt", "left", "Varmo", "."), (EntitySpan(0, 2, "Person"),)),
        EntitySentence(("Varmo", "is", "big"), (EntitySpan(0, 1, "Location"),)),
    ),
)


def test_entities_are_compared_in_characters() -> None:
    def read(article: Article) -> Reading:
        spans = Span(0, 11), Span(article.text.rindex("Varmo"), article.text.rindex("Varmo") + 5)
        kinds = EntityKind.PERSON, EntityKind.ORGANIZATION
        entities = tuple(NamedEntity(span, kind) for span, kind in zip(spans, kinds, strict=True))
        return Reading(article.id, "by hand", (), entities=entities)

    scores = named_entities([NEWS], read)

    assert {kind: score.f1 for kind, score in scores.items()} == {"PER": 1, "ORG": 0, "LOC": 0, "all": 0.5}


def test_reports_name_every_score() -> None:
    lines = coreference_report(coreference([DOCUMENT], lambda article: reading(article, CLUSTERS)))

    assert "coreference, mentions by span: CoNLL F1 100.0" in lines
    assert all(name in lines for name in ("MUC", "B-cubed", "CEAF-e", "by head", "news"))
    nothing = named_entities([NEWS], lambda article: Reading(article.id, "by hand", ()))
    assert "entities, all     F1   0.0" in entities_report(nothing)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return load_reader(threads=1)


def told(sentences: dict[str, dict[str, dict[str, str]]], unknown: int = 0) -> LayeredDocument:
    """Sentences with their predicates and, of each, words and roles; of the last words nothing is known."""
    builder = DocumentBuilder()
    for words in sentences:
        builder.add(words.split(), [True] * len(words.split()), new_paragraph=False)
    built = builder.finish()
    forms, known = built.table.forms, np.zeros(len(built.table), dtype=np.int32)
    arguments = []
    for propositions in sentences.values():
        for verb, roles in propositions.items():
            known[forms.index(verb)] = 1
            arguments += [
                (forms.index(verb), forms.index(word), ARGUMENTS.index(role)) for word, role in roles.items()
            ]
    known[len(forms) - unknown :] = IGNORED
    return built.document(predicates=known, arguments=tuple(arguments))


def test_arguments_are_right_by_predicate_word_and_role() -> None:
    document = told(
        {
            "The mayor closed the bridge .": {"closed": {"mayor": "ARG0", "bridge": "ARG2"}},
            "Rain had flooded it .": {},
        },
        unknown=5,
    )

    measure = predicates.arguments([document], load_weights())

    assert (measure.predicates.f1, measure.arguments.f1, measure.of_gold.f1) == (1.0, 0.5, 0.5)
    assert {role: score.f1 for role, score in measure.by_role.items() if score.given} == {
        "ARG0": 1,
        "ARG1": 0,
    }
    lines = predicates.arguments_report(measure)
    assert "predicates        F1 100.0" in lines
    assert "  ARG2            F1   0.0" in lines


def test_factuality_is_compared_where_it_is_known(reader: Reader) -> None:
    document = told({"The mayor closed the bridge .": {}, "She may not open it .": {}})
    document.layers.factuality[[2, 9]] = (3.0, -1.0)

    assert predicates.factuality([document], reader) == pytest.approx(1.0), "two points lie on a line"
    document.layers.factuality[[2, 9]] = (-1.0, 3.0)
    assert predicates.factuality_report(predicates.factuality([document], reader)) == "factuality: r -1.000"


def test_lemmas_are_compared_token_by_token(reader: Reader) -> None:
    rows = [("The", "the", "DT"), ("mayors", "mayor", "NNS"), ("did", "do", "VBD"), ("n't", "not", "RB")]
    rows += [("vote", "vote", "VB"), ("there", "elsewhere", "RB"), (".", "_", ".")]
    tokens = tuple(Token(form, base, "X", tag, ROOT, "root", form != "did", "_") for form, base, tag in rows)
    document = gum.GumDocument("GUM_news_vote", "news", (Sentence(0, tokens, 0, ()),), (), (), ())

    score = predicates.lemmas([document], reader)

    assert (score.tokens, score.read, score.of_gold_tags) == (6, 5, 5), "the last token has no lemma"
    assert predicates.lemmas_report(score) == "lemmas: 83.3  with gold tags 83.3"
