CREATE TABLE "appeals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"decision_id" uuid NOT NULL,
	"side" text NOT NULL,
	"report_id" uuid,
	"appellant_id" uuid,
	"text" text NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"due_at" timestamp with time zone DEFAULT clock_timestamp() + interval '14 days' NOT NULL,
	"reminded_at" timestamp with time zone,
	"outcome" text,
	"reasons" text,
	"decided_at" timestamp with time zone,
	"decided_by_id" uuid,
	"followed_by_id" uuid,
	CONSTRAINT "appeals_once_a_side" UNIQUE("decision_id","side"),
	CONSTRAINT "appeals_known_side" CHECK ("appeals"."side" in ('author', 'reporter') and ("appeals"."side" = 'reporter') = ("appeals"."report_id" is not null)),
	CONSTRAINT "appeals_known_outcome" CHECK ("appeals"."outcome" in ('upheld', 'rejected')),
	CONSTRAINT "appeals_decided_whole" CHECK (num_nulls("appeals"."outcome", "appeals"."reasons", "appeals"."decided_at", "appeals"."decided_by_id") in (0, 4)),
	CONSTRAINT "appeals_followed_when_upheld" CHECK ("appeals"."followed_by_id" is null or "appeals"."outcome" = 'upheld'),
	CONSTRAINT "appeals_not_too_long" CHECK (length("appeals"."text") between 1 and 20000)
);
--> statement-breakpoint
CREATE TABLE "decision_evidence" (
	"decision_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"body" text NOT NULL,
	"current" boolean NOT NULL,
	CONSTRAINT "decision_evidence_decision_id_revision_pk" PRIMARY KEY("decision_id","revision")
);
--> statement-breakpoint
CREATE TABLE "warnings_read" (
	"decision_id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "decisions" DROP CONSTRAINT "decisions_one_at_a_time";--> statement-breakpoint
ALTER TABLE "reports" DROP CONSTRAINT "reports_one_each";--> statement-breakpoint
ALTER TABLE "decisions" DROP CONSTRAINT "decisions_about_one_thing";--> statement-breakpoint
ALTER TABLE "decisions" DROP CONSTRAINT "decisions_not_about_oneself";--> statement-breakpoint
ALTER TABLE "decisions" DROP CONSTRAINT "decisions_known_kind";--> statement-breakpoint
ALTER TABLE "decisions" DROP CONSTRAINT "decisions_name_the_rule";--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "banned_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "slowed_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "slow_minutes" integer;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "warned_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "comment_revisions" ADD COLUMN "redacted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "person_id" uuid;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "law" text;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "origin" text DEFAULT 'own' NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "found_by_check" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "minutes" integer;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "undoes_id" uuid;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "number" text;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "kind" text DEFAULT 'report' NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "reporter_name" text;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "reporter_email" text;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "passage" text;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "law" text;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "urgent" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_appellant_id_people_id_fk" FOREIGN KEY ("appellant_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_decided_by_id_people_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_followed_by_id_decisions_id_fk" FOREIGN KEY ("followed_by_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_evidence" ADD CONSTRAINT "decision_evidence_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "warnings_read" ADD CONSTRAINT "warnings_read_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "appeals_open" ON "appeals" USING btree ("due_at") WHERE "appeals"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "appeals_appellant_id_index" ON "appeals" USING btree ("appellant_id");--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_undoes_id_decisions_id_fk" FOREIGN KEY ("undoes_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "decisions_person_id_index" ON "decisions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "reports_decision_id_index" ON "reports" USING btree ("decision_id");--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_undone_once" UNIQUE("undoes_id");--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_one_at_a_time" UNIQUE NULLS NOT DISTINCT("comment_id","thread_id","person_id","after_id");--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_number" UNIQUE("number");--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_one_each" UNIQUE("comment_id","revision","kind","reporter_id");--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_slowed_whole" CHECK (("people"."slowed_until" is null) = ("people"."slow_minutes" is null));--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_law_of_the_illegal" CHECK ("decisions"."law" is null or "decisions"."ground" = 'illegal');--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_known_origin" CHECK ("decisions"."origin" in ('report', 'own', 'appeal'));--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_last_as_they_say" CHECK (("decisions"."kind" in ('slow', 'suspend')) = ("decisions"."until" is not null) and ("decisions"."kind" = 'slow') = ("decisions"."minutes" is not null) and "decisions"."until" > "decisions"."at" and "decisions"."minutes" between 1 and 10080);--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_undo_what_is" CHECK ("decisions"."undoes_id" is null or "decisions"."kind" in ('restore', 'lift'));--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_lift_something" CHECK ("decisions"."kind" <> 'lift' or "decisions"."undoes_id" is not null);--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_about_one_thing" CHECK (num_nonnulls("decisions"."comment_id", "decisions"."thread_id", "decisions"."person_id") = 1);--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_not_about_oneself" CHECK ("decisions"."author_id" is distinct from "decisions"."moderator_id" and "decisions"."person_id" is distinct from "decisions"."moderator_id");--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_known_kind" CHECK (case when "decisions"."comment_id" is not null then "decisions"."kind" in ('hide', 'remove', 'redact', 'restore', 'keep') when "decisions"."thread_id" is not null then "decisions"."kind" in ('lock', 'unlock') else "decisions"."kind" in ('warn', 'slow', 'suspend', 'ban', 'lift') end);--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_name_the_rule" CHECK (("decisions"."kind" in ('keep', 'restore', 'unlock', 'lift')) = ("decisions"."ground" = 'none'));--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_known_kind" CHECK ("reports"."kind" in ('report', 'notice'));--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_notice_names_the_place" CHECK (("reports"."kind" = 'notice') = ("reports"."passage" is not null) and ("reports"."kind" = 'report' or "reports"."ground" = 'illegal'));