"""The command ``kg``: it reads options, calls one library function each, and speaks.

Data goes to standard output, talk to standard error. A user's mistake ends in one line that says
what happened, one that says what to do next, and exit code 1 (2 for wrong options).
"""

import click

from kg.cli import actors, asking, correcting, reading, taking
from kg.cli.speaking import Speaking

__all__ = ["main"]


@click.group(cls=Speaking, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="newskg", prog_name="kg")
def main() -> None:
    """Who said what about whom: read news into a graph, ask it, open it, export it.

    \b
    kg build corpus/
    kg ask who-said-what --about "North Korea"
    kg view --open
    """


for command in (
    actors.actors,
    reading.annotate,
    asking.ask,
    reading.build,
    correcting.corrections,
    reading.evaluate,
    taking.export,
    taking.info,
    correcting.log,
    asking.query,
    reading.remove,
    asking.search,
    correcting.statements,
    correcting.undo,
    taking.validate,
    taking.view,
):
    main.add_command(command)
