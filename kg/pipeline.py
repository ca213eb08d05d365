"""The order of the stages, and nothing else: what to do is decided in the rooms, done here.

::

    read_articles | new or changed? | Reader.read | resolve | Database.replace
        then, once:  link_actors | link_contents | encode what statements say | Database.publish

An article is stored as soon as it is understood, in one transaction: a build that is killed loses
none that it finished, and the next one goes on from there.
"""

import dataclasses
from collections.abc import Collection, Iterable
from functools import partial

from kg.articles import passed_over, read_articles
from kg.domain import BuildSummary, ResolvedArticle
from kg.encoding import LoadEncoder
from kg.ledger import Ledger, Notify, silent
from kg.resolution import link_actors, link_contents
from kg.resolution.meanings import Meanings
from kg.store.catalogue import StoredArticle
from kg.store.correction_log import Status
from kg.store.corrections import Correction
from kg.store.database import Database
from kg.store.kept_meanings import KeptMeanings
from kg.understanding import LoadReader, Understander, load_single_threaded, understood_here_or_apart


def build(
    paths: Iterable[str],
    database: Database,
    load_reader: LoadReader,
    load_encoder: LoadEncoder,
    *,
    workers: int | None = 1,
    narration: bool = True,
    notify: Notify | None = None,
) -> BuildSummary:
    """Read articles into the graph; what is there already and has not changed is skipped.

    ``workers`` processes read; None: as many as fit. With ``narration`` what the articles tell as fact in
    their own voice is in the graph, too.
    Raises ``ReaderError`` without usable weights. A bad article never raises: it is in
    ``BuildSummary.failed`` with its reason.
    """
    understander = Understander(load_reader(), narration)
    ledger = Ledger(database.articles(), understander.version, notify or silent)
    given = list(paths)
    pending = ledger.sift(read_articles(given))
    load = partial(load_single_threaded, load_reader, narration=narration)
    for article, understood in understood_here_or_apart(pending, understander, load, workers):
        if isinstance(understood, ResolvedArticle):
            database.replace(understood, ledger.fingerprint(article))
            ledger.done(article, len(understood.statements))
        else:
            ledger.failed(article.path, f"could not be understood ({understood})")
    for stale in ledger.stale():
        database.remove(stale.id)
    publish(database, load_encoder)
    return dataclasses.replace(ledger.summary(), passed_over=passed_over(given))


def publish(database: Database, load_encoder: LoadEncoder) -> None:
    """Link what all articles say if any came or went, and give readers the new graph if it changed.

    First the actors, for which statements say the same depends on who speaks and who is spoken of.
    """
    if database.is_published() and database.is_linked() and database.are_contents_linked():
        return
    encoder = load_encoder()
    kept = KeptMeanings.of(database.folder, encoder.version, encoder.encode)
    meanings = Meanings(kept.vectors)
    if not database.is_linked():  # asked for last: what a killed build left undone is done by the next
        database.set_links(link_actors(database.sightings(), database.gazetteer()))
    if not database.are_contents_linked():
        contents = (database.assertions(), database.happenings(), database.texts())
        database.set_content_links(link_contents(*contents, meanings))
        kept.keep(database.folder, meanings.known(), meanings.matrix(meanings.known()))
    new = database.words_without_vectors(encoder.version)
    meanings.learn(new)
    database.add_vectors(encoder.version, new, meanings.matrix(new))
    database.publish()


def remove(names: Iterable[str], database: Database, load_encoder: LoadEncoder) -> tuple[StoredArticle, ...]:
    """Take articles out of the graph, by identifier, name or path; returns what was removed.

    Raises ``UnknownNameError`` before anything is removed if one of them does not exist.
    """
    doomed = tuple(database.find(name) for name in names)
    for stored in doomed:
        database.remove(stored.id)
    publish(database, load_encoder)
    return doomed


def correct(
    corrections: Collection[Correction], database: Database, load_encoder: LoadEncoder
) -> tuple[Correction, ...]:
    """Add what a person decided, and show readers the graph as it says; returns what it overrules.

    Older corrections are overruled if they cannot hold beside it.
    """
    if not corrections:
        return ()
    before = _overruled(database)
    database.correct(corrections)
    publish(database, load_encoder)
    return tuple(each for identifier, each in _overruled(database).items() if identifier not in before)


def _overruled(database: Database) -> dict[str, Correction]:
    return {
        entry.correction.id: entry.correction for entry in database.log() if entry.status is Status.OVERRULED
    }
