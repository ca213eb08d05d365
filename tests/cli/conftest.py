"""A folder to work in, with three articles that a reader without a network reads."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from tests.fakes import FakeReader

NEWS = {
    "a": "President Olena Marchuk met lawmakers. “Northland has sent troops,” Marchuk said.",
    "b": "Karl Brandt denied that Northland had sent troops to Eastmark.",
    "c": "Olena Brandt warned that Karl Brandt had left. A Western official said that he had.",
}


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("kg.reader.load_reader", FakeReader)
    monkeypatch.delenv("KG_GRAPH", raising=False)
    monkeypatch.setenv("KG_AUTHOR", "Ada Quill")
    Path("news").mkdir()
    for name, text in NEWS.items():
        Path(f"news/{name}.txt").write_text(text, encoding="utf-8")
    assert kg("build", "news").exit_code == 0
    return tmp_path


def kg(*words: str, stdin: str | None = None) -> Result:
    result = CliRunner().invoke(main, words, input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result
