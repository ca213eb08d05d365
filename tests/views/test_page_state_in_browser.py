"""Filters, dates, timeline, neighbourhoods, downloads and keys, in a real browser; Python counts along."""

import csv
import dataclasses
import datetime
import io
import json
from collections import Counter

import pytest
from axe_playwright_python.sync_playwright import Axe

from kg.domain import Mode
from kg.views.page_building import network_page
from kg.views.rendering import render, render_page
from tests.views.conftest import settle, show_neighbourhood
from tests.views.invented import make_rows
from tests.views.test_page_in_browser import on_screen, shown_statements, stacks

pytestmark = pytest.mark.browser

ROWS = make_rows(150)
PAGE = network_page(ROWS, title="Winter")


@pytest.fixture(scope="module")
def html():
    return render(PAGE)


def listed(opened):
    """Identifiers of the rows of the table, after pressing "Show more"."""
    return opened.evaluate(
        "(() => { const more = document.getElementById('table-more'); while (!more.hidden) more.click();"
        "return [...document.querySelectorAll('#table-body tr')].map(row => row.dataset.statement) })()"
    )


def choose(opened, facet, value):
    opened.click(f'#facet-{facet} [data-value="{value}"]')
    settle(opened)


def date_of(statement):
    return PAGE.articles[statement.article].date


def facet_counts(opened, facet):
    return {
        value: int(count.replace(",", ""))
        for value, count in opened.evaluate(
            f"[...document.querySelectorAll('#facet-{facet} label')].map(label => "
            "[label.querySelector('input').dataset.value, label.querySelector('.count').textContent])"
        )
    }


def test_facets_restrict_table_graph_and_panel_alike(open_page, html):
    opened = open_page(html, address="#view=table")
    choose(opened, "polarity", "denies")
    choose(opened, "mode", "direct")
    expected = [s for s in PAGE.statements if s.polarity == "denies" and s.mode != "direct"]
    assert listed(opened) == [each.id for each in expected]
    opened.evaluate("id => newskg.goTo({ view: 'graph', actor: id })", PAGE.actors[0].id)
    settle(opened)
    assert stacks(opened) == [
        ["Says", sum(0 in each.speakers for each in expected)],
        ["Is spoken of", sum(0 in each.about for each in expected)],
    ]
    ends = {(s, a) for each in expected for s in each.speakers for a in each.about if s != a}
    drawn = opened.evaluate(
        "newskg.drawn().edges.getIds().map("
        "e => [newskg.records.edges.source[e], newskg.records.edges.target[e]])"
    )
    assert drawn
    assert {tuple(pair) for pair in drawn} <= ends


def test_a_facet_counts_what_it_would_show_if_it_alone_were_not_set(open_page, html):
    opened = open_page(html, address="#view=table&polarity=denies&sure=60")
    sure = [each for each in PAGE.statements if each.probability >= 0.6]
    assert facet_counts(opened, "polarity") == Counter(each.polarity for each in sure)
    assert facet_counts(opened, "mode") == Counter(each.mode for each in sure if each.polarity == "denies")
    speakers = Counter(
        PAGE.actors[number].id for each in sure if each.polarity == "denies" for number in each.speakers
    )
    shown = facet_counts(opened, "speaker")
    assert shown == {speaker: speakers[speaker] for speaker in shown}
    assert sum(shown.values()) >= max(speakers.values())


def test_a_facet_can_be_searched_and_chosen_twice(open_page, html):
    opened = open_page(html, address="#view=table")
    name = PAGE.actors[20].name
    opened.fill("#facet-speaker >> xpath=.. >> .facet-search", name)
    choose(opened, "speaker", PAGE.actors[20].id)
    expected = [each.id for each in PAGE.statements if 20 in each.speakers]
    assert listed(opened) == expected
    choose(opened, "speaker", PAGE.actors[20].id)
    assert len(listed(opened)) == len(PAGE.statements)


def test_what_is_found_in_a_facet_is_counted_under_the_other_filters(open_page, html):
    opened = open_page(html, address="#view=table")
    choose(opened, "polarity", "denies")
    counts = Counter(number for each in PAGE.statements if each.polarity == "denies" for number in each.about)
    number = min(counts)
    opened.fill("#facet-about >> xpath=.. >> .facet-search", PAGE.actors[number].name)
    assert facet_counts(opened, "about")[PAGE.actors[number].id] == counts[number]


