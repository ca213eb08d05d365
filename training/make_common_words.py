"""Make kg/resolution/data/common_words.txt: words that English usually writes in lower case.

    python training/make_common_words.py train.conllu … > kg/resolution/data/common_words.txt

Input: CoNLL-U files of Universal Dependencies treebanks. Only word types are kept, in alphabetical
order, no text. They tell a name at the start of a sentence or in a headline from a common word that
stands there by chance.
"""

import collections
import fileinput

LEAST_COUNT = 3
MOST_NAMED = 0.4
"""Share of occurrences as part of a name above which a word is left out."""

NOTICE = "# Words that are usually written in lower case; made by training/make_common_words.py\n"


def common_words(lines: "collections.abc.Iterable[str]") -> list[str]:
    """The common word types of CoNLL-U lines, sorted."""
    counts: collections.Counter[str] = collections.Counter()
    named: collections.Counter[str] = collections.Counter()
    for line in lines:
        columns = line.split("\t")
        if len(columns) < 4 or not columns[0].isdigit() or not columns[1].isalpha():
            continue
        counts[columns[1].lower()] += 1
        named[columns[1].lower()] += columns[3] == "PROPN"
    return sorted(
        word for word, count in counts.items() if count >= LEAST_COUNT and named[word] <= MOST_NAMED * count
    )


def main() -> None:
    """Read the files named on the command line, write the table to standard output."""
    with fileinput.input(encoding="utf-8") as lines:
        words = common_words(lines)
    print(NOTICE + "\n".join(words))


if __name__ == "__main__":
    main()
