"""Who is named in one article: names that mean the same, gathered under the fullest one."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice, takewhile

from kg.domain import Actor, ActorKind, ActorMention, ResolutionMethod, Span
from kg.identity import actor_id
from kg.resolution import knowledge
from kg.resolution.body_names import body_key, is_common
from kg.resolution.forms import (
    Form,
    forms_of,
    is_acronym,
    is_bare,
    is_initial,
    same_person,
    shortens_body,
)
from kg.resolution.genders import gender_of
from kg.resolution.homes import home_of
from kg.resolution.names import Name
from kg.resolution.persons import Persons
from kg.resolution.seen import Seen
from kg.resolution.shared_names import with_last_names
from kg.resolution.tokens import Tokens

_SURE, _ALIAS, _CONTESTED = 0.97, 0.95, 0.7
"""Probability that a name means its figure: in full, as an alias, as an alias that two figures share."""
_TWINS = {"North": "South", "South": "North"}
_CENTRAL = 2
"""How many times as often in full as the others somebody is named, to own a bare last name throughout."""


@dataclass(frozen=True, slots=True)
class Figure:
    """Somebody or some body that acts, with every naming of it in the article."""

    actor: Actor
    names: tuple[Name, ...]
    """In text order."""
    gender: str = ""
    """``m``, ``f`` or empty."""


class Cast:
    """The figures of one article; look-up by actor and by place in the text."""

    def __init__(self, figures: Iterable[Figure], mentions: Mapping[Name, ActorMention]) -> None:
        self.figures = tuple(figures)
        self._mentions = dict(mentions)
        self._by_id = {figure.actor.id: figure for figure in self.figures}
        self.names = tuple(sorted(mentions, key=lambda name: name.span))

    def figure(self, actor: str) -> Figure | None:
        """The figure of a named actor; None for the unnamed."""
        return self._by_id.get(actor)

    def mention(self, name: Name) -> ActorMention:
        """To whom a name was resolved, how, and how surely."""
        return self._mentions[name]

    def owner(self, name: Name) -> Figure:
        """Whom a name means."""
        return self._by_id[self._mentions[name].actor_id]

    def names_within(self, span: Span) -> tuple[Name, ...]:
        """The names that lie wholly inside ``span``, in text order."""
        first = bisect_left(self.names, span.start, key=lambda name: name.span.start)
        inside = takewhile(lambda name: name.span.start < span.end, islice(self.names, first, None))
        return tuple(name for name in inside if span.contains(name.span))


@dataclass(frozen=True, slots=True)
class _Scopes:
    """What keeps namesakes apart."""

    article: str
    home: str
    """The country of the article, or again the article."""

    def of(self, name: str, kind: ActorKind) -> str:
        """The qualifier of an actor's identifier."""
        if kind == ActorKind.PERSON and is_bare(name):
            return self.article
        return self.home if kind == ActorKind.GOVERNMENT and is_common(name) else ""


def find_figures(names: Iterable[Name], tokens: Tokens, seen: Seen | None = None, article: str = "") -> Cast:
    """The figures behind the names of one article.

    A person whom the article calls by one word only belongs to it: ``article``, its identifier, keeps the
    Clintons of two articles apart until something tells that they are one. A body with a name that many
    countries have belongs to the country where the article is at home, else to the article.
    """
    scopes = _Scopes(article, home_of(tokens) or article)
    forms = forms_of(with_last_names(tuple(names), tokens), tokens, seen or Seen())
    roots = _roots(forms)
    persons = Persons(roots)
    owned: dict[str, list[tuple[Name, Form, float]]] = {}
    for form in forms:
        candidates = _once_called(form, roots, tokens) or _candidates(form, roots, persons, forms)
        for name in form.names:
            if candidates:
                owner = _owner(name, candidates)
                sure = _SURE if form is owner else _ALIAS if len(candidates) == 1 else _CONTESTED
                owned.setdefault(roots[owner].text, []).append((name, form, sure))
    return _cast(owned, {form.text: form for form in forms}, tokens, scopes)


