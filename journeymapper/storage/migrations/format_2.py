"""Format 2, and how a file of it becomes one of format 3.

Format 3 knows more of a persona: what is drawn when there is no picture, country and language,
what stays off paper, the channels offered and preferred; accounts with their tiers; surveys with
their answers; what was decided about gaps. What a persona's ``demographics`` said is its
``about`` now.
"""

from __future__ import annotations

from sqlalchemy import Connection

from journeymapper.storage.images import Image
from journeymapper.storage.migrations.format_1 import PRINT_RUN, SCHEMA_1
from journeymapper.storage.migrations.texts import rebuild, texts_by_name

_CHANGED = """
CREATE TABLE "card" ("id" TEXT NOT NULL, "lane" TEXT NOT NULL REFERENCES "lane" ("id")
    DEFERRABLE INITIALLY DEFERRED, "touchpoint" TEXT REFERENCES "touchpoint" ("id") DEFERRABLE
    INITIALLY DEFERRED, "stage" TEXT REFERENCES "stage" ("id") DEFERRABLE INITIALLY DEFERRED,
    "text" TEXT NOT NULL, "severity" TEXT NOT NULL, "frequency" TEXT NOT NULL, "source" TEXT NOT
    NULL, "n" INTEGER, "date" TEXT NOT NULL, "citation" TEXT NOT NULL, "image" TEXT, "position"
    REAL NOT NULL, "impact" INTEGER, "effort" INTEGER, "ease" INTEGER, PRIMARY KEY ("id"))
    STRICT;
"""

SCHEMA_2 = {**SCHEMA_1, **texts_by_name(_CHANGED), "print_run": PRINT_RUN}
"""The text of each table and index of format 2, by name. It never changes."""

