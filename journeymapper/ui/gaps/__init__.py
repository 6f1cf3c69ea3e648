"""The place Gaps: what is worst, the charts, all gaps, the method. May import what `ui` may.

watch = GapWatch(context, session, window)   # works everything out beside the window
watch.changed.connect(lambda: show(watch.figures))
"""
