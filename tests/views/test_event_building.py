"""The events of the page are those of which its statements tell, between those who take part in them."""

import dataclasses

import pytest

from kg.domain import ActorKind, Mode, ParticipantRole
from kg.views.content_rows import Contents, RowClaim, RowEvent, RowParticipant
from kg.views.layout import Box, Place, between
from kg.views.page_building import network_page
from kg.views.pages import DRAWABLE_EVENTS, PILL, SHOWN_EVENTS, Scale
from kg.views.rows import RowActor
from tests.views.invented import make_contents, make_rows

ROWS = make_rows(400)
CONTENTS = make_contents(ROWS)
PAGE = network_page(ROWS, CONTENTS, title="Winter")


def tellings(rows, contents):
    """Identifiers of the statements that tell of each event."""
    told = {}
    for row in rows:
        for event in {event for claim in row.claims for event in contents.claims[claim].events}:
            told.setdefault(event, []).append(row.id)
    return told


def test_an_event_has_all_statements_that_tell_of_it():
    told = {each.id: [PAGE.statements[n].id for n in each.statements] for each in PAGE.events}
    assert told == tellings(ROWS, CONTENTS)
    assert len(told) < len(CONTENTS.events)


def test_the_most_told_come_first_whatever_articles_tell_themselves():
    weights = [each.weight for each in PAGE.events]
    assert weights == sorted(weights, reverse=True)
    narrated = [dataclasses.replace(row, mode=Mode.NARRATION) for row in ROWS]
    page = network_page(narrated, CONTENTS, title="")
    assert {each.weight for each in page.events} == {0}
    assert len(page.events) == len(PAGE.events)


def test_lines_lead_to_participants_by_role_and_from_those_who_tell():
    for number, event in enumerate(PAGE.events):
        lines = [line for line in PAGE.event_edges if line.event == number]
        parts = {(PAGE.actors[line.actor].id, line.role) for line in lines if line.role}
        row = CONTENTS.events[event.id]
        assert parts == {(part.actor.id, part.role) for part in row.participants}
        tellers = {line.actor: line.statements for line in lines if line.role is None}
        assert tellers == {
            actor: tuple(n for n in event.statements if actor in PAGE.statements[n].speakers)
            for n in event.statements
            for actor in PAGE.statements[n].speakers
        }


def test_who_only_takes_part_is_an_actor_but_nobody_is_not():
    quiet = RowActor("quiet", "Quiet Observer", ActorKind.GROUP)
    unknown = RowActor("unknown", "unknown", ActorKind.UNKNOWN)
    parts = tuple(RowParticipant(actor, ParticipantRole.OTHER) for actor in (quiet, unknown))
    row = dataclasses.replace(ROWS[0], claims=("c",))
    contents = Contents(
        {"c": RowClaim("c", "it", events=("e", "gone"))},
        {"e": RowEvent("e", "visit", participants=parts)},
        {},
        {},
    )
    page = network_page([row], contents, title="")
    assert [actor.weight for actor in page.actors if actor.id == "quiet"] == [0]
    assert [page.actors[line.actor].id for line in page.event_edges if line.role] == ["quiet"]


def test_actors_stand_where_they_stand_without_events():
    without = {actor.id: actor.place for actor in network_page(ROWS, title="").actors}
    assert {actor.id: actor.place for actor in PAGE.actors} == without


def test_events_that_are_drawn_at_first_cover_no_actor():
    scale = Scale.of(PAGE.actors)
    for event in PAGE.events[:SHOWN_EVENTS]:
        for actor in PAGE.actors[: PAGE.shown_actors]:
            apart_x = abs(event.place.x - actor.place.x) >= PILL * event.radius + scale.radius(actor)
            apart_y = abs(event.place.y - actor.place.y) >= event.radius + scale.radius(actor)
            assert apart_x or apart_y


def test_the_same_rows_give_the_same_events_and_the_drawing_is_bounded():
    assert network_page(ROWS, CONTENTS, title="Winter") == PAGE
    rows = make_rows(6000)
    page = network_page(rows, make_contents(rows), title="")
    assert len(page.drawable_events) == DRAWABLE_EVENTS < len(page.events)
    assert any(not page.is_drawable(line) for line in page.event_edges)


@pytest.mark.parametrize("count", [0, 1, 5])
def test_boxes_between_the_same_places_come_to_lie_side_by_side(count):
    box = Box(20, 10)
    found = between(
        [box] * count, [[Place(0, 0), Place(100, 0)]] * count, taken=[(box, Place(50, 0))], core=9
    )
    boxes = [Place(50, 0), *found]
    assert len(found) == count
    assert all(abs(a.x - b.x) >= 19 or abs(a.y - b.y) >= 9 for a in boxes for b in boxes if a is not b)
