"""A paper pile: its sheets, and where on them one is typing. Without Qt."""

from __future__ import annotations

from dataclasses import dataclass

from journeymapper.domain import indexes
from journeymapper.domain.entities import Answer, Question, Sheet
from journeymapper.domain.kinds import QuestionKind
from journeymapper.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell: the number of a sheet, and the place of a question."""

    number: int
    column: int


class Pile:
    """The sheets of one round, as they are in a snapshot, and the cell that is typed next.

    A sheet that was not begun has the number after the last. ``pending`` are the marks of the
    sheet in front that are not in the document yet, by the place of their question. After the
    last question of a sheet comes the first of a new one; after a correction comes the cell where
    one was before.
    """

    def __init__(self) -> None:
        self.round_id = ""
        self.questions: tuple[Question, ...] = ()
        self.sheets: tuple[Sheet, ...] = ()
        self.spot = Spot(1, 0)
        self.pending: dict[int, float | None] = {}
        self._back: Spot | None = None
        self._by_number: dict[int, Sheet] = {}
        self._snapshot = Snapshot.of()

    def show(self, snapshot: Snapshot, round_id: str, questions: tuple[Question, ...]) -> None:
        """Follow the document. Another pile begins at its next sheet."""
        other = round_id != self.round_id
        self._snapshot = snapshot
        self.round_id = round_id
        self.questions = tuple(q for q in questions if q.kind != QuestionKind.TEXT)
        found = snapshot.select(indexes.SHEETS_OF_ROUND, round_id)
        self.sheets = tuple(sorted(found, key=lambda sheet: (sheet.number, sheet.id)))
        self._by_number = {sheet.number: sheet for sheet in self.sheets}
        if other:
            self._back = None
            self.pending = {}
            self.spot = Spot(self.next_number, 0)
        elif self.spot.column >= max(1, len(self.questions)):
            self.spot = Spot(self.spot.number, max(0, len(self.questions) - 1))
        if self.spot.number not in self._by_number:
            if self.pending:  # undo took a sheet before it away: this one moves up
                self.spot = Spot(self.next_number, self.spot.column)
            elif self.spot != Spot(self.next_number, 0):
                self.end()

    @property
    def next_number(self) -> int:
        """The number of the sheet that was not begun yet."""
        return self.sheets[-1].number + 1 if self.sheets else 1

    @property
    def question(self) -> Question | None:
        """The question that is typed next."""
        place = self.spot.column
        return self.questions[place] if place < len(self.questions) else None

    @property
    def sheet(self) -> Sheet | None:
        """The sheet that is being typed, None for one that was not begun."""
        return self._by_number.get(self.spot.number)

    @property
    def correcting(self) -> bool:
        """Say whether an answer that was typed before is being changed."""
        return self._back is not None

    def numbers(self) -> tuple[int, ...]:
        """Return the numbers of all rows: the sheets, and the one that comes next."""
        return (*(sheet.number for sheet in self.sheets), self.next_number)

    def answer(self, sheet: Sheet | None, question: Question) -> Answer | None:
        """Return what a sheet answers to a question."""
        if sheet is None:
            return None
        found = self._snapshot.select(indexes.ANSWERS_OF_SHEET, sheet.id)
        return next((answer for answer in found if answer.question == question.id), None)

    def value(self, number: int, column: int) -> float | None:
        """Return the value of a cell."""
        if number == self.spot.number and column in self.pending:
            return self.pending[column]
        sheet, question = self._by_number.get(number), self.questions[column]
        found = self.answer(sheet, question)
        return found.value if found is not None else None

    def put(self, value: float | None) -> None:
        """Take down what is marked at the question in front; None for no answer."""
        self.pending[self.spot.column] = value

    @property
    def is_full(self) -> bool:
        """Say whether nothing comes after the question in front that is still empty."""
        return self._next_column() is None

    def _next_column(self) -> int | None:
        number, later = self.spot.number, range(self.spot.column + 1, len(self.questions))
        empty = (c for c in later if c not in self.pending and self.value(number, c) is None)
        return next(empty, None)

    def go_to(self, number: int, column: int) -> None:
        """Go to a cell to correct it; the way back is remembered."""
        wanted = Spot(number, column)
        if wanted == self.spot:
            return
        if self._back is None:
            self._back = self.spot
        self.spot = wanted
        if wanted == self._back:
            self._back = None

    def leave(self) -> bool:
        """Go back to where one was before the correction; False when there is none."""
        back, self._back = self._back, None
        if back is None:
            return False
        self.spot = back
        return True

    def end(self) -> None:
        """Go to the first question of the next sheet."""
        self._back = None
        self.spot = Spot(self.next_number, 0)

    def advance(self) -> None:
        """An answer was typed: the next box that is still empty opens."""
        if self.leave():
            return
        column = self._next_column()
        if column is None:
            self.end()
        else:
            self.spot = Spot(self.spot.number, column)

    def back(self) -> None:
        """Go to the answer typed before this one; on the first of all stay."""
        spot = self.spot
        if spot.column:
            self._step(Spot(spot.number, spot.column - 1))
            return
        numbers = self.numbers()
        place = numbers.index(spot.number) if spot.number in numbers else len(numbers) - 1
        if place:
            self._step(Spot(numbers[place - 1], max(0, len(self.questions) - 1)))

    def go_back_to(self, column: int) -> None:
        """Take back a mark that is not kept yet."""
        self.pending.pop(column, None)
        self.spot = Spot(self.spot.number, column)

    def step(self, rows: int, columns: int) -> None:
        """Move the cell as arrow keys do; it stays inside the pile."""
        numbers = self.numbers()
        place = numbers.index(self.spot.number) + rows
        place = max(0, min(len(numbers) - 1, place))
        column = max(0, min(len(self.questions) - 1, self.spot.column + columns))
        if numbers[place] == self.next_number and self.spot.number != self.next_number:
            column = 0
        self.go_to(numbers[place], column)

    def _step(self, spot: Spot) -> None:
        """Backspace inside the sheet that is being typed is no correction: one types on there."""
        if self._back is None:
            self.spot = spot
        else:
            self.go_to(spot.number, spot.column)
