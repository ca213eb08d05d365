"""``kg``, and ``python -m kg``: loads the command and runs it, without a traceback if it is stopped."""

import sys

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
