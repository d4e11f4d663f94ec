"""``samenspel validate`` as others build on it: options, JSON, files, exit codes."""

import json

import pandas as pd
import pytest

from experiments.command_line import main
from experiments.validation import judging, sizes
from experiments.validation.declared import RESTS


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sizes, "QUICK", sizes.SMALL)
    monkeypatch.setattr(sizes, "FULL", sizes.SMALL)


def test_json_is_all_there_is_on_stdout(capsys):
    assert main(["validate", "--only", "A11,P16,P24", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["schema"] == 1
    assert [row["key"] for row in data["rows"] if row["key"] == "P16"] == ["P16"]
    assert sum(data["counts"].values()) == len(data["rows"]) == 4
    assert sum(data["hits_rest_on"].values()) == data["counts"]["hit"]
    assert next(row["says"] for row in data["rows"] if row["key"] == "P24b")
    for row in data["rows"]:
        assert row["verdict"] in ("hit", "miss", "not_judged")
        assert all((row["expected"]["nl"], row["expected"]["en"], row["source"]))
        assert bool(row["parts"]) != bool(row["reason"])
        assert row["rests"] in RESTS
        for part in row["parts"]:
            assert {"between", "median", "p05", "p95", "n", "of", "verdict"} <= set(part)


def test_a_table_shows_the_same_verdicts(capsys):
    assert main(["validate", "--only", "A11", "--only", "P16"]) == 0
    shown = capsys.readouterr().out
    assert "A11" in shown
    assert "not judged" in shown
    assert "(needs" in shown


def test_every_part_goes_to_a_file(tmp_path, capsys):
    file = tmp_path / "rows.csv"
    assert main(["validate", "--only", "A11,P16", "--out", str(file)]) == 0
    table = pd.read_csv(file)
    assert list(table["key"]).count("A11") == 5
    assert set(table["row_verdict"]) == {"hit", "not_judged"}


def test_rows_are_kept_beside_the_page_and_stay_when_others_are_run(tmp_path, capsys):
    page, file = tmp_path / "page.md", tmp_path / "reports" / "page.json"
    full = ("validate", "--full", "--page", str(page))
    assert main([*full, "--only", "A11,P16"]) == 0
    first = json.loads(file.read_text(encoding="utf-8"))["rows"]
    assert list(first) == ["A11"], "a row that is not judged has nothing to keep"
    assert main([*full, "--only", "A12"]) == 0
    second = json.loads(file.read_text(encoding="utf-8"))["rows"]
    assert list(second) == ["A11", "A12"]
    assert second["A11"] == first["A11"]
    text = page.read_text(encoding="utf-8")
    assert "| A11 |" in text
    assert "| A12 |" in text


def test_a_run_that_is_stopped_has_kept_what_was_done(tmp_path, monkeypatch):
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setitem(judging.MEASURES, "vouching.said", stopped)
    words = ("validate", "--full", "--only", "A11,A12", "--page", str(tmp_path / "page.md"))
    assert main(list(words)) != 0
    kept = json.loads((tmp_path / "reports" / "page.json").read_text(encoding="utf-8"))["rows"]
    assert list(kept) == ["A11"]


def test_what_is_no_result_beside_the_page_is_not_written_over(tmp_path, capsys):
    (tmp_path / "reports").mkdir()
    file = tmp_path / "reports" / "page.json"
    file.write_text("[]", encoding="utf-8")
    words = ["validate", "--full", "--only", "A11", "--page", str(tmp_path / "page.md"), "--json"]
    assert main(words) == 2
    assert json.loads(capsys.readouterr().out)["errors"][0]["where"] == "--page"
    assert file.read_text(encoding="utf-8") == "[]"


@pytest.mark.parametrize(
    ("words", "where", "nearest"),
    [
        (["--only", "A99"], "--only", "A9"),
        (["--threads", "0"], "--threads", "1"),
        (["--out", "rows.txt"], "--out", "rows.csv"),
        (["--page", "page.txt"], "--page", "page.md"),
        (["--quick", "--full"], "validate", "--full"),
        (["--page", "page.md"], "--page", None),
    ],
)
def test_what_cannot_be_done_is_refused_before_anything_is_run(capsys, words, where, nearest):
    assert main(["validate", *words, "--json"]) == 2
    fault = json.loads(capsys.readouterr().out)["errors"][0]
    assert (fault["where"], fault["nearest"]) == (where, nearest)
