"""A real browser for the tests of the page: Debian's or any other chromium on the path."""

import os
import shutil
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]


@pytest.fixture(scope="session")
def chromium():
    """A running chromium; without one the test is skipped, except where CI must run it."""
    executable = shutil.which("chromium") or shutil.which("google-chrome")
    if executable is None:
        if os.environ.get("CI") == "true":
            pytest.fail("the browser tests must run here, and there is no chromium on the path")
        pytest.skip("there is no chromium on the path")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield browser
        browser.close()


@dataclass
class Opened:
    """A page in the browser and everything it did that it should not."""

    page: object
    requests: list[str] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)

    def __getattr__(self, name):
        return getattr(self.page, name)


@pytest.fixture
def open_page(chromium, tmp_path):
    """Open a document from the disk; at the end it asked for nothing else and nothing went wrong."""
    contexts, opened_pages = [], []

    def open_html(html, *, address="", width=1280, height=860, **settings):
        file = tmp_path / "kg.html"
        file.write_bytes(html.encode("utf-8"))
        context = chromium.new_context(viewport={"width": width, "height": height}, **settings)
        contexts.append(context)
        opened = Opened(context.new_page())
        opened_pages.append(opened)
        opened.page.on("request", lambda request: opened.requests.append(request.url))
        opened.page.on("console", lambda message: opened.troubles.append(message.text))
        opened.page.on("pageerror", lambda error: opened.troubles.append(str(error)))
        opened.page.on("dialog", lambda dialog: (opened.troubles.append(dialog.message), dialog.dismiss()))
        opened.page.goto(f"{file.as_uri()}{address}")
        wait_until_ready(opened.page)
        return opened

    yield open_html
    for context in contexts:
        context.close()
    for opened in opened_pages:
        assert opened.troubles == []
        asked = {url.partition("#")[0] for url in opened.requests if not url.startswith("blob:")}
        assert asked == {(tmp_path / "kg.html").as_uri()}


def wait_until_ready(page):
    """Until the script of the page, if it has one, has drawn it; polled, for the policy forbids more."""
    ready = "!document.getElementById('records') || performance.getEntriesByName('ready').length > 0"
    for _ in range(200):
        if page.evaluate(ready):
            return
        page.wait_for_timeout(50)
    pytest.fail("the page was not ready after ten seconds")


@pytest.fixture
def counting_server():
    """Address of a server on this machine, and the list of what was asked of it."""
    asked = []

    class Counting(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_):
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Counting)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    thread.join()
    server.server_close()


def show_neighbourhood(page, find_spot):
    """Click twice where ``find_spot()`` says; a busy machine may take that for two single clicks."""
    for _ in range(5):
        page.mouse.dblclick(*find_spot())
        settle(page)
        if page.is_visible("#ego-note"):
            return
    pytest.fail("no double click was understood")


def settle(page):
    """Until the page shows the state that its address tells of, however busy the machine is.

    Two frames first: what was pressed or clicked has reached the page by then.
    """
    shown = page.evaluate(
        "(async () => { const frame = () => new Promise(requestAnimationFrame);"
        "for (let turn = 0; turn < 600; turn++)"
        "{ await frame(); await frame(); if (newskg.isSettled()) return true } return false })()"
    )
    assert shown, "the page did not show its new state"
