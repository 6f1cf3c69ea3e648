"""Format 1, and how a file of it becomes one of format 2.

Format 2 can say of an idea what it brings and costs (``impact``, ``effort``), and of a program
how easy it is for those who work with it (``ease``). It remembers what was printed.
"""

from __future__ import annotations

from sqlalchemy import Connection

from journeymapper.storage.images import Image
from journeymapper.storage.migrations.texts import texts_by_name

_TEXTS = """
CREATE TABLE "project" ("id" TEXT NOT NULL, "title" TEXT NOT NULL, "organisation" TEXT NOT NULL,
    "people" TEXT NOT NULL, "purpose" TEXT NOT NULL, "scope" TEXT NOT NULL, "language" TEXT NOT
    NULL, "created" TEXT NOT NULL, "example" INTEGER NOT NULL, "more" TEXT NOT NULL, PRIMARY KEY
    ("id")) STRICT;
CREATE TABLE "attachment" ("id" TEXT NOT NULL, "media_type" TEXT NOT NULL, "size" INTEGER NOT
    NULL, PRIMARY KEY ("id")) STRICT;
CREATE TABLE "role" ("id" TEXT NOT NULL, "name" TEXT NOT NULL, "department" TEXT NOT NULL,
    "colour" TEXT NOT NULL, "position" REAL NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE TABLE "channel" ("id" TEXT NOT NULL, "name" TEXT NOT NULL, "kind" TEXT NOT NULL, "icon"
    TEXT NOT NULL, "position" REAL NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE TABLE "participant" ("id" TEXT NOT NULL, "name" TEXT NOT NULL, "role" TEXT REFERENCES
    "role" ("id") DEFERRABLE INITIALLY DEFERRED, "position" REAL NOT NULL, PRIMARY KEY ("id"))
    STRICT;
CREATE TABLE "persona" ("id" TEXT NOT NULL, "name" TEXT NOT NULL, "short" TEXT NOT NULL, "kind"
    TEXT NOT NULL, "primary" INTEGER NOT NULL, "portrait" TEXT, "quote" TEXT NOT NULL, "story"
    TEXT NOT NULL, "demographics" TEXT NOT NULL, "reviewed_at" TEXT NOT NULL, "valid_until" TEXT
    NOT NULL, "status" TEXT NOT NULL, "position" REAL NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE TABLE "persona_note" ("id" TEXT NOT NULL, "persona" TEXT NOT NULL REFERENCES "persona"
    ("id") DEFERRABLE INITIALLY DEFERRED, "section" TEXT NOT NULL, "key" TEXT NOT NULL, "text"
    TEXT NOT NULL, "intensity" INTEGER, "source" TEXT NOT NULL, "n" INTEGER, "date" TEXT NOT
    NULL, "citation" TEXT NOT NULL, "position" REAL NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE INDEX "ix_persona_note_persona" ON "persona_note" ("persona");
CREATE TABLE "journey_map" ("id" TEXT NOT NULL, "title" TEXT NOT NULL, "scenario" TEXT NOT NULL,
    "personas" TEXT NOT NULL, "state" TEXT NOT NULL, "based_on" TEXT REFERENCES "journey_map"
    ("id") DEFERRABLE INITIALLY DEFERRED, "validated_on" TEXT NOT NULL, "validated_how" TEXT NOT
    NULL, "validated_n" INTEGER, "valid_until" TEXT NOT NULL, "position" REAL NOT NULL, PRIMARY
    KEY ("id")) STRICT;
CREATE TABLE "stage" ("id" TEXT NOT NULL, "map" TEXT NOT NULL REFERENCES "journey_map" ("id")
    DEFERRABLE INITIALLY DEFERRED, "name" TEXT NOT NULL, "phase" TEXT NOT NULL, "goal" TEXT NOT
    NULL, "owner" TEXT REFERENCES "role" ("id") DEFERRABLE INITIALLY DEFERRED, "position" REAL
    NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE INDEX "ix_stage_map" ON "stage" ("map");
CREATE TABLE "touchpoint" ("id" TEXT NOT NULL, "stage" TEXT NOT NULL REFERENCES "stage" ("id")
    DEFERRABLE INITIALLY DEFERRED, "name" TEXT NOT NULL, "description" TEXT NOT NULL, "channels"
    TEXT NOT NULL, "owner" TEXT REFERENCES "role" ("id") DEFERRABLE INITIALLY DEFERRED,
    "moment_of_truth" TEXT NOT NULL, "entry" INTEGER NOT NULL, "wait_promised" REAL,
    "wait_actual" REAL, "wait_unit" TEXT NOT NULL, "submap" TEXT REFERENCES "journey_map" ("id")
    DEFERRABLE INITIALLY DEFERRED, "position" REAL NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE INDEX "ix_touchpoint_stage" ON "touchpoint" ("stage");
CREATE TABLE "feeling" ("id" TEXT NOT NULL, "touchpoint" TEXT NOT NULL REFERENCES "touchpoint"
    ("id") DEFERRABLE INITIALLY DEFERRED, "persona" TEXT NOT NULL REFERENCES "persona" ("id")
    DEFERRABLE INITIALLY DEFERRED, "value" INTEGER NOT NULL, "source" TEXT NOT NULL, "n"
    INTEGER, PRIMARY KEY ("id")) STRICT;
CREATE INDEX "ix_feeling_persona" ON "feeling" ("persona");
CREATE INDEX "ix_feeling_touchpoint" ON "feeling" ("touchpoint");
CREATE TABLE "rating" ("id" TEXT NOT NULL, "touchpoint" TEXT NOT NULL REFERENCES "touchpoint"
    ("id") DEFERRABLE INITIALLY DEFERRED, "measure" TEXT NOT NULL, "perspective" TEXT NOT NULL,
    "persona" TEXT REFERENCES "persona" ("id") DEFERRABLE INITIALLY DEFERRED, "value" REAL NOT
    NULL, "n" INTEGER, "date" TEXT NOT NULL, "source" TEXT NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE INDEX "ix_rating_persona" ON "rating" ("persona");
CREATE INDEX "ix_rating_touchpoint" ON "rating" ("touchpoint");
CREATE TABLE "lane" ("id" TEXT NOT NULL, "map" TEXT NOT NULL REFERENCES "journey_map" ("id")
    DEFERRABLE INITIALLY DEFERRED, "kind" TEXT NOT NULL, "title" TEXT NOT NULL, "visible"
    INTEGER NOT NULL, "height" INTEGER, "position" REAL NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE INDEX "ix_lane_map" ON "lane" ("map");
CREATE TABLE "card" ("id" TEXT NOT NULL, "lane" TEXT NOT NULL REFERENCES "lane" ("id")
    DEFERRABLE INITIALLY DEFERRED, "touchpoint" TEXT REFERENCES "touchpoint" ("id") DEFERRABLE
    INITIALLY DEFERRED, "stage" TEXT REFERENCES "stage" ("id") DEFERRABLE INITIALLY DEFERRED,
    "text" TEXT NOT NULL, "severity" TEXT NOT NULL, "frequency" TEXT NOT NULL, "source" TEXT NOT
    NULL, "n" INTEGER, "date" TEXT NOT NULL, "citation" TEXT NOT NULL, "image" TEXT, "position"
    REAL NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE INDEX "ix_card_lane" ON "card" ("lane");
CREATE INDEX "ix_card_stage" ON "card" ("stage");
CREATE INDEX "ix_card_touchpoint" ON "card" ("touchpoint");
CREATE TABLE "saved_view" ("id" TEXT NOT NULL, "map" TEXT NOT NULL REFERENCES "journey_map"
    ("id") DEFERRABLE INITIALLY DEFERRED, "name" TEXT NOT NULL, "lanes" TEXT NOT NULL,
    "position" REAL NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE INDEX "ix_saved_view_map" ON "saved_view" ("map");
CREATE TABLE "end_state" ("id" TEXT NOT NULL, "map" TEXT NOT NULL REFERENCES "journey_map"
    ("id") DEFERRABLE INITIALLY DEFERRED, "name" TEXT NOT NULL, "kind" TEXT NOT NULL, "position"
    REAL NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE INDEX "ix_end_state_map" ON "end_state" ("map");
CREATE TABLE "connection" ("id" TEXT NOT NULL, "source" TEXT NOT NULL REFERENCES "touchpoint"
    ("id") DEFERRABLE INITIALLY DEFERRED, "target" TEXT REFERENCES "touchpoint" ("id")
    DEFERRABLE INITIALLY DEFERRED, "end" TEXT REFERENCES "end_state" ("id") DEFERRABLE INITIALLY
    DEFERRED, "share" REAL, "count" INTEGER, "info_passed" INTEGER, "state_kept" INTEGER,
    "items" TEXT NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE INDEX "ix_connection_end" ON "connection" ("end");
CREATE INDEX "ix_connection_source" ON "connection" ("source");
CREATE INDEX "ix_connection_target" ON "connection" ("target");
CREATE TABLE "version" ("id" TEXT NOT NULL, "name" TEXT NOT NULL, "step" TEXT NOT NULL, "at"
    TEXT NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE TABLE "document" ("doc_id" TEXT NOT NULL, PRIMARY KEY ("doc_id")) STRICT;
CREATE TABLE "step" ("seq" INTEGER NOT NULL, "id" TEXT NOT NULL UNIQUE, "label" TEXT NOT NULL,
    "at" TEXT NOT NULL, "initiator" TEXT NOT NULL, "kind" TEXT NOT NULL, "inverse_of" INTEGER,
    "sitting" TEXT NOT NULL, "format" INTEGER NOT NULL, PRIMARY KEY ("seq")) STRICT;
CREATE TABLE "change" ("seq" INTEGER NOT NULL REFERENCES "step" ("seq"), "place" INTEGER NOT
    NULL, "entity" TEXT NOT NULL, "id" TEXT NOT NULL, "before" TEXT, "after" TEXT, PRIMARY KEY
    ("seq", "place")) STRICT, WITHOUT ROWID;
CREATE TABLE "blob" ("id" TEXT NOT NULL, "media_type" TEXT NOT NULL, "content" BLOB NOT NULL,
    PRIMARY KEY ("id")) STRICT;
"""

SCHEMA_1 = texts_by_name(_TEXTS)
"""The text of each table and index of format 1, by name. It never changes."""

_NEW_OF_CARDS = ("impact", "effort", "ease")

PRINT_RUN = (
    'CREATE TABLE "print_run" ("id" TEXT NOT NULL, "map" TEXT NOT NULL, "preset" TEXT NOT NULL, '
    '"date" TEXT NOT NULL, "numbers" TEXT NOT NULL, "sheets" TEXT NOT NULL, '
    '"position" REAL NOT NULL, PRIMARY KEY ("id")) STRICT'
)


def change_tables(connection: Connection) -> None:
    """Add the columns and the table that format 2 has and format 1 had not."""
    for name in _NEW_OF_CARDS:
        connection.exec_driver_sql(f'ALTER TABLE "card" ADD COLUMN "{name}" INTEGER')
    connection.exec_driver_sql(PRINT_RUN)


def upgrade_image(_entity: str, image: Image) -> Image:
    """Return an image as format 2 has it: what is new was not known and stays away."""
    return image
