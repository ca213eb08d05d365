"""What the article tells before anybody is asked who speaks: words, trees, figures, their roles."""

from dataclasses import dataclass

from kg.domain import Article, Mode, Reading, Span
from kg.resolution.chains import Chains
from kg.resolution.figures import Cast, find_figures
from kg.resolution.names import find_names
from kg.resolution.roles import Role, find_roles
from kg.resolution.seen import Seen
from kg.resolution.syntax import Syntax
from kg.resolution.tokens import Tokens, tokenize


@dataclass(frozen=True, slots=True)
class Scene:
    """One article, its reading, and who is in it."""

    article: Article
    reading: Reading
    tokens: Tokens
    cast: Cast
    roles: tuple[Role, ...]
    quotations: tuple[Span, ...]
    """Words given verbatim."""
    chains: Chains
    syntax: Syntax

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text


def set_scene(article: Article, reading: Reading) -> Scene:
    """Find the figures and roles of an article."""
    tokens = tokenize(article.text, article.unread)
    seen = Seen.of(reading)
    cast = find_figures(find_names(tokens, seen), tokens, seen, article.id)
    quotations = tuple(
        span for each in reading.attributions if each.mode == Mode.DIRECT for span in each.content
    )
    chains = Chains(reading.mentions, cast)
    roles, syntax = find_roles(tokens, cast), Syntax(reading.words)
    return Scene(article, reading, tokens, cast, roles, quotations, chains, syntax)
