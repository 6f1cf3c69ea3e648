"""The place Answers: what people say, typed in from paper, counted and compared.

May import: everything of ui but other places, and the rooms below. ``state`` knows which sheet of
questions and which pile is in front; the tabs follow it and write through ui.commands.answers.
"""