def test_filters_are_cleared_at_once(open_page, html):
    opened = open_page(html, address="#view=table&polarity=denies&sure=60&since=2031-01-05&least=2")
    assert 0 < len(listed(opened)) < len(PAGE.statements)
    opened.click("#clear-filters")
    settle(opened)
    assert len(listed(opened)) == len(PAGE.statements)
    assert opened.evaluate("location.hash") == "#view=table"


def test_what_an_article_tells_itself_is_shown_on_demand(open_page):
    rows = [
        dataclasses.replace(row, mode=Mode.NARRATION) if number % 3 == 0 else row
        for number, row in enumerate(make_rows(30))
    ]
    told = [row.id for row in rows if row.mode is Mode.NARRATION]
    opened = open_page(render_page(rows, title="x"), address="#view=table")
    assert not set(told) & set(listed(opened))
    assert f"20 statements of 30. {len(told)} more are told by the articles" in opened.inner_text(
        "#table-note"
    )
    choose(opened, "mode", "narration")
    assert set(listed(opened)) == {row.id for row in rows}
    opened.evaluate("id => newskg.goTo({ statement: id })", told[0])
    settle(opened)
    assert "tells in its own voice:" in opened.inner_text("#panel .report")


def test_the_same_claim_in_other_mouths_is_one_step_away(open_page):
    rows = [dataclasses.replace(row, claims=("c",)) if n < 3 else row for n, row in enumerate(make_rows(9))]
    opened = open_page(render_page(rows, title="x"), address=f"#statement={rows[1].id}")
    opened.click("text=2 more on this claim")
    settle(opened)
    assert shown_statements(opened) == [row.id for row in rows[:3]]


def test_a_link_to_a_statement_shows_it_whatever_the_filters_say(open_page, html):
    denied = next(each for each in PAGE.statements if each.polarity == "denies")
    opened = open_page(html, address=f"#polarity=affirms&statement={denied.id}")
    assert shown_statements(opened) == [denied.id]


def test_a_bar_chooses_its_days_and_is_let_go_again(open_page, html):
    opened = open_page(html, address="#view=table")
    opened.click("#bins button:nth-child(3)")
    settle(opened)
    since, until = opened.input_value("#since"), opened.input_value("#until")
    expected = [each.id for each in PAGE.statements if since <= date_of(each) <= until]
    assert expected
    assert listed(opened) == expected
    assert f": {len(expected)} statement" in opened.get_attribute("#bins button:nth-child(3)", "aria-label")
    opened.click("#bins button:nth-child(3)")
    settle(opened)
    assert len(listed(opened)) == len(PAGE.statements)


def test_bars_can_be_dragged_over_and_used_by_keys(open_page, html):
    opened = open_page(html, address="#view=table")
    boxes = [opened.locator(f"#bins button:nth-child({n})").bounding_box() for n in (2, 4)]
    points = [(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2) for box in boxes]
    opened.mouse.move(*points[0])
    opened.mouse.down()
    opened.mouse.move(*points[1], steps=4)
    opened.mouse.up()
    settle(opened)
    dragged = (opened.input_value("#since"), opened.input_value("#until"))
    opened.focus("#bins button:nth-child(2)")
    opened.keyboard.press("Enter")
    settle(opened)
    alone = (opened.input_value("#since"), opened.input_value("#until"))
    assert dragged[0] == alone[0] <= alone[1] < dragged[1]


def test_days_that_are_typed_leave_out_what_has_no_date(open_page, html):
    opened = open_page(html, address="#view=table")
    opened.fill("#since", "2031-01-05")
    settle(opened)
    assert listed(opened) == [each.id for each in PAGE.statements if date_of(each) >= "2031-01-05"]
    undated = sum(not date_of(each) for each in PAGE.statements)
    assert opened.inner_text("#undated") == f"{undated} statements without a date left out"


