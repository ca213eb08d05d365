"""Take the picture of the README: ``graphs/kg.html`` in chromium, an actor chosen.

Without chromium on the path, or if it takes no picture, the picture is left as it is, and a line says so.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from kg.identity import actor_id

PROJECT = Path(__file__).parents[1]
PAGE = PROJECT / "graphs" / "kg.html"
PICTURE = PROJECT / "docs" / "picture.png"
CHOSEN = "John Kirby"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
SETTINGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=1"),
    *("--window-size=1280,800", "--virtual-time-budget=5000"),
)
PATIENCE_SECONDS = 120


def main() -> None:
    """Take the picture, or say why it was left."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        trouble = "there is no chromium on the path"
    else:
        trouble = taken(browser, f"{PAGE.as_uri()}#actor={actor_id(CHOSEN)}")
    name = PICTURE.relative_to(PROJECT)
    sys.stderr.write(f"{name} was left as it is: {trouble}\n" if trouble else f"{name}\n")


def taken(browser: str, address: str) -> str:
    """Open an address and write what is seen; gives what went wrong, empty if nothing did."""
    with tempfile.TemporaryDirectory() as folder:
        seen = Path(folder, "seen.png")
        command = [browser, *SETTINGS, f"--user-data-dir={folder}/profile", f"--screenshot={seen}", address]
        try:
            subprocess.run(  # noqa: S603  the page is our own
                command, check=True, capture_output=True, timeout=PATIENCE_SECONDS
            )
        except (OSError, subprocess.SubprocessError) as error:
            return f"chromium took no picture ({error.__class__.__name__})"
        if not seen.exists():
            return "chromium took no picture"
        shutil.copyfile(seen, PICTURE)
        return ""


if __name__ == "__main__":
    main()
