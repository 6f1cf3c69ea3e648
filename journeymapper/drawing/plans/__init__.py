"""Plans as display lists: the same on screen and paper.

May import what `drawing` may. A chart knows its size, no theme and no painter.

    chart = measure_chart(pen, effect_of(snapshot, counts, kpi), "2026-03-16", today, 836, 250)
    chart.drawing, chart.alt, chart.rows
    lay_out(pen, bars(snapshot, found, today), today, Zoom.MONTH).drawing()
"""
