import pytest

from tests.resolution.test_names import names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ann Cole Hints Otto Lind Will Quit\nWe met Ann Cole and Otto Lind.", ["Ann Cole", "Otto Lind"]),
        ("Cole Opens Talks With Lind\nWe met Ann Cole and Otto Lind.", ["Cole", "Lind"]),
        ("Ann Zorbak Quits the Board\n\nOn Monday, Zorbak left the house.", ["Ann Zorbak", "Zorbak"]),
        ("ZORBAK SUES VALDENE POST\nIt was the Valdene Post that Zorbak sued.", ["ZORBAK", "VALDENE POST"]),
    ],
)
def test_a_headline_holds_the_names_of_the_text(text: str, found: list[str]) -> None:
    assert names(text)[: len(found)] == found
    assert not any("Hints" in name or "SUES" in name or "Opens" in name for name in names(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He told the Valdene Post Otto Lind would come.", ["Valdene Post", "Otto Lind"]),
        ("He told the Valdene Post Zorbak would come. We saw Zorbak.", ["Valdene Post", "Zorbak", "Zorbak"]),
        ("They really like the Valdene Bank Association because it pays.", ["Valdene Bank Association"]),
    ],
)
def test_a_person_after_a_body(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_blanks_of_any_kind_join_a_name() -> None:
    assert names("We met Gov.\u00a0Ann\u00a0Cole there.") == ["Ann\u00a0Cole".replace("\u00a0", " ")]
