import pytest

from experiments.audits import report_all
from experiments.audits.report import Report


def told(name: str, passed: bool | None):
    return lambda: Report(name, passed, (f"what {name} saw",))


def test_the_report_says_what_each_audit_found(tmp_path):
    audits = {"one": told("one", True), "other": told("other", None)}
    file = tmp_path / "reports" / "audits.md"
    assert report_all.main([], audits, file) == 0
    text = file.read_text(encoding="utf-8")
    assert "## one: passed\n\n- what one saw" in text
    assert "## other: for information\n\n- what other saw" in text


def test_an_audit_that_fails_is_told_and_does_not_stop_the_others(tmp_path):
    audits = {"one": told("one", False), "other": told("other", True)}
    file = tmp_path / "audits.md"
    assert report_all.main([], audits, file) == 1
    text = file.read_text(encoding="utf-8")
    assert "## one: NOT passed" in text
    assert "## other: passed" in text


def test_one_audit_may_be_run_anew_and_the_others_keep_what_they_had(tmp_path):
    file = tmp_path / "audits.md"
    report_all.main([], {"one": told("one", True), "other": told("other", None)}, file)
    again = {"one": told("one", False), "other": told("nothing", None)}
    assert report_all.main(["one"], again, file) == 1
    text = file.read_text(encoding="utf-8")
    assert text.index("## one: NOT passed") < text.index("## other: for information")
    assert "what other saw" in text
    assert text.count("fingerprint") == 2
    assert report_all.sections(file).keys() == {"one", "other"}


def test_what_a_stopped_audit_found_is_kept_and_said_to_be_a_part(tmp_path):
    def stopped() -> Report:
        return Report("one", None, ("half of it",), complete=False)

    file = tmp_path / "audits.md"
    audits = {"one": stopped, "other": told("other", True)}
    assert report_all.main([], audits, file) == 1
    text = file.read_text(encoding="utf-8")
    assert "## one: stopped before the end" in text
    assert "half of it" in text
    assert "other" not in text


def test_an_audit_that_is_not_there_is_refused(tmp_path, capsys):
    with pytest.raises(SystemExit):
        report_all.main(["two"], {"one": told("one", True)}, tmp_path / "audits.md")
    assert "there is no audit two; there are one" in capsys.readouterr().err
