"""Prints a drawing as stable text: a line for each group, indented ones for its shapes."""

from __future__ import annotations

from collections.abc import Iterator

from journeymapper.drawing.display_list import (
    Box,
    Drawing,
    Group,
    Icon,
    Path,
    Picture,
    Rect,
    Shape,
    Text,
)


def render(drawing: Drawing) -> str:
    """Return the drawing as text, numbers rounded to a tenth."""
    lines = [f"drawing {_number(drawing.width)} x {_number(drawing.height)}"]
    for group in drawing.groups:
        lines.append(_group(group))
        lines += [f"    {line}" for line in _shapes(group.shapes)]
    return "\n".join(lines) + "\n"


def _group(group: Group) -> str:
    alt = f" alt={str(group.alt)!r}" if group.alt is not None else ""
    layer = f" layer={group.layer}" if group.layer else ""
    return f"{group.key} [{_box(group.box)}] {group.reading.value}{layer}{alt}"


def _shapes(shapes: tuple[Shape, ...]) -> Iterator[str]:
    for shape in shapes:
        match shape:
            case Rect():
                round_ = f" radius={_number(shape.radius)}" if shape.radius else ""
                yield f"rect {_box(shape.box)}{_ink(shape)}{round_}"
            case Path():
                outline = " ".join(
                    str(segment[0]) + ",".join(_number(float(n)) for n in segment[1:])
                    for segment in shape.segments
                )
                yield f"path {outline}{_ink(shape)}"
            case Text():
                run = shape.run
                x, y = run.xs[0] + shape.x, run.ys[0] + shape.y
                yield (
                    f"text {run.text!r} at {_number(x)},{_number(y)} {shape.colour} "
                    f"{run.font} {_number(run.size)}"
                )
            case Icon():
                place = f"{_number(shape.x)},{_number(shape.y)}"
                yield f"icon {shape.name} at {place} size {_number(shape.size)} {shape.colour}"
            case Picture():
                yield f"picture {shape.attachment} {_box(shape.box)}"


def _ink(shape: Rect | Path) -> str:
    said = f" fill={shape.fill}" if shape.fill else ""
    if shape.stroke:
        said += f" stroke={shape.stroke} {_number(shape.width)}"
    if shape.dash:
        said += " dash=" + ",".join(_number(part) for part in shape.dash)
    return said


def _box(box: Box) -> str:
    return " ".join(_number(value) for value in (box.x, box.y, box.w, box.h))


def _number(value: float) -> str:
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
