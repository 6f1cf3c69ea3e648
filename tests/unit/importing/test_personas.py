"""Files of personas from anybody: read whatever their letters, or refused in a sentence."""

import json

import pytest

from journeymapper.domain.errors import UserError
from journeymapper.domain.kinds import NoteSection, SourceKind
from journeymapper.importing.personas_csv import read_personas_csv
from journeymapper.importing.personas_json import read_personas_json

HEAD = "persona;section;key;text;source;n;date\n"
ROW = "Zoë;goal;;Früh nach Hause;interview;6;15.03.2026\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_letters_of_any_making_are_read(encoding: str) -> None:
    read = read_personas_csv((HEAD + ROW).encode(encoding))
    (draft,) = read.checked()
    (note,) = draft.notes
    assert draft.persona.name == "Zoë"
    assert (note.section, note.text) == (NoteSection.GOAL, "Früh nach Hause")
    assert (note.source, note.n, note.date) == (SourceKind.INTERVIEW, 6, "2026-03-15")
    assert bool(read.notes) is (encoding == "cp1252")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Anna;mood;;x;;;", "Line 2: “mood” is not one of the choices."),
        (";goal;;x;;;", "Line 2 does not say which persona."),
        ("Anna;goal;;x;hearsay;;", "Line 2: “hearsay” is not one of the choices."),
        ("Anna;goal;;x;;many;", "Line 2: “many” in the column “n” is not a number."),
        ("Anna;goal;;x;;2.5;", "Line 2: “2.5” is not a whole number."),
        ("Anna;goal;;x;;1e300;", "Line 2: “1e300” in the column “n” is not a number."),
        ("Anna;goal;;x;;;31.02.2026", "Line 2: “31.02.2026” is not a date."),
        ("Anna;persona;shoes;43;;;", "Line 2: “shoes” is no field of a persona."),
        ("Anna;persona;primary;perhaps;;;", "Line 2: “primary” takes yes or no, not “perhaps”."),
        ("Anna;persona;answers;by phone;;;", "Line 2: “by phone” is no condition."),
        ("Anna;persona;status;gone;;;", "Line 2: “gone” is not one of the choices."),
    ],
)
def test_what_is_wrong_is_told_by_line_and_nothing_is_brought_in(row: str, said: str) -> None:
    read = read_personas_csv((HEAD + row + "\n" + ROW).encode())
    assert [str(problem) for problem in read.problems] == [said]
    with pytest.raises(UserError) as caught:
        read.checked()
    assert str(caught.value) == said


def test_many_problems_are_told_in_part() -> None:
    read = read_personas_csv((HEAD + "Anna;mood;;x;;;\n" * 30).encode())
    assert len(read.problems) == 21
    assert str(read.problems[-1]) == "10 more are like these."


def test_unknown_columns_are_mapped_or_told_with_their_cells() -> None:
    data = b"Who,Section,Says,Shoes\nAnna,goal,Home early,43\nAnna,goal,Sleep,\n"
    with pytest.raises(UserError, match="no column “persona”"):
        read_personas_csv(data)
    read = read_personas_csv(data, {"Who": "persona", "says": "text"})
    assert [note.text for note in read.checked()[0].notes] == ["Home early", "Sleep"]
    assert [str(note) for note in read.notes] == [
        "The column “Shoes” is not known: 1 cells are left out."
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "This file is empty."),
        (b" \r\n", "This file is empty."),
        (b"persona,section,text\n", "There is no row below"),
        (b"persona,section,text\nA,goal,\0\n", "zero bytes"),
        (b'persona,section,text\nA,goal,"open\nA,goal,x\n', "from line 2 to line 3 cannot"),
        (b'persona,section,text\nA,goal,"' + b"x" * 140_000 + b'"\n', "cannot be told apart"),
        (b"\xff\xfex", "letters of this file are damaged"),
        (b"one\ntwo\n", "no column “persona”"),
    ],
)
def test_what_is_no_table_of_personas_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(UserError, match=said):
        read_personas_csv(data)


def test_a_huge_cell_is_a_problem_of_its_line() -> None:
    read = read_personas_csv((HEAD + f"Anna;goal;;{'x' * 20_000};;;\n").encode())
    assert str(read.problems[0]).startswith("Line 2: This text has 20000 characters")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"{", "no JSON file that can be read"),
        (b"[" * 100_000, "no JSON file that can be read"),
        (b"\xff\xff", "no JSON file that can be read"),
        (b'{"journey-mapper": "personas", "version": NaN}', "no JSON file that can be read"),
        (b"[]", "holds no personas"),
        (b'{"journey-mapper": 1}', "holds no personas"),
        (b'{"journey-mapper": "personas", "version": 9}', "newer Journey Mapper"),
        (b'{"journey-mapper": "personas", "version": 1}', "no list of personas"),
    ],
)
def test_what_is_no_json_of_personas_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(UserError, match=said):
        read_personas_json(data)


def test_wrong_parts_of_a_json_file_are_told_by_their_place() -> None:
    plain = {
        "journey-mapper": "personas",
        "version": 1,
        "personas": [
            7,
            {"name": ["Anna"]},
            {"name": "Bo", "kind": "robot"},
            {"name": "Cy", "notes": [{"section": "goal", "n": 10**30}, "x", {"section": None}]},
            {"name": "Di", "channels": [{"offered": 1}, {"channel": "Phone", "offered": 7}]},
        ],
    }
    read = read_personas_json(json.dumps(plain).encode())
    assert [str(problem) for problem in read.problems] == [
        "Persona 1 is no list of fields.",
        "Persona 2: “['Anna']” does not belong here.",
        "Persona 3: “robot” is not one of the choices.",
        "Persona 4, notes 1 cannot be read.",
        "Persona 4, notes 2 cannot be read.",
        "Persona 4, notes 3: Something is missing here.",
        "Persona 5, channels 1 cannot be read.",
        "Persona 5, channels 2: 7 is outside 0 to 1.",
    ]
