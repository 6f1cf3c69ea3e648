"""Start my map: blank or with the steps of a template, whose it is, whom they serve."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLineEdit, QWidget

from journeymapper.app.people import WHOM
from journeymapper.document.desk import Fill
from journeymapper.document.operations.projects import set_project
from journeymapper.document.outline import read_outline
from journeymapper.document.templates import fill_blank, fill_from_template
from journeymapper.document.tx import Tx
from journeymapper.domain.kinds import People
from journeymapper.domain.message import Message, _
from journeymapper.ui.cards import TemplateCard
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.template_cards import TemplateCards
from journeymapper.ui.widgets.choice import Choice
from journeymapper.ui.widgets.flow_grid import FlowGrid
from journeymapper.ui.widgets.labels import PlainLabel

BLANK = ""
"""The key of no template."""

_LEAST = 160
_PICTURE = 66


class StartMapDialog(DialogFrame):
    """Gathers how a map begins; ``beginning`` gives it to the session."""

    def __init__(self, context: Context, parent: QWidget | None, template: str = BLANK) -> None:
        super().__init__(context, context.say(_("Start my map")), parent, QSize(820, 560))
        say = context.say
        self.body.addWidget(
            PlainLabel(
                say(
                    _(
                        "A template brings steps only. You can rename, move and remove every "
                        "one of them; feelings and pains are yours to enter."
                    )
                ),
                "body_large",
                "text_secondary",
                wrap=True,
            )
        )
        self._group = QButtonGroup(self)
        self._cards: dict[str, TemplateCard] = {}
        self._peoples: dict[str, People] = {}
        self._add_templates(template)
        self._organisation = QLineEdit()
        hint = say(_("For example: Linden Dental Practice"))
        self._organisation.setPlaceholderText(hint)
        self._organisation.setToolTip(hint)
        self._people = Choice(context, say(_("Whom do you serve?")))
        for people, words in WHOM.items():
            self._people.addItem(say(words), people)
        self._add_fields()
        self._suggest_people()
        self._group.buttonClicked.connect(self._suggest_people)
        self.body.addStretch(1)
        self.add_button(say(_("Cancel"))).clicked.connect(self.reject)
        self.start = self.add_button(say(_("Start my map")), "primary")
        self.start.clicked.connect(self.accept)

    def showEvent(self, event: QShowEvent) -> None:
        """The first question has the keyboard: arrow keys choose, Enter begins."""
        super().showEvent(event)
        self._cards[self.template()].setFocus()

    def template(self) -> str:
        """Return the key of the chosen template, "" for a blank map."""
        return next(key for key, card in self._cards.items() if card.isChecked())

    def choose(self, template: str) -> None:
        """Choose a template, as a click on its card does."""
        self._cards[template].click()

    @property
    def organisation(self) -> QLineEdit:
        """The field for whose map it is."""
        return self._organisation

    @property
    def people(self) -> Choice:
        """The choice of whom they serve."""
        return self._people

    def beginning(self) -> tuple[Fill, Message]:
        """Return what fills the new document, and the label of that first step."""
        key = self.template()
        services = self.context.services
        created = services.clock().astimezone().date().isoformat()
        facts = {
            "organisation": self._organisation.text(),
            "people": self._people.currentData(),
        }
        outline = read_outline(services.resources.templates, key) if key else None

        def fill(tx: Tx) -> None:
            if outline is None:
                fill_blank(tx, created=created)
            else:
                fill_from_template(tx, outline, created=created)
            set_project(tx, **facts)

        return fill, _("Start the map")

    def _add_templates(self, chosen: str) -> None:
        say = self.context.say
        made = TemplateCards(self.context, _PICTURE)
        folder = self.context.services.resources.templates
        for info, card in zip(made.infos, made.cards, strict=True):
            self._cards[info.key] = card
            self._peoples[info.key] = read_outline(folder, info.key).people
        blank = TemplateCard(
            self.context, say(_("Blank")), say(_("Begin with nothing")), picture=_PICTURE
        )
        blank.picture.show_icon("plus")
        self._cards[BLANK] = blank
        first = chosen if chosen in self._cards and chosen else next(iter(self._cards))
        for key, card in self._cards.items():
            card.setCheckable(True)
            self._group.addButton(card)
            card.setChecked(key == first)
        grid = FlowGrid(_LEAST, 4)
        grid.set_widgets(list(self._cards.values()))
        self.body.addWidget(grid)
        made.draw_when_idle(self)

    def _add_fields(self) -> None:
        say = self.context.say
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        whose = say(_("Name of your practice or organisation"))
        whom = say(_("Whom do you serve?"))
        for column, (words, field) in enumerate(
            ((whose, self._organisation), (whom, self._people))
        ):
            label = PlainLabel(words, "subheading")
            label.setBuddy(field)
            field.setAccessibleName(words)
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, 2 - column)
        self.body.addSpacing(4)
        self.body.addLayout(grid)

    def _suggest_people(self) -> None:
        people = self._peoples.get(self.template(), People.PATIENT)
        self._people.setCurrentIndex(list(WHOM).index(people))
