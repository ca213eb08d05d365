"""``kg view``, ``kg export``, ``kg validate``, ``kg info``: the graph out."""

import functools
import json
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.options import Command, graph_option, open_graph, output_option
from kg.graph import DEFAULT_TITLE
from kg.identity import slug

if TYPE_CHECKING:  # heavy libraries are loaded by the commands that need them: --help answers at once
    from kg.graph import Graph
    from kg.views.choosing import Choice

DEFAULT_PAGE = "graphs/kg.html"
MOST_ACTORS = 400
"""So many are laid out in some seconds; the time grows with the square."""

EXPORT_FORMATS = (
    *("turtle", "ntriples", "jsonld", "rdfxml", "nquads", "trig"),
    *("graphml", "gexf", "csv", "jsonl"),
)
"""What --help lists; the table itself would load the libraries, and the suite holds this against it."""

DAY = click.DateTime(["%Y-%m-%d"])


def choice_options(command: Command) -> Command:
    """The options of ``Choice``, given to the command as ``choice``."""

    @click.option("--actor", metavar="NAME", help="Only what NAME says and what is said about it.")
    @click.option("--about", metavar="NAME", help="Only what is said about NAME.")
    @click.option("--since", type=DAY, metavar="DATE", help="Only articles of this day or later.")
    @click.option("--until", type=DAY, metavar="DATE", help="Only articles of this day or earlier.")
    @functools.wraps(command)
    def with_choice(
        actor: str | None, about: str | None, since: datetime | None, until: datetime | None, **others: Any
    ) -> Any:
        from kg.views.choosing import Choice

        choice = Choice(actor, about, since=since and since.date(), until=until and until.date())
        return command(choice, **others)

    return with_choice  # type: ignore[return-value]


@click.command()
@click.option("--open", "show", is_flag=True, help="Open it in the browser.")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help=f"Write the page to FILE.  [default: {DEFAULT_PAGE}; of an article graphs/article-NAME.html]",
    metavar="FILE",
)
@click.option("--article", metavar="ARTICLE", help="The text of ARTICLE (path, name or identifier), marked.")
@click.option(
    "--site",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="A page for each article, actor, claim and event, and the graph, in DIR.",
)
@choice_options
@click.option(
    "--top", type=click.IntRange(1, MOST_ACTORS), metavar="N", help="Draw N actors at first.  [default: 150]"
)
@click.option("--title", default=DEFAULT_TITLE, show_default=True, help="Heading of the page.")
@graph_option
def view(choice: "Choice", folder: Path, show: bool, **asked: Any) -> None:
    """Write the graph as HTML that needs no network.

    \b
    kg view --open                                one page: graph, table, timeline
    kg view --about "North Korea" --since 2024-10-01
    kg view --article a1 --open                   a text with its statements marked
    kg view --site pages                          a folder of linked pages, without script

    Names are matched as `kg ask` does.
    """
    page = _written(open_graph(folder), choice, **asked)
    click.echo(page)
    if show:
        click.launch(str(page.resolve()))


def _written(
    graph: "Graph",
    choice: "Choice",
    *,
    output: Path | None,
    article: str | None,
    site: Path | None,
    top: int | None,
    title: str,
) -> Path:
    """Write the kind of page that is asked for; gives the file to open."""
    if sum(each is not None for each in (article, site, top)) > 1 or (site and output):
        raise click.UsageError("of --article, --site and --top only one fits, and -o not with --site")
    if site is not None:
        return graph.view_site(site, title=title, choice=choice)[0]
    if article is not None:
        found = graph.snapshot.find(article)
        page = output or Path(DEFAULT_PAGE).with_name(f"article-{slug(found.name) or found.id}.html")
        graph.view_article(article, page, choice=choice)
        return page
    page = output or Path(DEFAULT_PAGE)
    graph.view(page, title=title, choice=choice, top=top)
    return page


@click.command()
@click.option(
    "--format",
    "form",
    help=f"One of: {', '.join(EXPORT_FORMATS)}. Otherwise FILE's ending decides, or turtle.",
)
@click.option("--article", help="Only this article: path, name or identifier.")
@output_option
@graph_option
def export(folder: Path, output: Path | None, form: str | None, article: str | None) -> None:
    """Write the graph in a format that other programs read."""
    text = open_graph(folder).export(output, form=form, article=article)
    if output is None:
        click.echo(text, nl=False)


@click.command()
@graph_option
def validate(folder: Path) -> None:
    """Check the graph against the shapes of the ontology; exit code 1 if one is violated."""
    report = open_graph(folder).validate()
    click.echo(report)
    if not report.conforms:
        sys.exit(1)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@graph_option
def info(folder: Path, as_json: bool) -> None:
    """Show what is in the graph, and which version of what made it."""
    facts = open_graph(folder).information()
    if as_json:
        click.echo(json.dumps(facts, indent=2))
        return
    for name, value in facts.items():
        shown = f"{value:,}" if isinstance(value, int) else value
        click.echo(f"{name.replace('_', ' '):<14}  {shown}")
