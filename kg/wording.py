"""How numbers and names are put into a sentence for people."""

from collections.abc import Iterable


def counted(number: int, noun: str) -> str:
    """A number of things.

    >>> counted(1, "article"), counted(1200, "statement")
    ('1 article', '1,200 statements')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def listed(words: Iterable[str]) -> str:
    """Words as a list in a sentence.

    >>> listed(["--who"]), listed(["--who", "--about", "--since"])
    ('--who', '--who, --about and --since')
    """
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last
