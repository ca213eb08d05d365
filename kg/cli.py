"""The command ``kg``: it reads options, calls one library function each, and speaks.

Data goes to standard output, talk to standard error. A user's mistake ends in one line that says
what happened, one that says what to do next, and exit code 1 (2 for wrong options); never in a
traceback.
"""

import functools
import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

import click

from kg.errors import NewskgError
from kg.terminal import progress, say, summary_line

if TYPE_CHECKING:  # heavy libraries are loaded by the commands that need them: --help answers at once
    from kg.graph import Graph
    from kg.store.answers import Answer
    from kg.store.questions import Question

DEFAULT_GRAPH = "graphs/store"
DEFAULT_PAGE = "graphs/kg.html"

# What --help lists; the tables themselves would load the libraries, and the suite holds these against them.
EXPORT_FORMATS = (
    *("turtle", "ntriples", "jsonld", "rdfxml", "nquads", "trig"),
    *("graphml", "gexf", "csv", "jsonl"),
)
ROW_FORMS = ("table", "csv", "tsv", "json", "xml")
TRIPLE_FORMS = ("turtle", "ntriples", "jsonld")

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells have it."""

Command = TypeVar("Command", bound=Callable[..., Any])


class Speaking(click.Group):
    """A group whose commands end in words, not in tracebacks."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; say what went wrong and leave with its exit code."""
        try:
            return super().invoke(ctx)
        except NewskgError as error:
            say(f"error: {error}", bold=True, fg="red")
            if error.hint:
                say(f"hint: {error.hint}")
            ctx.exit(1)
        except KeyboardInterrupt:
            say("Stopped. What was finished is in the graph.")
            ctx.exit(INTERRUPTED)


def graph_option(command: Command) -> Command:
    """``--graph DIR`` for every command that opens a graph."""
    return click.option(
        "--graph",
        "folder",
        default=DEFAULT_GRAPH,
        show_default=True,
        envvar="KG_GRAPH",
        type=click.Path(file_okay=False, path_type=Path),
        help="Folder of the graph.",
        metavar="DIR",
    )(command)


def output_option(command: Command) -> Command:
    """``-o FILE`` for every command that gives data."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(dir_okay=False, path_type=Path),
        help="Write to FILE instead of standard output.",
        metavar="FILE",
    )(command)


@dataclass(frozen=True, slots=True)
class AnswerSettings:
    """Which graph is asked, and where and how the answer goes."""

    folder: Path
    output: Path | None
    form: str | None
    limit: int | None

    def write(self, answer: "Answer", graph: "Graph") -> None:
        """Give an answer: as a table as wide as the terminal, or in the form asked for."""
        width = shutil.get_terminal_size().columns if self.output is None and sys.stdout.isatty() else None
        write(graph.serialized(answer, self.form, width=width), self.output)


def answer_options(command: Command) -> Command:
    """The options of ``AnswerSettings``, given to the command as ``settings``."""

    @graph_option
    @output_option
    @click.option(
        "--format", "form", help=f"Rows: {', '.join(ROW_FORMS)}. Triples: {', '.join(TRIPLE_FORMS)}."
    )
    @click.option("--limit", type=click.IntRange(min=1), help="Give so many rows at most.")
    @functools.wraps(command)
    def with_settings(
        folder: Path, output: Path | None, form: str | None, limit: int | None, **others: Any
    ) -> Any:
        return command(AnswerSettings(folder, output, form, limit), **others)

    return with_settings  # type: ignore[return-value]


def open_graph(folder: Path) -> "Graph":
    """The graph of ``--graph``, to be read."""
    from kg.graph import Graph

    return Graph.open(folder)


def write(text: str, output: Path | None) -> None:
    """Give data: to a file, whole, or to standard output."""
    from kg.graph import write_text

    if output is None:
        click.echo(text, nl=False)
    else:
        write_text(output, text)


quiet_option = click.option("-q", "--quiet", is_flag=True, help="No progress and no summary.")


@click.group(cls=Speaking, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="newskg", prog_name="kg")
def main() -> None:
    """Who said what about whom: read news into a graph, ask it, open it, export it.

    \b
    kg build corpus/
    kg ask who-said-what --about "North Korea"
    kg view --open
    """


@main.command()
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "--workers", default=1, show_default=True, type=click.IntRange(1, 64), help="Reading processes."
)
@graph_option
@quiet_option
def build(paths: tuple[str, ...], workers: int, folder: Path, quiet: bool) -> None:
    """Read articles (files, folders, - for standard input) into the graph.

    Text, Markdown, HTML and JSON Lines are read. What is in the graph and has not changed is
    skipped. Exit code 1 if an article failed; the others are in the graph all the same.
    """
    from kg.graph import build as build_graph

    with progress(paths, hidden=quiet) as notify:
        summary = build_graph(paths, graph=folder, workers=workers, notify=notify).summary
    if not quiet:
        say(summary_line(summary))
    if summary.failed:
        sys.exit(1)


class Questions(click.Group):
    """Every file of ``ontology/questions/`` is a command, its parameters are the options."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Names of the questions."""
        from kg.store.questions import load_questions

        return sorted(load_questions())

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command:
        """The question of that name; raises ``UnknownNameError``, which offers the nearest."""
        from kg.store.questions import find_question

        return question_command(find_question(cmd_name))


