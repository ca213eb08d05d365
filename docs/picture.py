"""Take the picture of the README: ``graphs/kg.html`` in chromium, an actor chosen."""

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

PROJECT = Path(__file__).parents[1]
PAGE = PROJECT / "graphs" / "kg.html"
PICTURE = PROJECT / "docs" / "picture.png"
SIZE = {"width": 1280, "height": 800}


def main() -> None:
    """Open the page, choose John Kirby, and write what is seen."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE)
        page.goto(PAGE.as_uri())
        page.get_by_role("button", name="John Kirby").first.click()
        page.wait_for_timeout(1500)
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
