"""Dictionary forms of words: a table of what the treebanks hold against the rules, and rules behind it."""

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from zlib import crc32

TABLE = Path(__file__).with_name("data") / "lemmas.tsv"
_INFLECTED = {
    **dict.fromkeys(("NNS", "NNPS"), "NOUN"),
    **dict.fromkeys(("VB", "VBP", "VBD", "VBG", "VBN", "VBZ"), "VERB"),
    **dict.fromkeys(("JJR", "JJS"), "ADJ"),
    **dict.fromkeys(("RBR", "RBS"), "ADV"),
}
"""Penn tags of forms that may be no dictionary forms, and the universal part of speech of each."""
_PLAIN = frozenset({"VB", "VBP"})
"""Tags of verbs in their dictionary form, if they are tagged right."""
_NAMES = frozenset({"NNP", "NNPS"})
_NUMBER = "CD"
_MOST_KNOWN = 100_000
LEMMA_CLASSES = 4096
"""Lemmas share classes by chance where there are more of them."""


@lru_cache(maxsize=_MOST_KNOWN)
def lemma(form: str, fine_tag: str) -> str:
    """Dictionary form of a token with this Penn Treebank tag, in small letters unless a name.

    >>> [lemma("Deployed", "VBD"), lemma("'t", "RB"), lemma("Australians", "NNPS"), lemma("12,000", "CD")]
    ['deploy', 'not', 'Australian', '12000']
    """
    return _table().get((form.lower(), fine_tag)) or by_rule(form, fine_tag)


@lru_cache(maxsize=_MOST_KNOWN)
def lemma_class(form: str, fine_tag: str) -> int:
    """A number below ``LEMMA_CLASSES`` for the lemma of a form, the same on every machine."""
    return crc32(lemma(form, fine_tag).lower().encode()) % LEMMA_CLASSES


def by_rule(form: str, fine_tag: str) -> str:
    """What a form comes from if nothing is known of it but how English inflects (lemminflect)."""
    if fine_tag == _NUMBER:
        return form.lower().replace(",", "")
    lower = form.lower()
    plain = _base(lower, fine_tag) if fine_tag in _INFLECTED else lower
    if fine_tag not in _NAMES:
        return plain
    return form if plain == lower else form[:1] + plain[1:]


def _base(form: str, fine_tag: str) -> str:
    from lemminflect import getLemma

    bases: tuple[str, ...] = getLemma(form, upos=_INFLECTED[fine_tag])
    return form if not bases or (fine_tag in _PLAIN and form in bases) else bases[0]


@cache
def _table() -> Mapping[tuple[str, str], str]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {(form, tag): base for form, tag, base in rows}
