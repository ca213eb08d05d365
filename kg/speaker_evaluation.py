"""Who speaks and about whom, scored against a careful reader's answers, twice.

::

    read_answers | Reader.read | resolve | compare      end to end
    read_answers | resolve | compare                    with the gold's attributions: resolution alone
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from kg.domain import Article, Reading
from kg.errors import ArticleError
from kg.reader.evaluation import article_at
from kg.reader.features import word_table
from kg.reader.mode import mode_of_spans
from kg.reader.reading import ordered
from kg.reader.tokenise import words
from kg.resolution import resolve
from kg.resolution.answers import AnswerSheet, SpeakerAnswer, read_answers
from kg.resolution.evaluation import ComparedArticle, compare

TEXT_PLACES = (".", "text", "../polnear/dev/text")
"""Where articles are looked for, from the folder of their answers."""


END_TO_END, WITH_GOLD = "end to end", "with gold attributions"


def evaluate_speakers(
    read: Callable[[Article], Reading], folder: Path, texts: Path | None = None
) -> dict[str, tuple[ComparedArticle, ...]]:
    """Compare what is found with the answers of a folder, ``END_TO_END`` and ``WITH_GOLD``.

    ``texts`` is the folder of the articles; without it they lie in one of ``TEXT_PLACES``. Raises
    ``ArticleError`` where answers cannot be understood, or where their article is missing or too short.
    """
    places = (texts,) if texts else tuple(folder / place for place in TEXT_PLACES)
    end_to_end, with_gold = [], []
    for sheet in read_answers(folder):
        article = _article_of(sheet, places)
        reading = read(article)
        gold = gold_reading(article, reading, sheet.answers)
        end_to_end.append(compare(resolve(article, reading), sheet.answers))
        with_gold.append(compare(resolve(article, gold), sheet.answers))
    return {END_TO_END: tuple(end_to_end), WITH_GOLD: tuple(with_gold)}


def _article_of(sheet: AnswerSheet, places: Sequence[Path]) -> Article:
    found = [path for place in places if (path := place / f"{sheet.article}.txt").is_file()]
    if not found:
        searched = ", ".join(map(str, places))
        raise ArticleError(
            str(sheet.path), f"its article {sheet.article}.txt is not in {searched}", hint="Give --text DIR."
        )
    article = article_at(found[0])
    last = max((each.attribution.content[-1].end for each in sheet.answers), default=0)
    if last > len(article.text):
        raise ArticleError(
            str(sheet.path),
            f"content up to character {last}, but {found[0]} ends at {len(article.text)}",
            hint="Give the text that was annotated, unchanged.",
        )
    return article


def gold_reading(article: Article, reading: Reading, answers: Sequence[SpeakerAnswer]) -> Reading:
    """What was read, with the attributions of the gold instead."""
    table = word_table(article.text, words(article.text))
    gold = (
        replace(each.attribution, mode=mode_of_spans(table, each.attribution.content)) for each in answers
    )
    return replace(reading, attributions=ordered(gold))