@pytest.mark.parametrize("days", [1, 40, 400, 4000, 40_000])
def test_every_dated_statement_is_in_one_bar_however_long_the_time(open_page, days):
    article = ROWS[0].article
    start = datetime.date(1971, 1, 1)
    rows = [
        dataclasses.replace(
            row,
            article=dataclasses.replace(
                article, id=str(n), date=start + datetime.timedelta(days=days * n // 30)
            ),
        )
        for n, row in enumerate(ROWS[:30])
    ]
    opened = open_page(render_page(rows, title="x"))
    counts = opened.evaluate(
        "[...document.querySelectorAll('#bins button')].map(b => parseInt(b.ariaLabel.split(': ')[1]))"
    )
    assert sum(counts) == 30
    assert len(counts) <= (60 if days < 20_000 else 120)


def test_without_any_date_there_are_no_bars(open_page):
    rows = [
        dataclasses.replace(row, article=dataclasses.replace(row.article, date=None)) for row in make_rows(9)
    ]
    opened = open_page(render_page(rows, title="x"), address="#view=timeline")
    assert not opened.is_visible("#dates")
    assert "No statement here stands in an article with a date." in opened.inner_text("#timeline-note")


def test_the_timeline_counts_what_python_counts(open_page, html):
    opened = open_page(html, address="#view=timeline")
    dated = [each for each in PAGE.statements if date_of(each)]
    says = Counter(number for each in dated for number in each.speakers)
    lanes = opened.evaluate(
        "[...document.querySelectorAll('.lane:not(.axis)')].map(lane => "
        "[lane.querySelector('a').textContent, Number(lane.querySelector('.count').textContent),"
        "[...lane.querySelectorAll('.dot-of')].map(d => parseInt(d.ariaLabel.split(': ')[1]))])"
    )
    expected = sorted(says, key=lambda number: (-says[number], number))[:16]
    assert [(name, count) for name, count, _ in lanes] == [(PAGE.actors[n].name, says[n]) for n in expected]
    assert all(sum(dots) == count for _, count, dots in lanes)


def test_a_dot_of_the_timeline_shows_its_statements(open_page, html):
    opened = open_page(html, address="#view=timeline")
    label = opened.get_attribute(".dot-of >> nth=0", "aria-label")
    opened.click(".dot-of >> nth=0")
    settle(opened)
    assert stacks(opened)[0] == ["Says", int(label.rpartition(": ")[2].split()[0])]
    assert opened.inner_text("#panel h2") == label.partition(",")[0]


def test_a_double_click_shows_the_neighbourhood_alone(open_page, html):
    opened = open_page(html)
    centre = 3
    show_neighbourhood(
        opened, lambda: on_screen(opened, f"newskg.drawing().getPositions([{centre}])[{centre}]")
    )
    near = {e.source for e in PAGE.edges if e.target == centre} | {
        e.target for e in PAGE.edges if e.source == centre
    }
    drawn = set(opened.evaluate("newskg.drawn().nodes.getIds()"))
    assert centre in drawn
    assert near & drawn
    about_it = [each for each in PAGE.statements if centre in (*each.speakers, *each.about)]
    assert drawn <= {n for each in about_it for n in (*each.speakers, *each.about)}
    assert opened.inner_text("#ego-note span") == f"Around {PAGE.actors[centre].name}"
    opened.keyboard.press("Escape")
    settle(opened)
    opened.keyboard.press("Escape")
    settle(opened)
    assert not opened.is_visible("#ego-note")
    assert len(opened.evaluate("newskg.drawn().nodes.getIds()")) > len(drawn)


def test_thin_lines_can_be_left_out(open_page, html):
    opened = open_page(html, address="#least=2")
    drawn = opened.evaluate("newskg.drawn().edges.getIds()")
    assert drawn
    assert all(len(PAGE.edges[number].statements) >= 2 for number in drawn)


def test_colours_can_mean_communities(open_page):
    page = network_page(make_rows(400), title="x")
    opened = open_page(render(page))
    opened.click("#colour")
    settle(opened)
    assert "around" in opened.inner_text("#community-key")
    colours = opened.evaluate("newskg.drawn().nodes.get().map(node => [node.id, node.color.border])")
    by_community = {}
    for number, colour in colours:
        by_community.setdefault(page.actors[number].community, set()).add(colour)
    assert all(len(each) == 1 for each in by_community.values())
    assert len(by_community) > 2


def saved(opened, button):
    opened.click("#downloads summary")
    with opened.page.expect_download() as found:
        opened.click(f"#{button}")
    return found.value


def test_what_is_shown_is_saved_as_csv_and_json(open_page, html, tmp_path):
    opened = open_page(html, address="#view=table&polarity=denies")
    expected = [each.id for each in PAGE.statements if each.polarity == "denies"]
    saved(opened, "give-csv").save_as(tmp_path / "out.csv")
    lines = list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text("utf-8"), newline="")))
    assert [line["statement"] for line in lines] == expected
    assert lines[0]["words"] == " … ".join(
        next(each for each in PAGE.statements if each.id == expected[0]).passage[1::2]
    )
    saved(opened, "give-json").save_as(tmp_path / "out.json")
    assert [each["statement"] for each in json.loads((tmp_path / "out.json").read_text("utf-8"))] == expected


