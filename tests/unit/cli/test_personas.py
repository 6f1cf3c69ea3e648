"""Personas on the command line: out as cards and data, in again as one step."""

from __future__ import annotations

import pypdfium2

from tests.unit.cli.conftest import Shell


def page_count(path: object) -> int:
    pdf = pypdfium2.PdfDocument(path)
    try:
        return len(pdf)
    finally:
        pdf.close()


def test_cards_papers_and_everything(shell: Shell) -> None:
    path, out = shell.example(), shell.folder / "out.pdf"
    shell.ok("export", path, "-o", out, "--what", "personas")
    assert page_count(out) == 2
    shell.ok("export", path, "-o", out, "--what", "plan")
    plans = page_count(out)
    shell.ok("export", path, "-o", out, "--what", "all")
    assert page_count(out) == 3 + plans
    for paper in ("single", "blank"):
        said = shell.run("export", path, "-o", out, "--what", "personas", "--paper", paper)
        assert f"no cards of personas on “{paper}”" in said.complaint
    said = shell.run("export", path, "-o", shell.folder / "map.json")
    assert "not a kind of file" in said.complaint
    assert shell.files() == ["out.pdf", path.name]


def test_data_goes_out_and_comes_in_as_one_step(shell: Shell) -> None:
    path, data = shell.example(), shell.folder / "p.json"
    shell.ok("export", path, "-o", data, "--what", "personas")
    looked = shell.ok("import", path, data, "--preview")
    assert looked.out == "personas: 2, statements: 58\n"
    assert shell.ok("info", path, "--json").json["personas"] == 2
    shell.ok("import", path, data)
    assert shell.ok("info", path, "--json").json["personas"] == 4
    steps = shell.ok("history", path, "--json").json
    assert (steps[-1]["initiator"], steps[-1]["label"]) == ("import", "Bring in 2 personas")
    shell.ok("undo", path)
    assert shell.ok("info", path, "--json").json["personas"] == 2


def test_a_bad_table_is_one_line_and_changes_nothing(shell: Shell) -> None:
    path, data = shell.example(), shell.folder / "p.csv"
    before = path.read_bytes()
    data.write_text("persona,section,text\nAnna,goal,Sleep\nAnna,mood,x\nAnna,mood,y\n")
    assert shell.run("import", path, data).complaint == (
        "p.csv: Line 3: “mood” is not one of the choices. And 1 more like it."
        " Nothing was brought in. Mend the file and try again."
    )
    looked = shell.run("import", path, data, "--preview")
    assert (looked.code, looked.out.splitlines()) == (
        1,
        [
            "Line 3: “mood” is not one of the choices.",
            "Line 4: “mood” is not one of the choices.",
            "personas: 1, statements: 1",
        ],
    )
    told = ("--what", "personas")
    assert "not a kind of file" in shell.run("import", path, path, *told).complaint
    assert shell.run("import", path, shell.folder / "none.csv").code == 2
    assert path.read_bytes() == before


def test_columns_are_named_by_a_mapping(shell: Shell) -> None:
    path, data, names = shell.example(), shell.folder / "p.csv", shell.folder / "names.json"
    data.write_text("Who;What;Says\nBo;goal;Sleep\n")
    names.write_text('{"Who": "persona", "What": "section", "Says": "text"}')
    told = ("--what", "personas")
    assert "no column “persona”" in shell.run("import", path, data, *told).complaint
    mapped = (*told, "--mapping", names)
    shell.ok("import", path, data, *mapped)
    names.write_text("[1]")
    assert "no list of columns" in shell.run("import", path, data, *mapped).complaint
