"""``kg``, and ``python -m kg``: loads the command and runs it, without a traceback if it is stopped."""

import os
import sys

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
"""The reader gives each thread a window of its own; more threads beneath them only get in each other's way.
Has to be said before numpy is loaded."""

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells have it."""


def main() -> None:
    """Run the command; never returns."""
    try:
        from kg.cli import main as command
    except KeyboardInterrupt:
        sys.stderr.write("Stopped.\n")
        sys.exit(INTERRUPTED)
    command()


if __name__ == "__main__":
    main()
