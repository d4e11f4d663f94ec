"""``samenspel validate`` as others build on it: options, JSON, files, exit codes."""

import json

import pandas as pd
import pytest

from experiments.command_line import main
from experiments.validation import sizes


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sizes, "QUICK", sizes.SMALL)


def test_json_is_all_there_is_on_stdout(capsys):
    assert main(["validate", "--only", "A11,P16,P24", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["schema"] == 1
    assert [row["key"] for row in data["rows"] if row["key"] == "P16"] == ["P16"]
    assert sum(data["counts"].values()) == len(data["rows"]) == 4
    for row in data["rows"]:
        assert row["verdict"] in ("hit", "miss", "not_judged")
        assert all((row["expected"]["nl"], row["expected"]["en"], row["source"]))
        assert bool(row["parts"]) != bool(row["reason"])
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


@pytest.mark.parametrize(
    ("words", "where", "nearest"),
    [
        (["--only", "A99"], "--only", "A9"),
        (["--threads", "0"], "--threads", "1"),
        (["--out", "rows.txt"], "--out", "rows.csv"),
        (["--page", "page.txt"], "--page", "page.md"),
        (["--quick", "--full"], "validate", "--full"),
        (["--only", "A11", "--page", "page.md"], "--page", None),
    ],
)
def test_what_cannot_be_done_is_refused_before_anything_is_run(capsys, words, where, nearest):
    assert main(["validate", *words, "--json"]) == 2
    fault = json.loads(capsys.readouterr().out)["errors"][0]
    assert (fault["where"], fault["nearest"]) == (where, nearest)
