"""The group of all commands: a user's mistake ends in one error and one hint, never in a traceback."""

from typing import Any

import click

from kg.errors import NewskgError, QuerySyntaxError
from kg.terminal import say

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells have it."""


class Speaking(click.Group):
    """A group whose commands end in words, not in tracebacks."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; say what went wrong and leave with its exit code."""
        try:
            return super().invoke(ctx)
        except NewskgError as error:
            say(f"error: {error}", bold=True, fg="red")
            for line in error.excerpt if isinstance(error, QuerySyntaxError) else ():
                say(f"  {line}")
            if error.hint:
                say(f"hint: {error.hint}")
            ctx.exit(1)
        except KeyboardInterrupt:
            say("Stopped. The graph is whole, with all that was finished.")
            ctx.exit(INTERRUPTED)