def _roots(forms: tuple[Form, ...]) -> dict[Form, Form]:
    """For every form that can stand alone in full, the first form of the same person or body, or itself.

    Names of one body differ in order and spelling: ``Ministry of Defence``; a state has one.
    """
    roots: dict[Form, Form] = {}
    persons: defaultdict[tuple[str, ...], list[Form]] = defaultdict(list)
    bodies: dict[tuple[ActorKind, str], Form] = {}
    for form in sorted(forms, key=lambda each: each.kind is None):
        may_be_person = form.kind in (None, ActorKind.PERSON)
        same = (each for each in persons[form.words[-1:]] if may_be_person and same_person(form, each))
        root = next(same, None)
        if root is None and form.kind == ActorKind.PERSON:
            root = form
            persons[form.words[-1:]].append(form)
        elif root is None and form.kind is not None:
            body = bodies.setdefault((form.kind, body_key(form.text)), form)
            root = form if form.text in knowledge.state_by_name() else body
        if root:
            roots[form] = root
    return roots


def _once_called(form: Form, roots: Mapping[Form, Form], tokens: Tokens) -> tuple[Form, ...]:
    """Who else has had that name, of those with the last one: ``Cole changed his name, Rafael Cole``."""
    if not all(_tells_another_name(name, tokens) for name in form.names):
        return ()
    others = (root for root in dict.fromkeys(roots.values()) if root is not roots.get(form))
    return tuple(
        root
        for root in others
        if root.kind == ActorKind.PERSON and len(root.words) > 1 and root.words[-1] == form.words[-1]
    )


def _tells_another_name(name: Name, tokens: Tokens) -> bool:
    begin = name.first - len(name.titles)
    before = tokens[begin - 1].text.lower() if begin else ""
    gap = tokens[begin].gap
    return (before == "name" and gap in (", ", " ", ": ")) or (before in ("born", "née") and gap == " ")


def _candidates(
    form: Form, roots: Mapping[Form, Form], persons: Persons, forms: tuple[Form, ...]
) -> tuple[Form, ...]:
    """The forms that ``form`` may shorten, the most frequent first; itself if it shortens none."""
    if form.text in knowledge.state_by_name():
        return (form,)
    if form.text in _TWINS and (twin := next((root for root in roots if _is_twin(form, root)), None)):
        return (twin,)
    if _is_family(form, persons):
        return ()
    told_person = form.kind in (None, ActorKind.PERSON) or form.text.isupper()
    longer = persons.shortened_by(form) if told_person or _is_last_name(form, persons) else []
    if not longer and told_person:
        longer = persons.misspelt_by(form)
    if all(_is_of_other_gender(form, root) for root in longer):
        longer = []
    if not longer and form.text not in knowledge.institutions():
        bodies = [root for root in roots if root.kind not in (None, ActorKind.PERSON) and root is not form]
        longer = [root for root in bodies if _may_shorten(form, root)][:1]
    if longer:
        unique = {roots[each].text: each for each in reversed(longer)}
        return tuple(sorted(unique.values(), key=lambda each: (-len(each.names), forms.index(each))))
    return (form,) if form in roots else ()


def _may_shorten(form: Form, body: Form) -> bool:
    """Whether a form is short for a body; a person's name is no short name of his foundation."""
    is_person = form.kind == ActorKind.PERSON and not is_acronym(form.text, body.text)
    return not is_person and shortens_body(form, body)


def _is_family(form: Form, persons: Persons) -> bool:
    """Whether ``the Coles`` are those who bear a person's last name."""
    plural = form.text.endswith("s") and persons.has_last_name(form.text[:-1])
    return plural and all(name.after_the for name in form.names)


def _is_last_name(form: Form, persons: Persons) -> bool:
    """Whether a word that is taken for a body is rather the last name of a person, and of no known body."""
    known = form.text in knowledge.institutions() or form.text in knowledge.organization_words()
    return not known and persons.has_last_name(form.text)


