"""Asks which part of a photo is the portrait. Loads what decodes pictures: import it late."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from journeymapper.domain.message import _
from journeymapper.importing.pictures import PictureFile
from journeymapper.importing.portraits import cut_square
from journeymapper.ui.commands.pictures import Picture
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.personas.crop_view import CropView
from journeymapper.ui.widgets.labels import PlainLabel


class CropDialog(DialogFrame):
    """``picture`` is the chosen part when the dialog was accepted."""

    def __init__(self, context: Context, photo: PictureFile, name: str, parent: QWidget) -> None:
        say = context.say
        super().__init__(context, say(_("The face of {name}", name=name)), parent, QSize(520, 600))
        self._photo = photo
        image = QImage.fromData(photo.content)
        self.view = CropView(image, say(_("The part of the photo that is shown")))
        hint = _("Drag the circle or use the arrow keys; wheel, + and − change its size.")
        self.body.addWidget(self.view, 1)
        self.body.addWidget(PlainLabel(say(hint), "label", "text_secondary", wrap=True))
        kept = _("Only this part is kept, without where and when the photo was taken.")
        self.body.addWidget(PlainLabel(say(kept), "label", "text_secondary", wrap=True))
        self.add_button(say(_("Cancel"))).clicked.connect(self.reject)
        self.take = self.add_button(say(_("Use this part")), "primary")
        self.take.clicked.connect(self.accept)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def picture(self) -> Picture:
        """Return the part inside the square."""
        cut = cut_square(self._photo, self.view.square)
        return cut.content, cut.media_type
