"""Who made a PDF, and what it is called, in both places where programs look for it."""

from __future__ import annotations

from datetime import date
from xml.sax.saxutils import escape

from journeymapper.export.pdf import syntax

PRODUCER = "Journey Mapper"

_PACKET = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" '
    'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
    "<pdfuaid:part>1</pdfuaid:part>"
    '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>'
    "<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>"
    "<pdf:Producer>{producer}</pdf:Producer><xmp:CreatorTool>{producer}</xmp:CreatorTool>"
    "<xmp:CreateDate>{day}T00:00:00Z</xmp:CreateDate>"
    "<xmp:ModifyDate>{day}T00:00:00Z</xmp:ModifyDate>"
    "</rdf:Description></rdf:RDF></x:xmpmeta>\n"
    '<?xpacket end="w"?>'
)


def packet(title: str, language: str, day: date) -> bytes:
    """Return the facts as an XMP packet; the title is text, whatever it looks like."""
    return _PACKET.format(
        title=escape(title), language=escape(language), producer=PRODUCER, day=day.isoformat()
    ).encode("utf-8")


def info(title: str, day: date) -> str:
    """Return the facts as the information dictionary."""
    moment = syntax.moment(day)
    return (
        f"<</Title{syntax.text(title)}/Producer({PRODUCER})/Creator({PRODUCER})"
        f"/CreationDate{moment}/ModDate{moment}>>"
    )
