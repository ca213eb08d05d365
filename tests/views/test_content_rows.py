import pytest

from kg.domain import ParticipantRole, Polarity
from kg.views.content_rows import RowEvent, RowParticipant, read_contents
from kg.views.statement_rows import statement_rows
from tests.views.graphs import MARCHUK, NORTHLAND, REBUILDING, WHO_PAYS, first_article, published


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    return published(tmp_path_factory.mktemp("graph"))


def test_claims_events_and_stances_are_those_of_the_records(snapshot):
    contents = read_contents(snapshot)
    resolved = first_article()
    for claim in resolved.claims:
        found = contents.claims[claim.id]
        assert (found.label, found.events, found.issue) == (claim.label, claim.events, WHO_PAYS.label)
    for statement in resolved.statements:
        for stance in statement.stances:
            assert contents.stances[statement.id, stance.claim_id] is stance.polarity
    assert set(contents.stances.values()) == {Polarity.AFFIRMS, Polarity.DENIES}


def test_an_event_has_its_participants_place_and_days(snapshot):
    (event,) = read_contents(snapshot).events.values()
    actors = {actor.id: actor for row in statement_rows(snapshot) for actor in (*row.speakers, *row.about)}
    assert event == RowEvent(
        id=REBUILDING.id,
        label="rebuilding of the bridges",
        place="Seld",
        earliest=REBUILDING.earliest,
        latest=None,
        factuality=-0.5,
        participants=(
            RowParticipant(actors[NORTHLAND.id], ParticipantRole.OTHER),
            RowParticipant(actors[MARCHUK.id], ParticipantRole.AGENT),
        ),
    )
