"""Events in the drawing, the panel, the search and the address, in a real browser; Python counts along."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from kg.domain import ParticipantRole
from kg.views.content_rows import Contents, RowClaim, RowEvent, RowParticipant
from kg.views.page_building import network_page
from kg.views.rendering import render
from kg.views.wording import ROLES
from tests.views.conftest import settle, show_neighbourhood
from tests.views.invented import make_contents, make_rows, with_everywhere
from tests.views.test_page_in_browser import on_screen, shown_statements, stacks
from tests.views.test_page_state_in_browser import listed
from tests.views.test_rendering import HOSTILE

pytestmark = pytest.mark.browser

ROWS = make_rows(60)
PAGE = network_page(ROWS, make_contents(ROWS), title="Winter")
MOST_TOLD = PAGE.events[0]
FIRST_NODE = len(PAGE.actors)


@pytest.fixture(scope="module")
def html():
    return render(PAGE)


def drawn(opened):
    return set(opened.evaluate("newskg.drawn().nodes.getIds()"))


def ids(numbers):
    return [PAGE.statements[number].id for number in numbers]


def test_events_are_drawn_on_demand_with_their_lines(open_page, html):
    opened = open_page(html)
    assert max(drawn(opened)) < FIRST_NODE
    assert not opened.is_visible(".event-key")
    opened.click("#events")
    settle(opened)
    assert {FIRST_NODE + number for number in range(len(PAGE.events))} <= drawn(opened)
    assert opened.is_visible(".event-key")
    lines = {tuple(each) for each in opened.evaluate("newskg.drawn().edges.get().map(e => [e.from, e.to])")}
    parts = {(line.actor, FIRST_NODE + line.event) for line in PAGE.event_edges if line.role}
    assert parts <= lines
    opened.keyboard.press("e")
    settle(opened)
    assert max(drawn(opened)) < FIRST_NODE


def test_a_click_on_an_event_says_what_who_where_when_and_how_surely(open_page, html):
    opened = open_page(html, address="#events=1")
    for number, event in list(enumerate(PAGE.events))[:5]:
        node = FIRST_NODE + number
        opened.mouse.click(*on_screen(opened, f"newskg.drawing().getPositions([{node}])[{node}]"))
        settle(opened)
        assert opened.inner_text("#panel h2") == event.name
        assert stacks(opened) == [["Tell of it", len(event.statements)]]
        assert shown_statements(opened) == ids(event.statements)
        facts = opened.evaluate(
            "[...document.querySelectorAll('.facts-list div')]"
            ".map(line => [...line.children].map(each => each.textContent))"
        )
        told = [["where", event.where], ["when", event.when], ["it is told", event.told]]
        parts = [
            [ROLES[line.role], PAGE.actors[line.actor].name]
            for line in PAGE.event_edges
            if line.event == number and line.role
        ]
        assert facts[:-1] == [*parts, *(each for each in told if each[1])]
        assert facts[-1][0] == "who says so"
        opened.keyboard.press("Escape")
        settle(opened)


def test_a_line_to_an_event_shows_what_its_actor_tells_of_it(open_page, html):
    opened = open_page(html, address="#events=1")
    for line in PAGE.event_edges[:20]:
        actor, event = PAGE.actors[line.actor], PAGE.events[line.event]
        opened.evaluate("ends => newskg.goTo({ from: ends[0], to: ends[1] })", [actor.id, event.id])
        settle(opened)
        own = [n for n in event.statements if line.actor in PAGE.statements[n].speakers]
        takes_part = any(
            each.role and (each.actor, each.event) == (line.actor, line.event) for each in PAGE.event_edges
        )
        expected = [[f"{actor.name} tells of it", len(own)]] if own else []
        assert stacks(opened) == expected + (
            [["All who tell of it", len(event.statements)]] if takes_part else []
        )
        assert opened.inner_text("#panel h2") == event.name


def test_an_event_is_found_linked_to_and_listed(open_page, html):
    opened = open_page(html)
    opened.fill("#search", MOST_TOLD.name)
    opened.keyboard.press("Enter")
    settle(opened)
    address = opened.evaluate("location.hash")
    assert address == f"#view=graph&event={MOST_TOLD.id}"
    assert FIRST_NODE in drawn(opened)
    again = open_page(html, address=address)
    assert again.inner_text("#panel") == opened.inner_text("#panel")
    again.keyboard.press("t")
    settle(again)
    assert listed(again) == ids(MOST_TOLD.statements)


def test_a_double_click_shows_what_is_around_an_event_alone(open_page, html):
    opened = open_page(html, address="#events=1")
    show_neighbourhood(
        opened, lambda: on_screen(opened, f"newskg.drawing().getPositions([{FIRST_NODE}])[{FIRST_NODE}]")
    )
    assert opened.inner_text("#ego-note span") == f"Around {MOST_TOLD.name}"
    parts = {line.actor for line in PAGE.event_edges if line.event == 0 and line.role}
    told = [PAGE.statements[number] for number in MOST_TOLD.statements]
    around = {actor for each in told for actor in (*each.speakers, *each.about)} | parts
    actors = {node for node in drawn(opened) if node < FIRST_NODE}
    assert parts <= actors
    others = {node - FIRST_NODE for node in drawn(opened) if node > FIRST_NODE}
    assert actors <= around | {line.actor for line in PAGE.event_edges if line.event in others}
    opened.keyboard.press("t")
    settle(opened)
    opened.evaluate("newskg.goTo({})")
    settle(opened)
    assert listed(opened) == ids(MOST_TOLD.statements)


def test_filters_and_least_weight_hold_for_events(open_page, html):
    opened = open_page(html, address="#events=1&least=2")
    shown = {node - FIRST_NODE for node in drawn(opened) if node >= FIRST_NODE}
    assert shown == {number for number, each in enumerate(PAGE.events) if len(each.statements) >= 2}
    opened.evaluate("newskg.change({ least: '', polarity: ['denies'] })")
    settle(opened)
    shown = {node - FIRST_NODE for node in drawn(opened) if node >= FIRST_NODE}
    assert shown == {
        number
        for number, each in enumerate(PAGE.events)
        if any(PAGE.statements[n].polarity == "denies" for n in each.statements)
    }


def test_a_card_leads_to_the_events_that_it_tells_of(open_page, html):
    statement = PAGE.statements[MOST_TOLD.statements[0]]
    opened = open_page(html, address=f"#statement={statement.id}")
    assert opened.inner_text("#panel .tells-of") == f"Tells of: {MOST_TOLD.name}"
    opened.click("#panel .tells-of a")
    settle(opened)
    assert stacks(opened) == [["Tell of it", len(MOST_TOLD.statements)]]


@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_text_of_an_event_is_inert(open_page, payload):
    row = with_everywhere(make_rows(1)[0], payload)
    part = RowParticipant(row.about[0], ParticipantRole.AGENT)
    event = RowEvent("e", payload, place=payload, participants=(part,), factuality=1)
    contents = Contents({payload: RowClaim(payload, payload, events=("e",))}, {"e": event}, {}, {})
    opened = open_page(render(network_page([row], contents, title="x")), address="#events=1&event=e")
    assert opened.evaluate("document.querySelectorAll('.facts-list div').length") == 4
    node = opened.evaluate("newskg.records.actors.id.length")
    opened.mouse.move(*on_screen(opened, f"newskg.drawing().getPositions([{node}])[{node}]"))
    opened.wait_for_timeout(250)
    assert opened.evaluate("typeof window.hacked") == "undefined"
    assert opened.evaluate("document.querySelectorAll('#panel script, #panel b[onmouseover]').length") == 0


def test_without_events_there_is_no_switch(open_page):
    opened = open_page(render(network_page(ROWS, title="x")))
    assert not opened.is_visible("#events")
    opened.keyboard.press("e")
    settle(opened)
    assert opened.evaluate("location.hash") == ""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(open_page, html, scheme):
    opened = open_page(html, address=f"#events=1&event={MOST_TOLD.id}", color_scheme=scheme)
    found = Axe().run(opened.page).response["violations"]
    assert [each["id"] for each in found if each["impact"] in ("serious", "critical")] == []
