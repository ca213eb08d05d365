"""Who is named in one article: names that mean the same, gathered under the fullest one."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.domain import Actor, ActorKind, ActorMention, ResolutionMethod, Span
from kg.identity import actor_id
from kg.resolution import knowledge
from kg.resolution.forms import Form, forms_of, is_bare, same_person, shortens_body, shortens_person
from kg.resolution.genders import gender_of
from kg.resolution.names import Name
from kg.resolution.seen import Seen
from kg.resolution.tokens import Tokens

_SURE, _ALIAS, _CONTESTED = 0.97, 0.95, 0.7
"""Probability that a name means its figure: in full, as an alias, as an alias that two figures share."""
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
        return tuple(name for name in self.names if span.contains(name.span))


def find_figures(names: Iterable[Name], tokens: Tokens, seen: Seen | None = None, article: str = "") -> Cast:
    """The figures behind the names of one article.

    A person whom the article calls by one word only belongs to it: ``article``, its identifier, keeps the
    Clintons of two articles apart until something tells that they are one.
    """
    forms = forms_of(names, tokens, seen or Seen())
    roots = _roots(forms)
    owned: dict[str, list[tuple[Name, Form, float]]] = {}
    for form in forms:
        candidates = _candidates(form, roots, forms)
        for name in form.names:
            if candidates:
                owner = _owner(name, candidates)
                sure = _SURE if form is owner else _ALIAS if len(candidates) == 1 else _CONTESTED
                owned.setdefault(roots[owner].text, []).append((name, form, sure))
    return _cast(owned, {form.text: form for form in forms}, tokens, article)


def _roots(forms: tuple[Form, ...]) -> dict[Form, Form]:
    """For every form that can stand alone in full, the first form of the same person or itself."""
    roots: dict[Form, Form] = {}
    for form in sorted(forms, key=lambda each: each.kind is None):
        persons = (root for root in roots.values() if root.kind == ActorKind.PERSON)
        same = (root for root in persons if form.kind in (None, ActorKind.PERSON) and same_person(form, root))
        root = next(same, None if form.kind is None else form)
        if root:
            roots[form] = root
    return roots


def _candidates(form: Form, roots: Mapping[Form, Form], forms: tuple[Form, ...]) -> tuple[Form, ...]:
    """The forms that ``form`` may shorten, the most frequent first; itself if it shortens none."""
    if form.text in knowledge.state_by_name():
        return (form,)
    persons = [
        root for root in roots if root.kind == ActorKind.PERSON and len(root.words) > 1 and root is not form
    ]
    may_be_person = form.kind in (None, ActorKind.PERSON) or form.text.isupper()
    longer = [root for root in persons if may_be_person and shortens_person(form, root)]
    if all(_is_of_other_gender(form, root) for root in longer):
        longer = []
    if not longer and form.text not in knowledge.institutions():
        bodies = [root for root in roots if root.kind not in (None, ActorKind.PERSON) and root is not form]
        longer = [root for root in bodies if shortens_body(form, root)][:1]
    if longer:
        unique = {roots[each].text: each for each in reversed(longer)}
        return tuple(sorted(unique.values(), key=lambda each: (-len(each.names), forms.index(each))))
    return (form,) if form in roots else ()


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
    article: str,
) -> Cast:
    figures: list[Figure] = []
    mentions: dict[Name, ActorMention] = {}
    for root, entries in owned.items():
        names = tuple(sorted((name for name, _, _ in entries), key=lambda name: name.span))
        actor = _actor(forms[root], [form for _, form, _ in entries], names, article)
        figures.append(Figure(actor, names, gender_of(actor, names, tokens)))
        for name, form, sure in entries:
            method = ResolutionMethod.NAME if form.text in (actor.name, root) else ResolutionMethod.ALIAS
            mentions[name] = ActorMention(name.span, actor.id, method, sure)
    return Cast(figures, mentions)


def _actor(root: Form, forms: list[Form], names: tuple[Name, ...], article: str) -> Actor:
    """The actor under the fullest name: most words, Latin letters, most frequent, first."""
    counts = Counter(form.text for form in forms)
    if root.text in knowledge.state_by_name():
        counts = Counter([root.text])
    elif root.text in knowledge.institutions():
        counts = Counter(each.text for each in names)
    name = max(counts, key=lambda text: (_is_usual(text, root.kind), counts[text]))
    kind = root.kind or ActorKind.PERSON
    titled = {" ".join((*each.titles, each.text)) for each in names}
    aliases = {each.text for each in names} | titled | set(counts)
    scope = article if kind == ActorKind.PERSON and is_bare(name) else ""
    return Actor(actor_id(name, qualifier=scope), kind, name, tuple(sorted(aliases - {name})))


def _is_usual(name: str, kind: ActorKind | None) -> tuple[bool, int, bool]:
    """How fit a name is to stand for its figure: no epithet, most words, plain letters."""
    words = name.split()
    epithet = kind == ActorKind.PERSON and any(word in knowledge.given_names() for word in words[1:-1])
    opens_well = words[0] in knowledge.given_names() or not epithet
    return opens_well, len(words), name.isascii() and not name.isupper()