def _is_twin(form: Form, root: Form) -> bool:
    """Whether ``the North`` is North Korea: a state beside one of the South."""
    twin = _TWINS.get(form.text)
    first, _, rest = root.text.partition(" ")
    states = knowledge.state_by_name()
    named = twin is not None and first == form.text and root.text in states and f"{twin} {rest}" in states
    return named and all(name.after_the for name in form.names)


def _is_of_other_gender(form: Form, root: Form) -> bool:
    """Whether the titles before a name tell that it is not this person: ``Mr. Cole`` and Anna Cole."""
    told = {knowledge.titles()[title].gender for name in form.names for title in name.titles} - {""}
    given = knowledge.given_names().get(root.text.split()[0], "")
    return bool(told) and bool(given) and given not in told


def _owner(name: Name, candidates: tuple[Form, ...]) -> Form:
    """Whom a name means that several figures share: the central one, else the one named last before."""
    central, *others = _of_gender(name, candidates)
    if not others or len(central.names) >= _CENTRAL * len(others[0].names):
        return central
    named_before = {
        max(each.first for each in form.names if each.first < name.first): form
        for form in (central, *others)
        if form.names[0].first < name.first
    }
    if named_before:
        return named_before[max(named_before)]
    return min((central, *others), key=lambda form: form.names[0].first)


def _of_gender(name: Name, candidates: tuple[Form, ...]) -> tuple[Form, ...]:
    genders = {knowledge.titles()[title].gender for title in name.titles} - {""}
    given = knowledge.given_names()
    kept = tuple(
        form for form in candidates if not genders or given.get(form.text.split()[0], "") in (*genders, "")
    )
    return kept or candidates


def _cast(
    owned: Mapping[str, list[tuple[Name, Form, float]]],
    forms: Mapping[str, Form],
    tokens: Tokens,
    scopes: "_Scopes",
) -> Cast:
    figures: list[Figure] = []
    mentions: dict[Name, ActorMention] = {}
    for root, entries in owned.items():
        names = tuple(sorted((name for name, _, _ in entries), key=lambda name: name.span))
        called = [(name, form) for name, form, _ in entries]
        usual = [each for each in called if not _tells_another_name(each[0], tokens)]
        actor = _actor(forms[root], usual or called, scopes)
        figures.append(Figure(actor, names, gender_of(actor, names, tokens)))
        for name, form, sure in entries:
            method = ResolutionMethod.NAME if form.text in (actor.name, root) else ResolutionMethod.ALIAS
            mentions[name] = ActorMention(name.span, actor.id, method, sure)
    return Cast(figures, mentions)


def _actor(root: Form, called: list[tuple[Name, Form]], scopes: "_Scopes") -> Actor:
    """The actor under the fullest name: most words, Latin letters, most frequent, first.

    ``called`` are its namings, but not by a name that it once had: that is no name to be known by.
    """
    names = [name for name, _ in called]
    counts = Counter(form.text for _, form in called)
    if root.text in knowledge.state_by_name():
        counts = Counter([root.text])
    elif root.text in knowledge.institutions():
        counts = Counter(each.text for each in names)
    name = max(counts, key=lambda text: (_is_usual(text, root.kind), counts[text]))
    kind = root.kind or ActorKind.PERSON
    titled = {" ".join((*each.titles, each.text)) for each in names}
    aliases = {each.text for each in names} | titled | set(counts)
    return Actor(actor_id(name, qualifier=scopes.of(name, kind)), kind, name, tuple(sorted(aliases - {name})))


def _is_usual(name: str, kind: ActorKind | None) -> tuple[bool, int, bool]:
    """How fit a name is to stand for its figure: no epithet, most words, plain letters."""
    words = name.split()
    epithet = kind == ActorKind.PERSON and any(word in knowledge.given_names() for word in words[1:-1])
    opens_well = words[0] in knowledge.given_names() or is_initial(words[0]) or not epithet
    return opens_well, len(words), name.isascii() and not name.isupper()
