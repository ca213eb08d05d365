"""Options that several commands share, and what they all do with them."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kg.graph import DEFAULT_FOLDER
from kg.terminal import say
from kg.writing import write_text

if TYPE_CHECKING:  # heavy libraries are loaded by the commands that need them: --help answers at once
    from kg.graph import Graph

Command = TypeVar("Command", bound=Callable[..., Any])

quiet_option = click.option("-q", "--quiet", is_flag=True, help="No progress and no summary.")


def graph_option(command: Command) -> Command:
    """``--graph DIR`` for every command that opens a graph."""
    return click.option(
        "--graph",
        "folder",
        default=DEFAULT_FOLDER,
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


def open_graph(folder: Path) -> "Graph":
    """The graph of ``--graph``, to be read; says so if it is empty, for then no question has an answer."""
    from kg.graph import Graph

    graph = Graph.open(folder)
    if graph.snapshot.is_empty():
        say(f"{folder}: the graph is empty")
        say(f"hint: Read articles into it: kg build ARTICLES… --graph {folder}")
    return graph


def write(text: str, output: Path | None) -> None:
    """Give data: to a file, whole, or to standard output."""
    if output is None:
        click.echo(text, nl=False)
    else:
        write_text(output, text)