def question_command(question: "Question") -> click.Command:
    """A question as a command: one option for each parameter, and the common ones."""

    @click.command(
        question.name, short_help=question.title, help=f"{question.title}\n\n{question.description}"
    )
    @answer_options
    def ask_it(settings: AnswerSettings, **arguments: str | None) -> None:
        given = {name: value for name, value in arguments.items() if value is not None}
        graph = open_graph(settings.folder)
        asked = graph.ask(question.name, limit=settings.limit, **given)
        for note in asked.notes:
            say(note)
        settings.write(asked.solutions, graph)

    ask_it.params[:0] = [
        click.Option([f"--{each.name}"], help=each.description) for each in question.parameters
    ]
    return ask_it


@main.group(cls=Questions, invoke_without_command=True)
@click.pass_context
def ask(ctx: click.Context) -> None:
    """Ask a ready question; alone, list the questions."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


@main.command()
@click.argument("sparql", required=False)
@click.option("-f", "--file", type=click.File(encoding="utf-8"), help="Read the query from FILE.")
@click.option(
    "--timeout", default=30.0, show_default=True, type=click.FloatRange(min=0.1), help="In seconds."
)
@answer_options
def query(settings: AnswerSettings, sparql: str | None, file: TextIO | None, timeout: float) -> None:
    """Ask in SPARQL 1.1, given as an argument, in a file or on standard input.

    The prefixes of the ontology and of the data are known; `kg query` cannot change the graph and
    cannot reach the network.

    \b
    kg query 'SELECT ?who ?words WHERE {
        ?s kg:speaker/skos:prefLabel ?who ; kg:contentSpan/oa:exact ?words }'
    """
    if sparql is None:
        sparql = (file or sys.stdin).read()
    graph = open_graph(settings.folder)
    settings.write(graph.query(sparql, timeout_seconds=timeout, limit=settings.limit), graph)


@main.command()
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


@main.command()
@click.option(
    "--format", "form", default="turtle", show_default=True, help="One of: " + ", ".join(EXPORT_FORMATS) + "."
)
@click.option("--article", help="Only this article: path, name or identifier.")
@output_option
@graph_option
def export(folder: Path, output: Path | None, form: str, article: str | None) -> None:
    """Write the graph in a format that other programs read."""
    write(open_graph(folder).export(form=form, article=article), output)


@main.command()
@graph_option
def validate(folder: Path) -> None:
    """Check the graph against the shapes of the ontology; exit code 1 if one is violated."""
    report = open_graph(folder).validate()
    click.echo(report)
    if not report.conforms:
        sys.exit(1)


@main.command()
@click.argument("names", nargs=-1, required=True)
@graph_option
@quiet_option
def remove(names: tuple[str, ...], folder: Path, quiet: bool) -> None:
    """Take articles out of the graph, by path, name or identifier."""
    from kg.graph import Graph
    from kg.graph import remove as remove_articles

    Graph.open(folder)  # there must be one: nobody wants an empty graph made by a slip of the keyboard
    for article in remove_articles(names, graph=folder):
        if not quiet:
            say(f"removed {article.path} ({article.statements} statements)")


@main.command()
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
