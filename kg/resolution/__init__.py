"""From what the reader saw to who said what about whom: actors, statements, claims, events.

::

    tokens → segmentation · names → evidence · kinds → forms → figures → roles   who is in the article
    candidates → antecedents                            who is meant by a pronoun or a description
    heads → phrases · pronouns · descriptions → speakers  who speaks
    syntax → negation → propositions · cue_classes → claims → expression  what is claimed, with which stance
    meant → tellings · clauses → events · narration → happenings          what happens, by whom it is told
    about · stance · replies · told_roles → assembly    of whom it is said, to whom, and what the speakers are
    linking                                             the same actor in several articles
    content_links                                       the same claim, issue, event in several articles

Every step is a pure function of the article and its reading; general knowledge lies in ``data/``.
"""

from kg.resolution.assembly import resolve
from kg.resolution.content_links import link_contents
from kg.resolution.linking import link_actors

VERSION = "10"
"""Names the rules of this room: articles resolved by another version are resolved again."""

__all__ = ["VERSION", "link_actors", "link_contents", "resolve"]
