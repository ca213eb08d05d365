"""The persons whom an article names in full, found by what a shorter name has of theirs.

An article may be a list of names: comparing each with each takes minutes for some thousands.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.domain import ActorKind
from kg.resolution.forms import Form, misspells_person, shortens_person


class Persons:
    """Persons with at least two words of name, in the order in which they are given."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._forms = tuple(form for form in forms if form.kind == ActorKind.PERSON and len(form.words) > 1)
        self._last_names = {form.text.split()[-1] for form in self._forms}
        self._by_part: dict[tuple[str, ...], dict[int, None]] = defaultdict(dict)
        self._by_letter: dict[str, list[int]] = defaultdict(list)
        for place, form in enumerate(self._forms):
            for part in _parts(form.words):
                self._by_part[part][place] = None
            self._by_letter[form.words[-1][:1]].append(place)

    def has_last_name(self, word: str) -> bool:
        """Whether a word, as written, is somebody's last name."""
        return word in self._last_names

    def shortened_by(self, form: Form) -> list[Form]:
        """Whom a form may be short for."""
        is_handle = form.text.startswith("@")
        places = range(len(self._forms)) if is_handle else self._by_part.get(form.words, ())
        others = (self._forms[place] for place in places)
        return [other for other in others if other is not form and shortens_person(form, other)]

    def misspelt_by(self, form: Form) -> list[Form]:
        """Whose last name a form may be a slip of; a slip keeps the first letter."""
        first = "".join(form.words[:1])[:1]
        others = (self._forms[place] for place in self._by_letter.get(first, ()))
        return [other for other in others if other is not form and misspells_person(form, other)]


def _parts(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The first and the last words of a name, some of them, but not all."""
    for length in range(1, len(words)):
        yield words[:length]
        yield words[-length:]
