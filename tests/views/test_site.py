"""Pages to read: what is in their records is what stands in their HTML, and every link leads somewhere."""

import dataclasses
import re
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest

from kg.domain import ActorKind, Mode, ParticipantRole, Polarity, Span
from kg.views.choosing import Choice
from kg.views.content_rows import Contents, RowClaim, RowEvent, RowParticipant
from kg.views.rows import ContentPart, RowActor, RowArticle
from kg.views.site import article_alone, site_of
from kg.views.site_building import article_page
from kg.views.site_pages import ListPage
from kg.views.site_rendering import TEMPLATES, SiteRenderer, render_article, site_files
from tests.views.graphs import FIRST_TEXT, REBUILDING, published
from tests.views.invented import make_rows, with_everywhere
from tests.views.test_rendering import HOSTILE

NESTED_TEXT = (
    "Ruth Okafor said that Karl Brandt denied that the bridge, built in May, was\r\nfit & “new” <b>."
)


class Document(HTMLParser):
    """Text of the article, its marks, all links and identifiers."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.text, self.marks, self.links, self.ids, self.tags = [], [], [], [], []
        self._open = 0
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.tags.append(tag)
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if tag == "a":
            self.links.append(attributes["href"])
        if self._open and tag == "div":
            self._open += 1
        if attributes.get("class") == "text":
            self._open = 1
        if self._open and tag == "mark":
            self.marks.append((attributes["data-statements"].split(" "), []))

    def handle_endtag(self, tag):
        if self._open and tag == "div":
            self._open -= 1
        if tag == "mark" and self._open and self.marks:
            self.marks[-1][1].append(None)

    def handle_data(self, data):
        if self._open:
            self.text.append(data)
            if self.marks and None not in self.marks[-1][1]:
                self.marks[-1][1].append(data)


def words_of_marks(document, statement):
    return "".join("".join(words[:-1]) for ids, words in document.marks if statement in ids)


def nested_rows():
    outer = "that Karl Brandt denied that the bridge, built in May, was\r\nfit & “new” <b>"
    inner = ("that the bridge", "was\r\nfit & “new” <b>")
    rows = []
    around = [("Ruth Okafor", "said"), ("Karl Brandt", "denied")]
    for number, (parts, (source, cue)) in enumerate(zip([(outer,), inner], around, strict=True)):
        content = tuple(ContentPart(span.start, span.end, span.of(NESTED_TEXT)) for span in map(_span, parts))
        row = dataclasses.replace(make_rows(2)[number], content=content, mode=Mode.INDIRECT)
        rows.append(dataclasses.replace(row, source_spans=(_span(source),), cue_spans=(_span(cue),)))
    return rows


def _span(words):
    start = NESTED_TEXT.index(words)
    return Span(start, start + len(words))


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    snapshot = published(tmp_path_factory.mktemp("graph"))
    return {file.path: file.html for file in site_of(snapshot, Choice(), title="Bridges")}


def test_marks_are_the_words_of_their_statements_and_the_text_is_the_article():
    rows = nested_rows()
    document = Document(render_article(article_page(rows[0].article, NESTED_TEXT, rows)))
    assert "".join(document.text) == NESTED_TEXT
    for row in rows:
        assert words_of_marks(document, row.id) == "".join(part.exact for part in row.content)


def test_statements_inside_others_have_lanes_of_their_own():
    rows = nested_rows()
    page = article_page(rows[0].article, NESTED_TEXT, rows)
    assert page.lanes == (0, 1)
    html = render_article(page)
    assert {"lanes-0", "lanes-0-1"} == set(re.findall(r'class="(lanes[-\d]+)', html))
    assert ".lanes-0-1 {" in html


def test_sources_and_cues_are_marked_and_lead_to_their_statements():
    rows = nested_rows()
    html = render_article(article_page(rows[0].article, NESTED_TEXT, rows))
    assert f'<a href="#{rows[0].id}" class="source by-0">Ruth Okafor</a>' in html
    assert f'<a href="#{rows[0].id}" class="source by-1">Karl Brandt</a></mark>' in html
    assert f'<a href="#{rows[0].id}" class="cue by-1">denied</a></mark>' in html
    assert "who says so" in html


def test_what_an_article_tells_itself_is_folded_away_and_not_marked():
    rows = nested_rows()
    rows[1] = dataclasses.replace(rows[1], mode=Mode.NARRATION)
    page = article_page(rows[0].article, NESTED_TEXT, rows)
    assert [card.row.id for card in page.told] == [rows[1].id]
    document = Document(render_article(page))
    assert {each for ids, _ in document.marks for each in ids} == {rows[0].id}
    assert "details" in document.tags


def test_the_folder_has_a_page_for_everything(files):
    folders = [path.partition("/")[0] for path in files if "/" in path]
    assert {name: folders.count(name) for name in folders} == {
        "articles": 2,
        "actors": 3,
        "claims": 3,
        "events": 1,
    }
    assert next(iter(files)) == "index.html"
    assert {"articles.html", "actors.html", "claims.html", "events.html", "graph.html"} <= set(files)


def test_every_link_leads_to_a_page_and_a_place_on_it(files):
    ids = {path: set(Document(html).ids) for path, html in files.items()}
    for path, html in files.items():
        for link in Document(html).links:
            if link.startswith("https://"):
                continue
            target, _, place = link.partition("#")
            folder = path.rpartition("/")[0]
            here = f"{folder}/" if folder and not target.startswith("../") else ""
            page = f"{here}{target.removeprefix('../')}" if target else path
            assert page in files, (path, link)
            if place and page != "graph.html":
                assert unquote(place) in ids[page], (path, link)


def test_pages_need_no_script_and_load_nothing(files):
    for path, html in files.items():
        if path == "graph.html":
            continue
        assert not {"script", "link", "img", "iframe"} & set(Document(html).tags)
        assert "default-src 'none'; style-src 'unsafe-inline'" in html
        assert "@import" not in html


def test_a_copy_names_what_it_repeats():
    first, second = make_rows(40)[0], next(r for r in make_rows(40) if r.article != make_rows(1)[0].article)
    contents = Contents({}, {}, {}, {second.article.id: first.article.id})
    pages = {file.path: file.html for file in site_files([first, second], contents, lambda _: "", title="x")}
    copy = pages[f"articles/{second.article.id}.html"]
    assert "Repeats the words of <a" in copy.replace("\n", " ")
    assert f'href="../articles/{first.article.id}.html"' in copy
    assert "The text of this article is not kept" in copy
    assert "Repeats" not in pages[f"articles/{first.article.id}.html"]


def test_a_claim_is_told_with_the_stance_of_each_voice(files):
    pages = [html for path, html in files.items() if path.startswith("claims/")]
    denied = next(html for html in pages if "“that”" in html)
    assert "· denies</h2>" in denied
    assert "Who pays?" in denied
    assert "Other answers" in denied


def test_a_denied_part_and_the_whole_lead_to_each_other():
    one, other = make_rows(2)
    rows = [dataclasses.replace(one, claims=("more",)), dataclasses.replace(other, claims=("part",))]
    claims = {"more": RowClaim("more", "all left", entails=("part",)), "part": RowClaim("part", "any left")}
    contents = Contents(claims, {}, {}, {})
    pages = {file.path: file.html for file in site_files(rows, contents, lambda _: "", title="x")}
    for claim, heading, other_label in (
        ("more", "If this is so, so is what somebody denies", "any left"),
        ("part", "What others say is so only if this is", "all left"),
    ):
        assert other_label in pages[f"claims/{claim}.html"].partition(heading)[2]


def test_an_event_says_who_takes_part_where_and_when(files):
    html = files[f"events/{REBUILDING.id}.html"]
    for words in (
        "Olena Marchuk",
        "does it",
        "Seld",
        "2031-05-02 or later",
        "without saying whether it will come",
    ):
        assert words in html


def test_a_speaker_that_is_not_named_has_no_page_to_link_to():
    row = nested_rows()[0]
    nobody = dataclasses.replace(row.speakers[0], kind=ActorKind.UNKNOWN, name="unknown")
    page = article_page(row.article, NESTED_TEXT, [dataclasses.replace(row, speakers=(nobody,))])
    html = SiteRenderer(up="../").render(page)
    assert "reports, without naming a speaker:" in html
    assert nobody.id not in html


def test_an_article_alone_has_its_text_and_links_to_nothing_else(tmp_path):
    html = article_alone(published(tmp_path), Choice(article="first", actor="northland"))
    document = Document(html)
    assert "".join(document.text) == FIRST_TEXT
    assert all(link.startswith("#") for link in document.links)


def test_an_article_without_statements_is_still_shown():
    html = render_article(article_page(make_rows(1)[0].article, "Nobody spoke.", []))
    assert "No statement was found in this article." in html
    assert "".join(Document(html).text) == "Nobody spoke."


def test_an_empty_folder_says_what_to_do():
    html = SiteRenderer(up="").render(ListPage("Nothing", (), 0, is_first=True))
    assert "kg build" in html


@pytest.mark.parametrize("payload", HOSTILE)
def test_no_text_becomes_markup(payload):
    def drawn(words):
        rows = [dataclasses.replace(with_everywhere(make_rows(1)[0], words), polarity=Polarity.AFFIRMS)]
        page = article_page(rows[0].article, f"{words} {words * 300}", rows)
        return Document(render_article(page))

    assert drawn(payload).tags == drawn("plain").tags
    assert not [link for link in drawn(payload).links if link.lower().startswith("javascript")]


@pytest.mark.parametrize("payload", HOSTILE)
def test_no_text_becomes_markup_on_any_page_of_a_folder(payload):
    assert _folder_of(payload) == _folder_of("plain")


def _folder_of(words):
    """Path and tags of each page of a folder in which every text is ``words``."""
    speaker, about = (RowActor(each, words, ActorKind.PERSON) for each in "ab")
    row = dataclasses.replace(
        with_everywhere(make_rows(1)[0], words),
        id="s",
        speakers=(speaker,),
        about=(about,),
        article=RowArticle("t", words, words, "0" * 64, publisher=words, url=f"javascript:{words}"),
        claims=("c", "d"),
    )
    event = RowEvent("e", words, place=words, participants=(RowParticipant(about, ParticipantRole.AGENT),))
    claims = {each: RowClaim(each, words, words, ("e",), tuple("cd")) for each in "cd"}
    contents = Contents(claims, {"e": event}, {}, {"t": "t"})
    files = site_files([row], contents, lambda _: f"{words} {words * 300}", title=words)
    return [(file.path, Document(file.html).tags) for file in files if file.path != "graph.html"]


def test_every_kind_of_page_has_a_template():
    assert len(set(TEMPLATES.values())) == len(TEMPLATES)
