"""What the command says to people, on standard error: lines, a progress bar, a summary."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from kg.wording import counted

if TYPE_CHECKING:  # heavy libraries are loaded where they are used: --help answers at once
    from kg.domain import BuildSummary
    from kg.ledger import Notify, Progress

__all__ = ["counted", "printable", "progress", "say", "summary_line"]


def say(words: str, **style: Any) -> None:
    """One line to standard error, coloured if somebody sees it."""
    click.secho(printable(words), err=True, **style)


def printable(words: str) -> str:
    """Words without control characters: a file's name or text may not steer a terminal."""
    return "".join(
        character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in words
    )


def summary_line(summary: "BuildSummary") -> str:
    """What a build did, in one line."""
    counts = {
        "read": summary.read,
        "unchanged": summary.unchanged,
        "replaced": summary.replaced,
        "failed": len(summary.failed),
        "nothing found": summary.nothing_found,
    }
    done = ", ".join(f"{count} {what}" for what, count in counts.items())
    return f"{counted(summary.total, 'article')}: {done}{_passed_over(summary)}"


def _passed_over(summary: "BuildSummary") -> str:
    """Files that were not read, if there are any."""
    if not summary.passed_over:
        return ""
    endings = (f"{count} {ending or 'without ending'}" for ending, count in summary.passed_over.items())
    return f"; passed over {counted(sum(summary.passed_over.values()), 'file')}: {', '.join(endings)}"


@contextmanager
def progress(paths: Sequence[str], *, hidden: bool) -> Iterator["Notify"]:
    """A bar on standard error if a person sees it; failures are said at once, bar or not."""
    from rich.console import Console
    from rich.progress import Progress as Bar

    from kg.articles import find_files
    from kg.ledger import Outcome

    console = Console(stderr=True)
    shown = console.is_terminal and not hidden
    with Bar(console=console, disable=not shown, transient=True) as bar:
        task = bar.add_task("Reading", total=len(list(find_files(paths))) if shown else None)

        def tell(words: str, style: str | None = None) -> None:
            console.print(printable(words), style=style, markup=False, highlight=False, soft_wrap=True)

        def notify(event: "Progress") -> None:
            bar.advance(task)
            if event.outcome is Outcome.FAILED:
                tell(f"{event.path}: {event.reason}", style="red")
            if event.hint:
                tell(f"hint: {event.hint}")
            if event.language:
                tell(
                    f"{event.path}: seems to be in {event.language}; only English is understood",
                    style="yellow",
                )

        yield notify