_NEW = """
CREATE INDEX "ix_persona_note_persona" ON "persona_note" ("persona");
CREATE INDEX "ix_rating_persona" ON "rating" ("persona");
CREATE INDEX "ix_rating_touchpoint" ON "rating" ("touchpoint");
CREATE TABLE "project" ("id" TEXT NOT NULL, "title" TEXT NOT NULL, "organisation" TEXT NOT
    NULL, "people" TEXT NOT NULL, "purpose" TEXT NOT NULL, "scope" TEXT NOT NULL, "language"
    TEXT NOT NULL, "created" TEXT NOT NULL, "example" INTEGER NOT NULL, "more" TEXT NOT NULL,
    "review_months" INTEGER NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE TABLE "persona" ("id" TEXT NOT NULL, "name" TEXT NOT NULL, "short" TEXT NOT NULL,
    "kind" TEXT NOT NULL, "primary" INTEGER NOT NULL, "portrait" TEXT, "age_group" TEXT NOT
    NULL, "colour" TEXT NOT NULL, "quote" TEXT NOT NULL, "about" TEXT NOT NULL, "story" TEXT NOT
    NULL, "country" TEXT NOT NULL, "language" TEXT NOT NULL, "reviewed_at" TEXT NOT NULL,
    "valid_until" TEXT NOT NULL, "status" TEXT NOT NULL, "position" REAL NOT NULL, PRIMARY KEY
    ("id")) STRICT;
CREATE TABLE "persona_note" ("id" TEXT NOT NULL, "persona" TEXT NOT NULL REFERENCES
    "persona" ("id") DEFERRABLE INITIALLY DEFERRED, "section" TEXT NOT NULL, "key" TEXT NOT
    NULL, "text" TEXT NOT NULL, "intensity" INTEGER, "source" TEXT NOT NULL, "n" INTEGER, "date"
    TEXT NOT NULL, "citation" TEXT NOT NULL, "hidden" INTEGER NOT NULL, "position" REAL NOT
    NULL, PRIMARY KEY ("id")) STRICT;
CREATE TABLE "rating" ("id" TEXT NOT NULL, "touchpoint" TEXT NOT NULL REFERENCES
    "touchpoint" ("id") DEFERRABLE INITIALLY DEFERRED, "measure" TEXT NOT NULL, "perspective"
    TEXT NOT NULL, "persona" TEXT REFERENCES "persona" ("id") DEFERRABLE INITIALLY DEFERRED,
    "value" REAL NOT NULL, "n" INTEGER, "date" TEXT NOT NULL, "source" TEXT NOT NULL, "citation"
    TEXT NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE TABLE "channel_share" ("id" TEXT NOT NULL, "persona" TEXT NOT NULL REFERENCES
    "persona" ("id") DEFERRABLE INITIALLY DEFERRED, "channel" TEXT NOT NULL REFERENCES "channel"
    ("id") DEFERRABLE INITIALLY DEFERRED, "offered" REAL, "preferred" REAL, "source" TEXT NOT
    NULL, "n" INTEGER, "date" TEXT NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE INDEX "ix_channel_share_channel" ON "channel_share" ("channel");
CREATE INDEX "ix_channel_share_persona" ON "channel_share" ("persona");
CREATE TABLE "account" ("id" TEXT NOT NULL, "name" TEXT NOT NULL, "persona" TEXT REFERENCES
    "persona" ("id") DEFERRABLE INITIALLY DEFERRED, "manager" TEXT REFERENCES "role" ("id")
    DEFERRABLE INITIALLY DEFERRED, "country" TEXT NOT NULL, "goals" TEXT NOT NULL, "contacts"
    TEXT NOT NULL, "history" TEXT NOT NULL, "tier" TEXT NOT NULL, "tier_reason" TEXT NOT NULL,
    "last_call" TEXT NOT NULL, "position" REAL NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE TABLE "tier_criterion" ("id" TEXT NOT NULL, "name" TEXT NOT NULL, "weight" REAL NOT
    NULL, "position" REAL NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE TABLE "account_score" ("id" TEXT NOT NULL, "account" TEXT NOT NULL REFERENCES
    "account" ("id") DEFERRABLE INITIALLY DEFERRED, "criterion" TEXT NOT NULL REFERENCES
    "tier_criterion" ("id") DEFERRABLE INITIALLY DEFERRED, "value" REAL NOT NULL, PRIMARY KEY
    ("id")) STRICT;
CREATE INDEX "ix_account_score_account" ON "account_score" ("account");
CREATE INDEX "ix_account_score_criterion" ON "account_score" ("criterion");
CREATE TABLE "service_level" ("id" TEXT NOT NULL, "tier" TEXT NOT NULL, "response_hours"
    REAL, "visits" INTEGER, "call_days" INTEGER, "extras" TEXT NOT NULL, PRIMARY KEY ("id"))
    STRICT;
CREATE TABLE "segment" ("id" TEXT NOT NULL, "name" TEXT NOT NULL, "rule" TEXT NOT NULL,
    "persona" TEXT REFERENCES "persona" ("id") DEFERRABLE INITIALLY DEFERRED, "fit" TEXT NOT
    NULL, "decision" TEXT NOT NULL, "position" REAL NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE TABLE "survey" ("id" TEXT NOT NULL, "title" TEXT NOT NULL, "owner" TEXT REFERENCES
    "role" ("id") DEFERRABLE INITIALLY DEFERRED, "decision" TEXT NOT NULL, "third_party" INTEGER
    NOT NULL, "position" REAL NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE TABLE "question" ("id" TEXT NOT NULL, "survey" TEXT NOT NULL REFERENCES "survey"
    ("id") DEFERRABLE INITIALLY DEFERRED, "kind" TEXT NOT NULL, "text" TEXT NOT NULL, "short"
    TEXT NOT NULL, "touchpoint" TEXT REFERENCES "touchpoint" ("id") DEFERRABLE INITIALLY
    DEFERRED, "measure" TEXT NOT NULL, "low" REAL, "high" REAL, "better" TEXT NOT NULL, "scale"
    TEXT NOT NULL, "satisfied_from" REAL, "unit" TEXT NOT NULL, "options" TEXT NOT NULL,
    "target" REAL, "position" REAL NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE INDEX "ix_question_survey" ON "question" ("survey");
CREATE TABLE "round" ("id" TEXT NOT NULL, "survey" TEXT NOT NULL REFERENCES "survey" ("id")
    DEFERRABLE INITIALLY DEFERRED, "name" TEXT NOT NULL, "started" TEXT NOT NULL, "asked"
    INTEGER, "position" REAL NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE INDEX "ix_round_survey" ON "round" ("survey");
CREATE TABLE "listening_post" ("id" TEXT NOT NULL, "what" TEXT NOT NULL, "whom" TEXT NOT
    NULL, "timing" TEXT NOT NULL, "method" TEXT NOT NULL, "promise" TEXT NOT NULL, "touchpoint"
    TEXT REFERENCES "touchpoint" ("id") DEFERRABLE INITIALLY DEFERRED, "position" REAL NOT NULL,
    PRIMARY KEY ("id")) STRICT;
CREATE TABLE "sheet" ("id" TEXT NOT NULL, "round" TEXT NOT NULL REFERENCES "round" ("id")
    DEFERRABLE INITIALLY DEFERRED, "number" INTEGER NOT NULL, "date" TEXT NOT NULL, "respondent"
    TEXT NOT NULL, "collected" TEXT NOT NULL, "persona" TEXT REFERENCES "persona" ("id")
    DEFERRABLE INITIALLY DEFERRED, "channel" TEXT REFERENCES "channel" ("id") DEFERRABLE
    INITIALLY DEFERRED, "country" TEXT NOT NULL, "tier" TEXT NOT NULL, PRIMARY KEY ("id"))
    STRICT;
CREATE INDEX "ix_sheet_round" ON "sheet" ("round");
CREATE TABLE "answer" ("id" TEXT NOT NULL, "sheet" TEXT NOT NULL REFERENCES "sheet" ("id")
    DEFERRABLE INITIALLY DEFERRED, "question" TEXT NOT NULL REFERENCES "question" ("id")
    DEFERRABLE INITIALLY DEFERRED, "value" REAL, "text" TEXT NOT NULL, PRIMARY KEY ("id"))
    STRICT;
CREATE INDEX "ix_answer_question" ON "answer" ("question");
CREATE INDEX "ix_answer_sheet" ON "answer" ("sheet");
CREATE TABLE "import_batch" ("id" TEXT NOT NULL, "round" TEXT NOT NULL REFERENCES "round"
    ("id") DEFERRABLE INITIALLY DEFERRED, "name" TEXT NOT NULL, "taken" TEXT NOT NULL, "rows"
    INTEGER NOT NULL, "questions" TEXT NOT NULL, "collected" TEXT NOT NULL, PRIMARY KEY ("id"))
    STRICT;
CREATE INDEX "ix_import_batch_round" ON "import_batch" ("round");
CREATE TABLE "theme" ("id" TEXT NOT NULL, "name" TEXT NOT NULL, "keywords" TEXT NOT NULL,
    "position" REAL NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE TABLE "comment_mark" ("id" TEXT NOT NULL, "comment" TEXT NOT NULL, "touchpoint" TEXT
    REFERENCES "touchpoint" ("id") DEFERRABLE INITIALLY DEFERRED, "themes" TEXT NOT NULL, "mood"
    INTEGER, "kind" TEXT NOT NULL, "about" TEXT NOT NULL, "wow" INTEGER NOT NULL, "consent"
    INTEGER NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE TABLE "gap_decision" ("id" TEXT NOT NULL, "rule" TEXT NOT NULL, "subject" TEXT NOT
    NULL, "persona" TEXT REFERENCES "persona" ("id") DEFERRABLE INITIALLY DEFERRED, "state" TEXT
    NOT NULL, "reason" TEXT NOT NULL, "date" TEXT NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE INDEX "ix_gap_decision_persona" ON "gap_decision" ("persona");
CREATE TABLE "gap_sighting" ("id" TEXT NOT NULL, "rule" TEXT NOT NULL, "subject" TEXT NOT
    NULL, "persona" TEXT NOT NULL, "first_seen" TEXT NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE TABLE "standard" ("id" TEXT NOT NULL, "touchpoint" TEXT NOT NULL REFERENCES
    "touchpoint" ("id") DEFERRABLE INITIALLY DEFERRED, "text" TEXT NOT NULL, "compliance" REAL,
    "n" INTEGER, "date" TEXT NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE INDEX "ix_standard_touchpoint" ON "standard" ("touchpoint");
CREATE TABLE "response_sheet" ("batch" TEXT NOT NULL, "number" INTEGER NOT NULL, "date" TEXT
    NOT NULL, "respondent" TEXT NOT NULL, "persona" TEXT NOT NULL, "channel" TEXT NOT NULL,
    "country" TEXT NOT NULL, "tier" TEXT NOT NULL, PRIMARY KEY ("batch", "number")) STRICT,
    WITHOUT ROWID;
CREATE TABLE "response" ("batch" TEXT NOT NULL, "number" INTEGER NOT NULL, "question" TEXT
    NOT NULL, "value" REAL, "text" TEXT NOT NULL, PRIMARY KEY ("batch", "number", "question"))
    STRICT, WITHOUT ROWID;
"""

NEW_IN_3 = texts_by_name(_NEW)
"""The text of each table and index that format 3 brings or changes, by name."""

_OF_OLD_ROWS = {
    "project": {"review_months": "12"},
    "persona": {
        "age_group": "''",
        "colour": "''",
        "about": '"demographics"',
        "country": "''",
        "language": "''",
    },
    "persona_note": {"hidden": "0"},
    "rating": {"citation": "''"},
}
"""By table: what stands in the columns that are new, as SQL."""


def change_tables(connection: Connection) -> None:
    """Rebuild some tables with their new columns, and add the new tables."""
    texts = dict(NEW_IN_3)
    for table, values in _OF_OLD_ROWS.items():
        rebuild(connection, table, texts.pop(table), values)
    for text in texts.values():
        connection.exec_driver_sql(text)


def upgrade_image(entity: str, image: Image) -> Image:
    """Return an image as format 3 has it: ``demographics`` is called ``about``."""
    if entity == "Persona" and "demographics" in image:
        return {"about" if name == "demographics" else name: v for name, v in image.items()}
    return image