def test_no_saved_cell_is_a_formula(open_page, tmp_path):
    row = dataclasses.replace(ROWS[0], cue='=HYPERLINK("http://x")', id="+1")
    opened = open_page(render_page([row], title="x"), address="#view=table")
    saved(opened, "give-csv").save_as(tmp_path / "out.csv")
    (line,) = csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text("utf-8"), newline=""))
    assert (line["cue"], line["statement"]) == ('\'=HYPERLINK("http://x")', "'+1")


def test_the_drawing_is_saved_as_a_picture(open_page, html, tmp_path):
    opened = open_page(html)
    saved(opened, "give-png").save_as(tmp_path / "graph.png")
    content = (tmp_path / "graph.png").read_bytes()
    assert content.startswith(b"\x89PNG\r\n")
    assert len(content) > 20_000


def test_an_address_brings_back_the_whole_state(open_page, html):
    address = (
        f"#view=table&polarity=denies&polarity=affirms&sure=40&since=2031-01-02&actor={PAGE.actors[0].id}"
    )
    first = open_page(html)
    first.evaluate("hash => { location.hash = hash }", address)
    settle(first)
    second = open_page(html, address=first.evaluate("location.hash"))
    assert listed(second) == listed(first)
    assert second.inner_text("#panel") == first.inner_text("#panel")
    assert second.inner_text("#facets") == first.inner_text("#facets")


def test_keys_step_through_statements_and_views(open_page, html):
    opened = open_page(html)
    opened.keyboard.press("]")
    settle(opened)
    opened.keyboard.press("]")
    settle(opened)
    assert shown_statements(opened) == [PAGE.statements[1].id]
    opened.keyboard.press("[")
    settle(opened)
    assert shown_statements(opened) == [PAGE.statements[0].id]
    opened.evaluate("id => newskg.goTo({ actor: id })", PAGE.actors[0].id)
    settle(opened)
    opened.keyboard.press("]")
    opened.keyboard.press("]")
    focused = opened.evaluate("document.activeElement.dataset.statement")
    assert focused == shown_statements(opened)[1]
    for key, view in (("t", "table"), ("l", "timeline"), ("g", "graph")):
        opened.keyboard.press(key)
        settle(opened)
        assert opened.get_attribute("main", "data-view") == view


def test_the_keys_are_listed(open_page, html):
    opened = open_page(html)
    opened.keyboard.press("?")
    assert opened.is_visible("#keys")
    opened.keyboard.press("Escape")
    assert not opened.is_visible("#keys")


def test_a_large_page_is_packed_and_shows_the_same(open_page):
    page = network_page(make_rows(3500), title="Many")
    large = render(page)
    assert 'data-packing="gzip"' in large
    opened = open_page(large, address="#view=table&polarity=denies")
    assert listed(opened) == [each.id for each in page.statements if each.polarity == "denies"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", ["", "#view=table&words=winter", "#view=timeline"])
def test_axe_finds_nothing_serious(open_page, html, address, scheme):
    opened = open_page(html, address=address, color_scheme=scheme)
    found = Axe().run(opened.page).response["violations"]
    serious = [
        (each["id"], each["nodes"][0]["html"][:120])
        for each in found
        if each["impact"] in ("serious", "critical")
    ]
    assert serious == []


def test_who_said_what_about_whom_is_found_in_three_actions(open_page, html):
    """Type a name and press Enter; choose whom it is about; the passage stands there."""
    edge = max((e for e in PAGE.edges if e.source > 2), key=lambda e: len(e.statements))
    speaker, target = PAGE.actors[edge.source], PAGE.actors[edge.target]
    opened = open_page(html)
    opened.fill("#search", speaker.name)
    opened.keyboard.press("Enter")
    settle(opened)
    opened.fill("#facet-about >> xpath=.. >> .facet-search", target.name)
    choose(opened, "about", target.id)
    assert stacks(opened)[0] == [
        "Says",
        sum(
            edge.target in PAGE.statements[n].about and edge.source in PAGE.statements[n].speakers
            for n in range(len(PAGE.statements))
        ),
    ]
    first = PAGE.statements[edge.statements[0]]
    assert opened.inner_text("#panel .card mark >> nth=0") == first.passage[1]
