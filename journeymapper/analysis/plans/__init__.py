"""What plans mean: which are late, what is due, whether they worked.

May import: `domain`, the figures of `analysis`. All is pure; today is handed in.

    standing(snapshot, plan_id, today).late
    effect_of(snapshot, counts, kpi).verdict
"""
