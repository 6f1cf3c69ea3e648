"""Format 3, and how a file of it becomes one of format 4.

Format 4 knows plans and what proves them, alerts and what becomes of them, risks, and how people
change their work; of a persona which answers are theirs; of a project its currency and how often
plans are looked at.
"""

from __future__ import annotations

from sqlalchemy import Connection

from journeymapper.storage.images import Image
from journeymapper.storage.migrations.format_2 import NEW_IN_3, SCHEMA_2
from journeymapper.storage.migrations.texts import rebuild, texts_by_name

SCHEMA_3 = {**SCHEMA_2, **NEW_IN_3}
"""The text of each table and index of format 3, by name. It never changes."""

_NEW = """
CREATE TABLE "project" ("id" TEXT NOT NULL, "title" TEXT NOT NULL, "organisation" TEXT NOT
    NULL, "people" TEXT NOT NULL, "purpose" TEXT NOT NULL, "scope" TEXT NOT NULL, "language"
    TEXT NOT NULL, "created" TEXT NOT NULL, "example" INTEGER NOT NULL, "more" TEXT NOT
    NULL, "review_months" INTEGER NOT NULL, "plan_months" INTEGER NOT NULL, "currency" TEXT
    NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE TABLE "persona" ("id" TEXT NOT NULL, "name" TEXT NOT NULL, "short" TEXT NOT NULL,
    "kind" TEXT NOT NULL, "primary" INTEGER NOT NULL, "portrait" TEXT, "age_group" TEXT NOT
    NULL, "colour" TEXT NOT NULL, "quote" TEXT NOT NULL, "about" TEXT NOT NULL, "story" TEXT
    NOT NULL, "country" TEXT NOT NULL, "language" TEXT NOT NULL, "answers" TEXT NOT NULL,
    "reviewed_at" TEXT NOT NULL, "valid_until" TEXT NOT NULL, "status" TEXT NOT NULL,
    "position" REAL NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE TABLE "risk" ("id" TEXT NOT NULL, "title" TEXT NOT NULL, "touchpoint" TEXT REFERENCES
    "touchpoint" ("id") DEFERRABLE INITIALLY DEFERRED, "severity" INTEGER, "occurrence"
    INTEGER, "detection" INTEGER, "severity_after" INTEGER, "occurrence_after" INTEGER,
    "detection_after" INTEGER, "note" TEXT NOT NULL, "position" REAL NOT NULL, PRIMARY KEY
    ("id")) STRICT;
CREATE TABLE "plan" ("id" TEXT NOT NULL, "title" TEXT NOT NULL, "solution" TEXT NOT NULL,
    "owner" TEXT REFERENCES "participant" ("id") DEFERRABLE INITIALLY DEFERRED,
    "owner_value" TEXT NOT NULL, "sponsor" TEXT REFERENCES "participant" ("id") DEFERRABLE
    INITIALLY DEFERRED, "touchpoint" TEXT REFERENCES "touchpoint" ("id") DEFERRABLE
    INITIALLY DEFERRED, "gaps" TEXT NOT NULL, "card" TEXT REFERENCES "card" ("id")
    DEFERRABLE INITIALLY DEFERRED, "risk" TEXT REFERENCES "risk" ("id") DEFERRABLE INITIALLY
    DEFERRED, "happens" TEXT NOT NULL, "intended" TEXT NOT NULL, "since" TEXT NOT NULL,
    "scope" TEXT NOT NULL, "trigger" TEXT NOT NULL, "kind" TEXT NOT NULL, "horizon" TEXT NOT
    NULL, "systemic" TEXT REFERENCES "plan" ("id") DEFERRABLE INITIALLY DEFERRED, "work"
    TEXT NOT NULL, "method" TEXT NOT NULL, "prepared" TEXT NOT NULL, "start" TEXT NOT NULL,
    "due" TEXT NOT NULL, "waits_for" TEXT NOT NULL, "impact" INTEGER, "effort" INTEGER,
    "cost_low" REAL, "cost_high" REAL, "benefit_low" REAL, "benefit_high" REAL, "outcome"
    TEXT NOT NULL, "hypothesis" TEXT NOT NULL, "verdict" TEXT NOT NULL, "verdict_reason"
    TEXT NOT NULL, "review_months" INTEGER NOT NULL, "position" REAL NOT NULL, PRIMARY KEY
    ("id")) STRICT;
CREATE TABLE "plan_event" ("id" TEXT NOT NULL, "plan" TEXT NOT NULL REFERENCES "plan" ("id")
    DEFERRABLE INITIALLY DEFERRED, "turn" TEXT NOT NULL, "date" TEXT NOT NULL, "reason" TEXT
    NOT NULL, "position" REAL NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE INDEX "ix_plan_event_plan" ON "plan_event" ("plan");
CREATE TABLE "plan_word" ("id" TEXT NOT NULL, "plan" TEXT NOT NULL REFERENCES "plan" ("id")
    DEFERRABLE INITIALLY DEFERRED, "part" TEXT NOT NULL, "team" TEXT NOT NULL, "customers"
    TEXT NOT NULL, "comments" TEXT NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE INDEX "ix_plan_word_plan" ON "plan_word" ("plan");
CREATE TABLE "why" ("id" TEXT NOT NULL, "plan" TEXT NOT NULL REFERENCES "plan" ("id")
    DEFERRABLE INITIALLY DEFERRED, "under" TEXT REFERENCES "why" ("id") DEFERRABLE INITIALLY
    DEFERRED, "text" TEXT NOT NULL, "root" INTEGER NOT NULL, "source" TEXT NOT NULL,
    "citation" TEXT NOT NULL, "position" REAL NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE INDEX "ix_why_plan" ON "why" ("plan");
CREATE INDEX "ix_why_under" ON "why" ("under");
CREATE TABLE "involved" ("id" TEXT NOT NULL, "plan" TEXT NOT NULL REFERENCES "plan" ("id")
    DEFERRABLE INITIALLY DEFERRED, "participant" TEXT NOT NULL REFERENCES "participant"
    ("id") DEFERRABLE INITIALLY DEFERRED, "part" TEXT NOT NULL, "note" TEXT NOT NULL,
    PRIMARY KEY ("id")) STRICT;
CREATE INDEX "ix_involved_participant" ON "involved" ("participant");
CREATE INDEX "ix_involved_plan" ON "involved" ("plan");
CREATE TABLE "task" ("id" TEXT NOT NULL, "title" TEXT NOT NULL, "plan" TEXT REFERENCES
    "plan" ("id") DEFERRABLE INITIALLY DEFERRED, "owner" TEXT REFERENCES "participant"
    ("id") DEFERRABLE INITIALLY DEFERRED, "touchpoint" TEXT REFERENCES "touchpoint" ("id")
    DEFERRABLE INITIALLY DEFERRED, "start" TEXT NOT NULL, "due" TEXT NOT NULL, "done" TEXT
    NOT NULL, "waits_for" TEXT NOT NULL, "position" REAL NOT NULL, PRIMARY KEY ("id"))
    STRICT;
CREATE INDEX "ix_task_plan" ON "task" ("plan");
CREATE TABLE "checkpoint" ("id" TEXT NOT NULL, "plan" TEXT NOT NULL REFERENCES "plan" ("id")
    DEFERRABLE INITIALLY DEFERRED, "date" TEXT NOT NULL, "expected" TEXT NOT NULL, "actual"
    TEXT NOT NULL, "noted" TEXT NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE INDEX "ix_checkpoint_plan" ON "checkpoint" ("plan");
CREATE TABLE "kpi" ("id" TEXT NOT NULL, "plan" TEXT NOT NULL REFERENCES "plan" ("id")
    DEFERRABLE INITIALLY DEFERRED, "kind" TEXT NOT NULL, "text" TEXT NOT NULL, "how" TEXT
    NOT NULL, "question" TEXT REFERENCES "question" ("id") DEFERRABLE INITIALLY DEFERRED,
    "wanted_n" INTEGER NOT NULL, "unit" TEXT NOT NULL, "better" TEXT NOT NULL, "target"
    REAL, "baseline" TEXT NOT NULL, "baseline_date" TEXT NOT NULL, "position" REAL NOT NULL,
    PRIMARY KEY ("id")) STRICT;
CREATE INDEX "ix_kpi_plan" ON "kpi" ("plan");
CREATE TABLE "reading" ("id" TEXT NOT NULL, "kpi" TEXT NOT NULL REFERENCES "kpi" ("id")
    DEFERRABLE INITIALLY DEFERRED, "value" REAL NOT NULL, "date" TEXT NOT NULL, "n" INTEGER,
    "note" TEXT NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE INDEX "ix_reading_kpi" ON "reading" ("kpi");
CREATE TABLE "verification" ("id" TEXT NOT NULL, "plan" TEXT NOT NULL REFERENCES "plan"
    ("id") DEFERRABLE INITIALLY DEFERRED, "method" TEXT NOT NULL, "date" TEXT NOT NULL, "by"
    TEXT REFERENCES "participant" ("id") DEFERRABLE INITIALLY DEFERRED, "result" TEXT NOT
    NULL, PRIMARY KEY ("id")) STRICT;
CREATE INDEX "ix_verification_plan" ON "verification" ("plan");
CREATE TABLE "communication" ("id" TEXT NOT NULL, "plan" TEXT NOT NULL REFERENCES "plan"
    ("id") DEFERRABLE INITIALLY DEFERRED, "audience" TEXT NOT NULL, "label" TEXT NOT NULL,
    "n" INTEGER, "channel" TEXT NOT NULL, "date" TEXT NOT NULL, "text" TEXT NOT NULL,
    "position" REAL NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE INDEX "ix_communication_plan" ON "communication" ("plan");
CREATE TABLE "outreach" ("id" TEXT NOT NULL, "plan" TEXT NOT NULL REFERENCES "plan" ("id")
    DEFERRABLE INITIALLY DEFERRED, "who" TEXT NOT NULL, "message" TEXT NOT NULL, "date" TEXT
    NOT NULL, "response" TEXT NOT NULL, "position" REAL NOT NULL, PRIMARY KEY ("id"))
    STRICT;
CREATE INDEX "ix_outreach_plan" ON "outreach" ("plan");
CREATE TABLE "review" ("id" TEXT NOT NULL, "plan" TEXT REFERENCES "plan" ("id") DEFERRABLE
    INITIALLY DEFERRED, "date" TEXT NOT NULL, "status" TEXT NOT NULL, "decision" TEXT NOT
    NULL, "changes" TEXT NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE INDEX "ix_review_plan" ON "review" ("plan");
CREATE TABLE "protocol" ("id" TEXT NOT NULL, "name" TEXT NOT NULL, "position" REAL NOT NULL,
    PRIMARY KEY ("id")) STRICT;
CREATE TABLE "protocol_step" ("id" TEXT NOT NULL, "protocol" TEXT NOT NULL REFERENCES
    "protocol" ("id") DEFERRABLE INITIALLY DEFERRED, "text" TEXT NOT NULL, "minutes"
    INTEGER, "script" TEXT NOT NULL, "position" REAL NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE INDEX "ix_protocol_step_protocol" ON "protocol_step" ("protocol");
CREATE TABLE "alert_rule" ("id" TEXT NOT NULL, "name" TEXT NOT NULL, "question" TEXT
    REFERENCES "question" ("id") DEFERRABLE INITIALLY DEFERRED, "comparator" TEXT NOT NULL,
    "value" REAL, "phrase" TEXT NOT NULL, "tier" TEXT NOT NULL, "severity" TEXT NOT NULL,
    "role" TEXT REFERENCES "role" ("id") DEFERRABLE INITIALLY DEFERRED, "hours" REAL NOT
    NULL, "protocol" TEXT REFERENCES "protocol" ("id") DEFERRABLE INITIALLY DEFERRED,
    "active" INTEGER NOT NULL, "position" REAL NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE INDEX "ix_alert_rule_question" ON "alert_rule" ("question");
CREATE TABLE "alert_route" ("id" TEXT NOT NULL, "role" TEXT NOT NULL REFERENCES "role"
    ("id") DEFERRABLE INITIALLY DEFERRED, "touchpoint" TEXT REFERENCES "touchpoint" ("id")
    DEFERRABLE INITIALLY DEFERRED, "tier" TEXT NOT NULL, "position" REAL NOT NULL, PRIMARY
    KEY ("id")) STRICT;
CREATE INDEX "ix_alert_route_role" ON "alert_route" ("role");
CREATE INDEX "ix_alert_route_touchpoint" ON "alert_route" ("touchpoint");
CREATE TABLE "escalation_level" ("id" TEXT NOT NULL, "level" INTEGER NOT NULL, "trigger"
    TEXT NOT NULL, "minutes" INTEGER NOT NULL, "role" TEXT REFERENCES "role" ("id")
    DEFERRABLE INITIALLY DEFERRED, "contact" TEXT NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE TABLE "alert" ("id" TEXT NOT NULL, "rule" TEXT REFERENCES "alert_rule" ("id")
    DEFERRABLE INITIALLY DEFERRED, "source" TEXT NOT NULL, "text" TEXT NOT NULL, "question"
    TEXT REFERENCES "question" ("id") DEFERRABLE INITIALLY DEFERRED, "value" REAL,
    "customer" TEXT NOT NULL, "account" TEXT REFERENCES "account" ("id") DEFERRABLE
    INITIALLY DEFERRED, "touchpoint" TEXT REFERENCES "touchpoint" ("id") DEFERRABLE
    INITIALLY DEFERRED, "severity" TEXT NOT NULL, "opened" TEXT NOT NULL, "hours" REAL NOT
    NULL, "role" TEXT REFERENCES "role" ("id") DEFERRABLE INITIALLY DEFERRED, "person" TEXT
    REFERENCES "participant" ("id") DEFERRABLE INITIALLY DEFERRED, "protocol" TEXT
    REFERENCES "protocol" ("id") DEFERRABLE INITIALLY DEFERRED, "told" TEXT NOT NULL,
    "outcome" TEXT NOT NULL, "lesson" TEXT NOT NULL, "cause" TEXT NOT NULL, "plan" TEXT
    REFERENCES "plan" ("id") DEFERRABLE INITIALLY DEFERRED, PRIMARY KEY ("id")) STRICT;
CREATE TABLE "alert_event" ("id" TEXT NOT NULL, "alert" TEXT NOT NULL REFERENCES "alert"
    ("id") DEFERRABLE INITIALLY DEFERRED, "state" TEXT NOT NULL, "at" TEXT NOT NULL, "by"
    TEXT REFERENCES "participant" ("id") DEFERRABLE INITIALLY DEFERRED, "note" TEXT NOT
    NULL, "position" REAL NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE INDEX "ix_alert_event_alert" ON "alert_event" ("alert");
CREATE TABLE "alert_tick" ("id" TEXT NOT NULL, "alert" TEXT NOT NULL REFERENCES "alert"
    ("id") DEFERRABLE INITIALLY DEFERRED, "step" TEXT NOT NULL REFERENCES "protocol_step"
    ("id") DEFERRABLE INITIALLY DEFERRED, "at" TEXT NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE INDEX "ix_alert_tick_alert" ON "alert_tick" ("alert");
CREATE INDEX "ix_alert_tick_step" ON "alert_tick" ("step");
CREATE TABLE "recovery" ("id" TEXT NOT NULL, "failure" TEXT NOT NULL, "alert" TEXT
    REFERENCES "alert" ("id") DEFERRABLE INITIALLY DEFERRED, "touchpoint" TEXT REFERENCES
    "touchpoint" ("id") DEFERRABLE INITIALLY DEFERRED, "customer" TEXT NOT NULL,
    "happened_at" TEXT NOT NULL, "acknowledged_at" TEXT NOT NULL, "responded_at" TEXT NOT
    NULL, "fixed_at" TEXT NOT NULL, "owned" INTEGER, "beyond" INTEGER, "gesture" TEXT NOT
    NULL, "question" TEXT REFERENCES "question" ("id") DEFERRABLE INITIALLY DEFERRED,
    "score_before" REAL, "score_after" REAL, "position" REAL NOT NULL, PRIMARY KEY ("id"))
    STRICT;
CREATE INDEX "ix_recovery_alert" ON "recovery" ("alert");
CREATE TABLE "follow_up" ("id" TEXT NOT NULL, "recovery" TEXT NOT NULL REFERENCES "recovery"
    ("id") DEFERRABLE INITIALLY DEFERRED, "date" TEXT NOT NULL, "text" TEXT NOT NULL, "done"
    TEXT NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE INDEX "ix_follow_up_recovery" ON "follow_up" ("recovery");
CREATE TABLE "role_behaviour" ("id" TEXT NOT NULL, "role" TEXT NOT NULL REFERENCES "role"
    ("id") DEFERRABLE INITIALLY DEFERRED, "habit" TEXT NOT NULL, "text" TEXT NOT NULL,
    "sign" TEXT NOT NULL, "example" TEXT NOT NULL, "use" TEXT NOT NULL, "position" REAL NOT
    NULL, PRIMARY KEY ("id")) STRICT;
CREATE INDEX "ix_role_behaviour_role" ON "role_behaviour" ("role");
CREATE TABLE "role_card" ("id" TEXT NOT NULL, "role" TEXT NOT NULL REFERENCES "role" ("id")
    DEFERRABLE INITIALLY DEFERRED, "level" TEXT NOT NULL, "objective" TEXT NOT NULL,
    "may_do" TEXT NOT NULL, "limit" TEXT NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE INDEX "ix_role_card_role" ON "role_card" ("role");
CREATE TABLE "training" ("id" TEXT NOT NULL, "role" TEXT NOT NULL REFERENCES "role" ("id")
    DEFERRABLE INITIALLY DEFERRED, "topic" TEXT NOT NULL, "touchpoint" TEXT REFERENCES
    "touchpoint" ("id") DEFERRABLE INITIALLY DEFERRED, "planned" TEXT NOT NULL, "date" TEXT
    NOT NULL, "valid_until" TEXT NOT NULL, "position" REAL NOT NULL, PRIMARY KEY ("id"))
    STRICT;
CREATE INDEX "ix_training_role" ON "training" ("role");
CREATE TABLE "readiness_answer" ("id" TEXT NOT NULL, "question" TEXT NOT NULL, "answer" TEXT
    NOT NULL, "note" TEXT NOT NULL, "plan" TEXT REFERENCES "plan" ("id") DEFERRABLE
    INITIALLY DEFERRED, PRIMARY KEY ("id")) STRICT;
CREATE TABLE "programme_step" ("id" TEXT NOT NULL, "number" INTEGER NOT NULL, "text" TEXT
    NOT NULL, "done" TEXT NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE TABLE "customer_view" ("id" TEXT NOT NULL, "kind" TEXT NOT NULL, "text" TEXT NOT
    NULL, "source" TEXT NOT NULL, "n" INTEGER, "citation" TEXT NOT NULL, "position" REAL NOT
    NULL, PRIMARY KEY ("id")) STRICT;
CREATE TABLE "crisis_sheet" ("id" TEXT NOT NULL, "scenario" TEXT NOT NULL, "lead" TEXT
    REFERENCES "role" ("id") DEFERRABLE INITIALLY DEFERRED, "first_steps" TEXT NOT NULL,
    "reviewed" TEXT NOT NULL, "worked" TEXT NOT NULL, "failed" TEXT NOT NULL, "position"
    REAL NOT NULL, PRIMARY KEY ("id")) STRICT;
CREATE TABLE "crisis_message" ("id" TEXT NOT NULL, "crisis" TEXT NOT NULL REFERENCES
    "crisis_sheet" ("id") DEFERRABLE INITIALLY DEFERRED, "audience" TEXT NOT NULL, "channel"
    TEXT NOT NULL, "text" TEXT NOT NULL, "minutes" INTEGER, "by" TEXT REFERENCES "role"
    ("id") DEFERRABLE INITIALLY DEFERRED, "position" REAL NOT NULL, PRIMARY KEY ("id"))
    STRICT;
CREATE INDEX "ix_crisis_message_crisis" ON "crisis_message" ("crisis");
CREATE TABLE "crisis_lesson" ("id" TEXT NOT NULL, "crisis" TEXT NOT NULL REFERENCES
    "crisis_sheet" ("id") DEFERRABLE INITIALLY DEFERRED, "text" TEXT NOT NULL, "plan" TEXT
    REFERENCES "plan" ("id") DEFERRABLE INITIALLY DEFERRED, "position" REAL NOT NULL,
    PRIMARY KEY ("id")) STRICT;
CREATE INDEX "ix_crisis_lesson_crisis" ON "crisis_lesson" ("crisis");
"""

NEW_IN_4 = texts_by_name(_NEW)
"""The text of each table and index that format 4 brings or changes, by name."""

_OF_OLD_ROWS = {
    "project": {"plan_months": "3", "currency": "''"},
    "persona": {"answers": "'[]'"},
}
"""By table: what stands in the columns that are new, as SQL."""


def change_tables(connection: Connection) -> None:
    """Rebuild two tables with their new columns, and add the new tables."""
    texts = dict(NEW_IN_4)
    for table, values in _OF_OLD_ROWS.items():
        rebuild(connection, table, texts.pop(table), values)
    for text in texts.values():
        connection.exec_driver_sql(text)


def upgrade_image(_entity: str, image: Image) -> Image:
    """Return an image as format 4 has it: what is new was not known and stays away."""
    return image
