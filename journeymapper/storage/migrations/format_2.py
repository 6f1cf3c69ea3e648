"""Format 2, and how a file of it becomes one of format 3.

Format 3 knows more of a persona: what is drawn when there is no picture, country and language,
what stays off paper, the channels offered and preferred; and accounts with their tiers. What a
persona's ``demographics`` said is its ``about`` now.
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
"""

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
}
"""By table: what stands in the columns that are new, as SQL."""


def change_tables(connection: Connection) -> None:
    """Rebuild three tables with their new columns, and add the new tables."""
    texts = texts_by_name(_NEW)
    for table, values in _OF_OLD_ROWS.items():
        rebuild(connection, table, texts.pop(table), values)
    for text in texts.values():
        connection.exec_driver_sql(text)


def upgrade_image(entity: str, image: Image) -> Image:
    """Return an image as format 3 has it: ``demographics`` is called ``about``."""
    if entity == "Persona" and "demographics" in image:
        return {"about" if name == "demographics" else name: v for name, v in image.items()}
    return image
