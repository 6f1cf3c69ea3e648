"""What changes in people's work, and what may go wrong: the tables and pages under More of Plan.

May import: all rooms below, `ui.widgets`, the tables under More of Answers. Every page is a
dialog over the document; each cell or field that is written is a step.

    open_risks(context, session, window)     # one opener for each entry of the menu
    TablePanel(context, session, Risks(context))     # a table to fill in, in any page
"""
