"""From what the reader saw to who said what about whom: actors, statements, claims.

::

    tokens → names → forms → figures → roles     who is in the article
    candidates → antecedents                      whom a pronoun means
    phrases · pronouns · descriptions → speakers  who speaks
    about · stance · claims → assembly            what is said, and of whom
    linking                                       the same actor in several articles

Every step is a pure function of the article and its reading; general knowledge lies in ``data/``.
"""

from kg.resolution.assembly import resolve
from kg.resolution.linking import link_actors

VERSION = "3"
"""Names the rules of this room: articles resolved by another version are resolved again."""

__all__ = ["VERSION", "link_actors", "resolve"]
