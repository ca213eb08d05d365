"""What a person corrects: ``kg actors merge``, ``kg statements reject``, ``kg log``, ``kg undo`` and more."""

import dataclasses
import functools
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.actors import actors
from kg.cli.asking import AnswerSettings, answer_options
from kg.cli.options import Command, graph_option, open_graph, output_option, quiet_option, write
from kg.terminal import counted, printable, say

if TYPE_CHECKING:  # heavy libraries are loaded by the commands that need them: --help answers at once
    from kg.editing import Edited, Editor
    from kg.graph import Graph
    from kg.store.correction_log import LogEntry

MOST_TOLD = 20
"""So many corrections made at once are told one by one; of more the number too."""


def told(command: Command) -> Command:
    """For commands that get the graph and give what was edited: it is said, and what lost its target."""

    @graph_option
    @quiet_option
    @functools.wraps(command)
    def telling(folder: Path, quiet: bool, **others: Any) -> Any:
        graph = open_graph(folder)
        edited = command(graph, **others)
        if not quiet:
            _tell(edited)
        warn_of_gone_targets([each for each in graph.corrections() if each.correction in edited.made])

    return telling  # type: ignore[return-value]


def by_editor(command: Command) -> Command:
    """The same for commands that get an editor: whoever ``--author`` says."""

    @click.option(
        "--author",
        metavar="NAME",
        help="Who corrects.  [default: the variable KG_AUTHOR, or the name of your login]",
    )
    @told
    @functools.wraps(command)
    def with_editor(graph: "Graph", author: str | None, **others: Any) -> Any:
        return command(graph.editor(author), **others)

    return with_editor  # type: ignore[return-value]


def _tell(edited: "Edited") -> None:
    """What was corrected, and how to take it back."""
    if not 0 < len(edited.made) <= MOST_TOLD:
        say(counted(len(edited.made), "new correction"))
    for each in edited.made[:MOST_TOLD]:
        say(f"{each.id}  {each.summary}")
    for each in edited.overruled:
        say(f"overruled from now on: {each.id}  {each.summary} ({each.author})")


def warn_of_gone_targets(log: "Sequence[LogEntry]") -> None:
    """Say that there are corrections whose target is in no article."""
    from kg.store.correction_log import Status

    gone = [entry for entry in log if entry.status is Status.TARGET_GONE]
    if gone:
        say(
            f"{counted(len(gone), 'correction')} without target in any article now: kg log --gone",
            fg="yellow",
        )


@actors.command()
@click.argument("kept")
@click.argument("others", nargs=-1, required=True)
@by_editor
def merge(editor: "Editor", kept: str, others: tuple[str, ...]) -> "Edited":
    """Say that KEPT and OTHERS are the same: all are shown as KEPT.

    An actor is a name that it alone has, or an identifier or its beginning. What was merged into one of
    the OTHERS goes along, unless you name one that is shown as another actor now: then it alone moves.

    \b
    kg actors merge "Volodymyr Zelenskyy" "V. Zelenskiy"
    """
    return editor.merge(kept, *others)


@actors.command()
@click.argument("actor")
@click.argument("others", nargs=-1)
@click.option("--article", metavar="ARTICLE", help="The ACTOR of this article is a namesake of the others.")
@by_editor
def split(editor: "Editor", actor: str, others: tuple[str, ...], article: str | None) -> "Edited":
    """Say that ACTOR and OTHERS are different; without OTHERS take apart all that is merged into ACTOR.

    They are kept apart in every build to come. `kg actors show ACTOR` tells who is merged into it. With
    --article the ACTOR of that article becomes somebody else of the same name, whom you can rename.
    """
    if article is None:
        return editor.split(actor, *others)
    if others:
        raise click.UsageError("--article goes with one ACTOR, without OTHERS.")
    return editor.set_apart(actor, article)


@actors.command()
@click.argument("actor")
@click.argument("name")
@by_editor
def rename(editor: "Editor", actor: str, name: str) -> "Edited":
    """Show ACTOR under another NAME; the old one stays among its other names."""
    return editor.rename(actor, name)


@click.group()
def statements() -> None:
    """See what is read in the articles, with identifiers, and correct it."""


@statements.command("list")
@click.option("--who", metavar="ACTOR", help="Only what this actor says.")
@click.option("--about", metavar="ACTOR", help="Only what is said about this actor.")
@click.option("--article", metavar="ARTICLE", help="Only in this article.")
@answer_options
def list_statements(settings: AnswerSettings, **given: str | None) -> None:
    """List statements with the identifiers by which `kg statements reject` takes them."""
    graph = open_graph(settings.folder)
    arguments = {name: value for name, value in given.items() if value is not None}
    asked = graph.ask("who-said-what", limit=settings.limit, **arguments)
    for note in asked.notes:
        say(note)
    question = dataclasses.replace(asked.question, shown=("statement", "who", "what"))
    settings.write(dataclasses.replace(asked, question=question), graph)


@statements.command()
@click.argument("statement_ids", metavar="ID...", nargs=-1, required=True)
@by_editor
def reject(editor: "Editor", statement_ids: tuple[str, ...]) -> "Edited":
    """Say that the statements with these IDs are wrong: they go, and whatever only they held up.

    `kg statements list` and `kg actors show` tell the IDs; the beginning of one is enough.
    """
    return editor.reject(*statement_ids)


@click.command()
@click.argument("correction", required=False)
@by_editor
def undo(editor: "Editor", correction: str | None) -> "Edited":
    """Take back a CORRECTION, as `kg log` names it, or without one the last that was made.

    Nothing is deleted: an undo is a correction too, and `kg undo` with its identifier takes it back.
    """
    return editor.undo(correction)


@click.command()
@click.option("--gone", is_flag=True, help="Only those whose target is in no article now.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@graph_option
def log(folder: Path, gone: bool, as_json: bool) -> None:
    """List all corrections, the newest first: who decided what, when, and whether it is in force."""
    from kg.store.correction_log import Status

    entries = [
        entry
        for entry in reversed(open_graph(folder).corrections())
        if not gone or entry.status is Status.TARGET_GONE
    ]
    if as_json:
        click.echo(json.dumps([_facts(entry) for entry in entries], indent=2, ensure_ascii=False))
        return
    for entry in entries:
        correction = entry.correction
        time = f"{correction.time:%Y-%m-%d %H:%MZ}"
        status = f" [{entry.status}: {entry.note}]" if entry.note else ""
        click.echo(printable(f"{correction.id}  {time}  {correction.author}  {correction.summary}{status}"))
    if not entries:
        say("No corrections." if not gone else "Every correction has its target.")


def _facts(entry: "LogEntry") -> dict[str, object]:
    correction = entry.correction
    return {
        "id": correction.id,
        "time": correction.time.isoformat(),
        "author": correction.author,
        "action": correction.action,
        "things": correction.things,
        "name": correction.name,
        "summary": correction.summary,
        "status": entry.status,
        "note": entry.note,
    }


@click.group()
def corrections() -> None:
    """Take all corrections to another graph, or to a file that people review."""


@corrections.command("export")
@output_option
@graph_option
def export_corrections(folder: Path, output: Path | None) -> None:
    """Write all corrections as text, the oldest first, one block each: fit for a diff."""
    write(open_graph(folder).export_corrections(), output)


@corrections.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@told
def import_corrections(graph: "Graph", file: Path) -> "Edited":
    """Add the corrections of FILE; those that are known already are left out.

    All of them or, if one cannot be read, none. They keep their authors and times.
    """
    return graph.import_corrections(file)
