"""The records of the pages of a folder → HTML that needs no script, and the folder as files."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.views.content_rows import Contents
from kg.views.event_words import days_of, told_as
from kg.views.page_building import network_page
from kg.views.pages import LOW_PROBABILITY
from kg.views.rendering import render
from kg.views.rows import RowArticle, StatementRow
from kg.views.site_building import Site
from kg.views.site_pages import ActorPage, ArticlePage, ClaimPage, EventPage, ListPage, SitePage
from kg.views.templates import environment, joined
from kg.views.wording import KIND_LOOKS, MODES, ROLES, SAYINGS, STANCES

if TYPE_CHECKING:
    from markupsafe import Markup

STYLES = ("tokens", "shapes", "cards", "site")
READING_STYLES = ("marks",)
"""Of articles, besides."""
TEMPLATES: Final[Mapping[type[SitePage], str]] = {
    ArticlePage: "site/article.html",
    ActorPage: "site/actor.html",
    ClaimPage: "site/claim.html",
    EventPage: "site/event.html",
    ListPage: "site/list.html",
}
KINDS_OF_PAGES: Final[Mapping[str, str]] = {
    "articles": "Articles",
    "actors": "Actors",
    "claims": "Claims",
    "events": "Events",
}
"""Folder to heading."""
LANE_COLOURS = 5
"""In ``page/style/marks.css``; a sixth lane has the first colour again."""

TextOf = Callable[[RowArticle], str]
"""From an article to its text."""


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file of the folder; ``path`` is relative to it."""

    path: str
    html: str


class SiteRenderer:
    """Draws pages; the templates are read once.

    ``up`` leads from a page to the top of the folder; None for a page that stands alone, which has no links
    to others. ``kinds`` are the folders that exist.
    """

    def __init__(self, *, up: str | None, kinds: Collection[str] = ()) -> None:
        self._templates = environment()
        self._templates.filters["exact"] = exact
        self._styles = joined(self._templates, "style", "css", STYLES)
        self._templates.globals.update(
            kinds=KIND_LOOKS,
            modes=MODES,
            sayings=SAYINGS,
            stances=STANCES,
            roles=ROLES,
            low_probability=LOW_PROBABILITY,
            days_of=days_of,
            told_as=told_as,
            is_in_site=up is not None,
            up=up,
            kinds_of_pages={kind: called for kind, called in KINDS_OF_PAGES.items() if kind in kinds},
        )
        self._reading = joined(self._templates, "style", "css", READING_STYLES)

    def render(self, page: SitePage) -> str:
        """A page as an HTML document, to be written as UTF-8."""
        marks = f"{self._reading}\n{mark_rules(page)}" if isinstance(page, ArticlePage) else ""
        template = self._templates.get_template(TEMPLATES[type(page)])
        return template.render(page=page, styles=self._styles, marks=marks)


def render_article(page: ArticlePage) -> str:
    """An article alone, without links to other pages."""
    return SiteRenderer(up=None).render(page)


def mark_rules(page: ArticlePage) -> str:
    """The rules that underline each set of lanes, and those that light a statement up when it is chosen."""
    rules = [f":root {{ --lanes: {page.lane_count}; }}"]
    rules += [_lane_rule(lanes) for lanes in page.lane_sets]
    rules += [_chosen_rule(number) for number in range(len(page.cards))]
    return "\n".join(rules)


def _chosen_rule(number: int) -> str:
    chosen = f"body:has(.on-{number}:is(:target, :hover), .at-{number}:target)"
    return (
        f"{chosen} .in-{number} {{ background-color: var(--mark); color: var(--mark-ink); }}\n"
        f"{chosen} .by-{number} {{ outline: 1.5px solid currentColor; outline-offset: 1px; }}"
    )


def _lane_rule(lanes: tuple[int, ...]) -> str:
    colours = (f"var(--lane-{lane % LANE_COLOURS})" for lane in lanes)
    images = ", ".join(f"linear-gradient({colour}, {colour})" for colour in colours)
    places = ", ".join(f"0 calc(100% - (var(--lanes) - 1 - {lane}) * 4px)" for lane in lanes)
    name = "".join(f"-{lane}" for lane in lanes)
    return f".lanes{name} {{ background-image: {images}; background-position: {places}; }}"


def exact(text: str) -> "Markup":
    """Text that a browser reads back as it is; it would make line feeds of carriage returns."""
    from markupsafe import Markup, escape

    return Markup(str(escape(text)).replace("\r", "&#13;"))  # noqa: S704  escaped just before


def site_files(
    rows: Sequence[StatementRow], contents: Contents, text_of: TextOf, *, title: str
) -> Iterator[SiteFile]:
    """All files of the folder, one after the other: lists, pages, and the graph."""
    site = Site(title, rows, contents)
    lists = dict(site.lists())
    top, below = (SiteRenderer(up=up, kinds=lists) for up in ("", "../"))
    for name, listed in lists.items():
        yield SiteFile(f"{name}.html", top.render(listed))
    yield SiteFile("graph.html", render(network_page(rows, contents, title=title, is_in_site=True)))
    for path, page in _pages(site, text_of):
        yield SiteFile(path, below.render(page))


def _pages(site: Site, text_of: TextOf) -> Iterator[tuple[str, SitePage]]:
    for article in site.articles:
        yield f"articles/{article.id}.html", site.article(article, text_of(article))
    for actor in site.actors():
        yield f"actors/{actor.actor.id}.html", actor
    for claim in site.claims():
        yield f"claims/{claim.claim.id}.html", claim
    for event in site.events():
        yield f"events/{event.event.id}.html", event
