"""``kg actors``: who speaks and who is spoken of, and what a person says about them."""

import dataclasses
import json
from collections.abc import Iterator
from textwrap import shorten
from typing import TYPE_CHECKING

import click

from kg.cli.asking import AnswerSettings, answer_options
from kg.cli.options import graph_option, open_graph
from kg.domain import ActorKind
from kg.terminal import counted, printable

if TYPE_CHECKING:  # heavy libraries are loaded by the commands that need them: --help answers at once
    from pathlib import Path

    from kg.store.actors import ActorProfile, MergedActor

SHOWN_STATEMENTS = 10
"""So many statements of an actor are shown to people."""

SHOWN_WORDS = 100
"""Characters of them."""

kind_option = click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice([kind.value for kind in ActorKind]),
    help="Only actors of this kind; may be given several times.",
)


class Actors(click.Group):
    """The group ``kg actors``; ``--suspects`` is its command ``suspects``, as the eye looks for it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; a leading ``--suspects`` is a command."""
        return super().parse_args(ctx, ["suspects", *args[1:]] if args[:1] == ["--suspects"] else args)


@click.group(cls=Actors)
@click.option("--suspects", is_flag=True, expose_value=False, help="The same as the command suspects.")
def actors() -> None:
    """See who is in the graph, under which names, and correct it."""


@actors.command("list")
@kind_option
@answer_options
def list_actors(settings: AnswerSettings, kinds: tuple[str, ...]) -> None:
    """List all actors, the most quoted first."""
    graph = open_graph(settings.folder)
    settings.write(graph.actors(kinds=map(ActorKind, kinds), limit=settings.limit), graph)


@actors.command()
@click.argument("name")
@kind_option
@answer_options
def search(settings: AnswerSettings, name: str, kinds: tuple[str, ...]) -> None:
    """List the actors that NAME can mean, and all with its words in a name; the most quoted first.

    NAME may be without accents, in another transliteration, a last name, misspelt by a letter.
    """
    graph = open_graph(settings.folder)
    settings.write(graph.actors(name, kinds=map(ActorKind, kinds), limit=settings.limit), graph)


@actors.command()
@answer_options
def suspects(settings: AnswerSettings) -> None:
    """List pairs of actors that may be the same, likeliest first; also: kg actors --suspects.

    They are two until you say otherwise: `kg actors merge` makes them one, `kg actors split` says that
    they are two and takes them off this list. FIRST and SECOND are their identifiers.
    """
    graph = open_graph(settings.folder)
    settings.write(graph.suspects(limit=settings.limit), graph)


@actors.command()
@click.argument("actor")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@graph_option
def show(folder: "Path", actor: str, as_json: bool) -> None:
    """Show one ACTOR: all its names, the words in the articles behind them, its statements.

    ACTOR is a name, or an identifier or its beginning, as `kg actors list` shows them.
    """
    profile = open_graph(folder).actor(actor)
    if as_json:
        click.echo(json.dumps(dataclasses.asdict(profile), indent=2, ensure_ascii=False))
        return
    for line in _lines(profile):
        click.echo(printable(line))


def _lines(profile: "ActorProfile") -> Iterator[str]:
    yield f"{profile.name} ({profile.kind})"
    yield profile.id
    if profile.other_names:
        yield f"also: {'; '.join(profile.other_names)}"
    for merged in profile.merged:
        yield f"merged: {merged.id} “{merged.name}”, {_reason(merged)}"
    yield "words for it:" if profile.uses else "no words name it"
    for use in profile.uses:
        sure = "" if use.least_probability is None else f", probability from {use.least_probability:g}"
        yield (
            f"  “{_short(use.words)}”: {counted(use.mentions, 'mention')} in "
            f"{counted(use.articles, 'article')}, by {use.method}{sure}"
        )
    yield f"{counted(len(profile.said), 'statement')}{':' if profile.said else ''}"
    for said in profile.said[:SHOWN_STATEMENTS]:
        yield f"  {said.id}  {said.article}: {_short(said.words)}"
    if len(profile.said) > SHOWN_STATEMENTS:
        more = len(profile.said) - SHOWN_STATEMENTS
        yield f"  … and {more} more: kg statements list --who “{profile.name}”"


def _reason(merged: "MergedActor") -> str:
    """Why somebody is read as this actor."""
    if merged.by_human:
        return "by a person (kg log)"
    return f"found with probability {merged.probability or 0:g}: {merged.evidence}"


def _short(words: str) -> str:
    return shorten(words, SHOWN_WORDS, placeholder="…")
