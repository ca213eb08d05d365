"""``kg build``, ``kg remove``, ``kg annotate``, ``kg evaluate``: articles in."""

import json
import sys
from pathlib import Path

import click

from kg.cli.correcting import warn_of_gone_targets
from kg.cli.options import graph_option, quiet_option
from kg.terminal import counted, progress, say, summary_line

ANNOTATION_FORMATS = ("jsonl", "brat")
"""What --help lists; the table itself would load the libraries, and the suite holds this against it."""


@click.command()
@click.argument("paths", nargs=-1)
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    show_default="fits processors and articles",
    help="Reading processes.",
)
@click.option(
    "--actors",
    type=click.Path(path_type=Path),
    help="Actors of your own, whose identities win: a .csv, .tsv or .ttl file. The graph remembers them; "
    "another file takes their place.",
    metavar="FILE",
)
@click.option(
    "--narration/--no-narration",
    default=True,
    help="Also keep what articles tell as fact in their own voice (events with actors of the graph).",
)
@graph_option
@quiet_option
def build(
    paths: tuple[str, ...],
    *,
    workers: int | None,
    actors: Path | None,
    narration: bool,
    folder: Path,
    quiet: bool,
) -> None:
    """Read articles (files, folders, - for standard input) into the graph.

    Text, Markdown, HTML and JSON Lines are read. What is in the graph and has not changed is
    skipped. With --actors alone, no article is read and the actors are told apart anew.
    Exit code 1 if an article failed; the others are in the graph all the same.
    """
    from kg.building import build as build_graph

    if not paths and actors is None:
        raise click.UsageError("Missing argument 'PATHS...'.")
    with progress(paths, hidden=quiet) as notify:
        graph = build_graph(
            paths, graph=folder, workers=workers, narration=narration, actors=actors, notify=notify
        )
    if not quiet:
        say(summary_line(graph.summary))
    warn_of_gone_targets(graph.corrections())
    if graph.summary.failed:
        sys.exit(1)


@click.command()
@click.argument("names", nargs=-1, required=True)
@graph_option
@quiet_option
def remove(names: tuple[str, ...], folder: Path, quiet: bool) -> None:
    """Take articles out of the graph, by path, name or identifier."""
    from kg.building import remove as remove_articles
    from kg.graph import Graph

    Graph.open(folder)  # there must be one: nobody wants an empty graph made by a slip of the keyboard
    for article in remove_articles(names, graph=folder):
        if not quiet:
            say(f"removed {article.path} ({counted(article.statements, 'statement')})")
    warn_of_gone_targets(Graph.open(folder).corrections())


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(ANNOTATION_FORMATS),
    default="jsonl",
    show_default=True,
    help="JSON Lines, one record an article; or NAME.ann files, as brat reads them, in the folder of -o.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="File for jsonl (otherwise standard output), folder for brat.",
    metavar="FILE|DIR",
)
def annotate(paths: tuple[str, ...], form: str, output: Path | None) -> None:
    """Show what is read in articles, as stand-off: sources, cues, contents, speakers.

    Offsets are half-open and count the characters of the decoded file; of an HTML page those of the
    text in it, of a JSON Lines record those of its text. No graph is touched.
    """
    from kg.annotation import WRITERS
    from kg.reader import load_reader

    failures = WRITERS[form](paths, load_reader(), output)
    for failure in failures:
        say(f"{failure}", fg="red")
        if failure.hint:
            say(f"hint: {failure.hint}")
    if failures:
        sys.exit(1)


@click.command()
@click.argument("gold", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--speakers",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Score who speaks, of what kind, and about whom, against the JSON files of DIR.",
    metavar="DIR",
)
@click.option(
    "--text",
    "texts",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Where the articles of --speakers lie; otherwise in its DIR, text/ or ../polnear/dev/text.",
    metavar="DIR",
)
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def evaluate(gold: Path | None, speakers: Path | None, texts: Path | None, as_json: bool) -> None:
    """Score the reader on annotated articles, or who speaks with --speakers.

    GOLD holds brat annotations: NAME.txt with NAME.ann or NAME_ANNOTATOR.ann beside it, or in
    text/ and attributions/.
    """
    if texts and not speakers:
        raise click.UsageError("--text goes with --speakers.")
    if gold and not speakers:
        _evaluate_reader(gold, as_json)
    elif speakers and not gold:
        _evaluate_speakers(speakers, texts, as_json)
    else:
        raise click.UsageError("Give either the folder GOLD or --speakers DIR.")


def _evaluate_reader(gold: Path, as_json: bool) -> None:
    from kg.reader import load_reader
    from kg.reader.evaluation import evaluate_folder
    from kg.reader.report import report, summary

    scores = evaluate_folder(load_reader().read, gold)
    click.echo(json.dumps(summary(scores), indent=2) if as_json else report(scores))


def _evaluate_speakers(answers: Path, texts: Path | None, as_json: bool) -> None:
    from kg.reader import load_reader
    from kg.resolution.report import report, summary
    from kg.speaker_evaluation import evaluate_speakers

    compared = evaluate_speakers(load_reader().read, answers, texts)
    click.echo(json.dumps(summary(compared), indent=2, ensure_ascii=False) if as_json else report(compared))
