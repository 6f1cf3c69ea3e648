"""What a journey MEANS: numbers, comparisons, gaps, flow. Pure functions of a snapshot and counts.

May import: domain, text, numpy and networkx; never storage, its neighbour.

    score = metrics.nps([10, 9, 7, 3])
    curve = emotion.emotion_curve([2, -4, 1])
    report = gaps.find_gaps(snapshot, counts, today, settings)
"""
