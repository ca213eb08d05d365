"""The process that takes HTML pages apart; ``kg.articles.pages`` starts it, and ends it if it hangs.

A page is outside material: it can keep a parser busy for hours or exhaust the memory, so it is parsed
where that harms nobody. Run as a script, this file needs nothing of newskg. It answers the first line of
its input, an empty one, by ``{}`` when it is ready (or ``{"error": …}``), and each other, ``{"html": …}``, by
what ``extract`` gives, null where the page holds no article.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_MEMORY_BYTES = 2_000_000_000

_ARTICLE_TYPES = ("Article", "BlogPosting")


def extract(html: str) -> Mapping[str, object] | None:
    """The article in a page, ``{"text": str, "declared": {…}, "guessed": {…}}``, or None.

    The text is what trafilatura extracts, one paragraph a line; declared is what the publisher says of the
    article in JSON-LD, guessed what trafilatura finds. Values may be anything that JSON holds.
    """
    from trafilatura import bare_extraction
    from trafilatura.settings import Document
    from trafilatura.utils import load_html

    tree = load_html(html if "<html" in html[:10_000].lower() else f"<html><body>{html}</body></html>")
    if tree is None:
        return None
    declared = _declared(tree)
    document = bare_extraction(tree, include_comments=False, with_metadata=True)
    if not isinstance(document, Document) or not document.text:
        return None
    guessed = {
        "title": document.title,
        "date": document.date,
        "url": document.url,
        "publisher": document.sitename,
        "author": document.author,
        "language": tree.get("lang") or tree.get("xml:lang"),
    }
    return {"text": document.text, "declared": declared, "guessed": guessed}


def _declared(tree: "HtmlElement") -> Mapping[str, object]:
    """What the first article in the page's JSON-LD says of itself."""
    for script in tree.xpath('//script[@type="application/ld+json"]'):
        with suppress(ValueError, RecursionError):
            for node in _nodes(json.loads(script.text or "", strict=False)):
                if _is_article(node):
                    return _described(node)
    return {}


def _nodes(value: object) -> Iterator[Mapping[str, object]]:
    if isinstance(value, list):
        for each in value:
            yield from _nodes(each)
    elif isinstance(value, dict):
        yield value
        yield from _nodes(value.get("@graph"))


def _is_article(node: Mapping[str, object]) -> bool:
    types = node.get("@type")
    return any(
        isinstance(each, str) and each.endswith(_ARTICLE_TYPES)
        for each in (types if isinstance(types, list) else [types])
    )


def _described(article: Mapping[str, object]) -> Mapping[str, object]:
    return {
        "title": article.get("headline") or article.get("name"),
        "date": article.get("datePublished"),
        "url": _named(article.get("url"), "@id") or _named(article.get("mainEntityOfPage"), "@id"),
        "publisher": _named(article.get("publisher"), "name"),
        "author": _named(article.get("author"), "name"),
        "language": _named(article.get("inLanguage"), "alternateName"),
    }


def _named(value: object, key: str) -> str | None:
    """A text, the text under ``key`` of an object, or those of a list, joined by commas."""
    if isinstance(value, list):
        return ", ".join(filter(None, (_named(each, key) for each in value))) or None
    if isinstance(value, dict):
        return _named(value.get(key), key)
    return value if isinstance(value, str) else None


def _limit_memory() -> None:
    with suppress(ImportError, OSError, ValueError):  # Windows has no such limit, some systems refuse it
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY_BYTES, MOST_MEMORY_BYTES))


def serve(requests: TextIO, answers: TextIO) -> None:
    """Answer until ``requests`` ends. A page may break this process; the other side then starts a new one."""
    _limit_memory()
    next(requests)
    try:
        import trafilatura  # noqa: F401
    except ImportError as error:
        print(json.dumps({"error": str(error)}), file=answers, flush=True)
        return
    print("{}", file=answers, flush=True)
    for request in requests:
        print(json.dumps(extract(json.loads(request)["html"])), file=answers, flush=True)


if __name__ == "__main__":
    output, sys.stdout = sys.stdout, sys.stderr  # nothing that a library prints may pass for an answer
    serve(sys.stdin, output)
