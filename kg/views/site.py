"""A snapshot of the graph → pages to read: the graph or an article alone, or a folder of all pages."""

from collections.abc import Iterator

from kg.store.snapshot import Snapshot
from kg.views.choosing import Choice, chosen_rows
from kg.views.content_rows import read_contents
from kg.views.page_building import network_page
from kg.views.rendering import render
from kg.views.rows import RowArticle
from kg.views.site_building import article_page
from kg.views.site_rendering import SiteFile, render_article, site_files


def graph_alone(snapshot: Snapshot, choice: Choice, *, title: str, shown_actors: int) -> str:
    """The page of who speaks about whom in the statements of a choice; raises what ``chosen_rows`` raises.

    The first drawing has so many actors.
    """
    rows = chosen_rows(snapshot, choice)
    return render(network_page(rows, read_contents(snapshot), title=title, shown_actors=shown_actors))


def article_alone(snapshot: Snapshot, choice: Choice) -> str:
    """The page of the article of a choice, without links to other pages.

    Raises ``UnknownNameError`` if there is no such article, ``NewskgError`` if the choice leaves none of its
    statements.
    """
    stored = snapshot.find(choice.article or "")
    rows = chosen_rows(snapshot, choice)
    bare = RowArticle(stored.id, stored.name, stored.title, stored.text_sha256, stored.date)
    article = rows[0].article if rows else bare
    return render_article(article_page(article, snapshot.text(stored.text_sha256) or "", rows))


def site_of(snapshot: Snapshot, choice: Choice, *, title: str) -> Iterator[SiteFile]:
    """All files of the folder of pages, the first page first; raises what ``chosen_rows`` raises."""

    def text_of(article: RowArticle) -> str:
        return snapshot.text(article.text_sha256) or ""

    rows = chosen_rows(snapshot, choice)
    return site_files(rows, read_contents(snapshot), text_of, title=title)
