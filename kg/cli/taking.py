"""``kg view``, ``kg export``, ``kg validate``, ``kg info``: the graph out."""

import json
import sys
from pathlib import Path

import click

from kg.cli.options import graph_option, open_graph, output_option

DEFAULT_PAGE = "graphs/kg.html"

EXPORT_FORMATS = (
    *("turtle", "ntriples", "jsonld", "rdfxml", "nquads", "trig"),
    *("graphml", "gexf", "csv", "jsonl"),
)
"""What --help lists; the table itself would load the libraries, and the suite holds this against it."""


@click.command()
@click.option("--open", "show", is_flag=True, help="Open it in the browser.")
@click.option(
    "-o",
    "--output",
    default=DEFAULT_PAGE,
    show_default=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the page to FILE.",
    metavar="FILE",
)
@click.option("--title", default="Who said what about whom", show_default=True, help="Heading of the page.")
@graph_option
def view(folder: Path, title: str, output: Path, show: bool) -> None:
    """Write the graph as one HTML page that needs no network."""
    open_graph(folder).view(output, title=title)
    click.echo(output)
    if show:
        click.launch(str(output.resolve()))


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
