"""``export --what gaps``: a tagged report and tables, the same each time; refusals."""

import pypdf

from tests.unit.cli.conftest import Shell


def test_the_command_line_writes_report_and_tables(shell: Shell) -> None:
    path = shell.example()
    for name in ("gaps.pdf", "gaps.xlsx", "gaps.csv"):
        out = shell.folder / name
        shell.ok("export", path, "-o", out, "--what", "gaps", "--today", "2026-05-26")
    report = pypdf.PdfReader(shell.folder / "gaps.pdf")
    first = " ".join((report.pages[0].extract_text() or "").split())
    assert "The three worst places" in first
    for place in ("4.2 Called in", "6.1 Rebooking at the desk", "3.1 Arrival on the wrong day"):
        assert place in first
    assert "EXAMPLE" in first
    assert "/StructTreeRoot" in report.root_object
    titles = [mark.title for mark in report.outline if not isinstance(mark, list)]
    assert titles[0] == "Gap analysis"
    again = shell.folder / "again.pdf"
    shell.ok("export", path, "-o", again, "--what", "gaps", "--today", "2026-05-26")
    assert again.read_bytes() == (shell.folder / "gaps.pdf").read_bytes()


def test_an_unknown_kind_of_file_is_refused(shell: Shell) -> None:
    path, out = shell.example(), shell.folder / "gaps.docx"
    refused = shell.run("export", path, "-o", out, "--what", "gaps")
    assert ".xlsx" in refused.complaint
    assert not out.exists()
