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
