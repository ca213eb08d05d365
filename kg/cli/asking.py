"""``kg ask`` and ``kg query``: questions in, rows or triples out."""

import functools
import shlex
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from kg.cli.options import Command, graph_option, open_graph, output_option, write
from kg.errors import QueryError
from kg.terminal import say

if TYPE_CHECKING:  # heavy libraries are loaded by the commands that need them: --help answers at once
    from kg.graph import Graph
    from kg.store.answers import Answer
    from kg.store.asking import Asked
    from kg.store.questions import Question

# What --help lists; the tables themselves would load the libraries, and the suite holds these against them.
ROW_FORMS = ("table", "csv", "tsv", "json", "xml")
TRIPLE_FORMS = ("turtle", "ntriples", "jsonld")
QUERY_ENDINGS = (".rq", ".sparql")


@dataclass(frozen=True, slots=True)
class AnswerSettings:
    """Which graph is asked, and where and how the answer goes."""

    folder: Path
    output: Path | None
    form: str | None
    limit: int | None

    def write(self, answer: "Answer | Asked", graph: "Graph") -> None:
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
        settings.write(asked, graph)

    ask_it.params[:0] = [
        click.Option([f"--{each.name}"], help=each.description) for each in question.parameters
    ]
    return ask_it


@click.group(cls=Questions, invoke_without_command=True)
@click.pass_context
def ask(ctx: click.Context) -> None:
    """Ask a ready question; alone, list the questions."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


@click.command()
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
    elif _is_file_name(sparql):
        raise QueryError(
            f"{sparql!r} is the name of a file, not a query", hint=f"kg query -f {shlex.quote(sparql)}"
        )
    graph = open_graph(settings.folder)
    for note in graph.notes_on(sparql):
        say(note)
    settings.write(graph.query(sparql, timeout_seconds=timeout, limit=settings.limit), graph)


@click.command()
@click.argument("words", nargs=-1, required=True)
@answer_options
def search(settings: AnswerSettings, words: tuple[str, ...]) -> None:
    """List the statements that mean most nearly what WORDS mean, nearest first (20 without --limit).

    They are compared by meaning, offline: other words for the same thing are found as well.

    \b
    kg search "soldiers not yet deployed"
    """
    graph = open_graph(settings.folder)
    settings.write(graph.search(" ".join(words), limit=settings.limit or 20), graph)


def _is_file_name(words: str) -> bool:
    """Whether a file is meant: one that exists, or a single word that ends as files of queries do."""
    if Path(words).suffix in QUERY_ENDINGS and not set(words) & set(" \n{"):
        return True
    try:
        return Path(words).is_file()
    except (OSError, ValueError):  # too long for a name, or with a NUL in it
        return False
