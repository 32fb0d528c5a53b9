CREATE TABLE "proposal_conflicts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"proposal_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"path" text NOT NULL,
	"mine" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "proposal_conflicts_one_a_field" UNIQUE("proposal_id","person_id","path")
);
--> statement-breakpoint
CREATE TABLE "proposal_edits" (
	"proposal_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"path" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"by_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "proposal_edits_proposal_id_revision_path_pk" PRIMARY KEY("proposal_id","revision","path")
);
--> statement-breakpoint
CREATE TABLE "proposal_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"proposal_id" uuid NOT NULL,
	"step" text NOT NULL,
	"author_id" uuid NOT NULL,
	"body" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_conflicts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"proposal_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"path" text NOT NULL,
	"mine" text NOT NULL,
	"revision" integer NOT NULL,
	CONSTRAINT "report_conflicts_one_a_field" UNIQUE("proposal_id","person_id","path")
);
--> statement-breakpoint
CREATE TABLE "report_edits" (
	"proposal_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"path" text NOT NULL,
	"before" text NOT NULL,
	"after" text NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "report_edits_proposal_id_revision_path_pk" PRIMARY KEY("proposal_id","revision","path")
);
--> statement-breakpoint
CREATE TABLE "report_reminders" (
	"proposal_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "report_reminders_proposal_id_kind_pk" PRIMARY KEY("proposal_id","kind"),
	CONSTRAINT "report_reminders_known_kind" CHECK ("report_reminders"."kind" in ('ended', 'due'))
);
--> statement-breakpoint
CREATE TABLE "result_reports" (
	"proposal_id" uuid PRIMARY KEY NOT NULL,
	"draft" jsonb NOT NULL,
	"draft_revision" integer DEFAULT 0 NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"saved_by_id" uuid NOT NULL,
	"content" jsonb,
	"spent_grosze" bigint,
	"sources_grosze" bigint,
	"sent_at" timestamp with time zone,
	"sent_by_id" uuid,
	CONSTRAINT "result_reports_sums_add_up" CHECK ("result_reports"."spent_grosze" = "result_reports"."sources_grosze"),
	CONSTRAINT "result_reports_sent_whole" CHECK (num_nulls("result_reports"."content", "result_reports"."spent_grosze", "result_reports"."sources_grosze", "result_reports"."sent_at", "result_reports"."sent_by_id") in (0, 5))
);
--> statement-breakpoint
DROP TABLE "proposal_saves" CASCADE;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "draft_revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "proposal_conflicts" ADD CONSTRAINT "proposal_conflicts_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_conflicts" ADD CONSTRAINT "proposal_conflicts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_edits" ADD CONSTRAINT "proposal_edits_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_edits" ADD CONSTRAINT "proposal_edits_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_notes" ADD CONSTRAINT "proposal_notes_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_notes" ADD CONSTRAINT "proposal_notes_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_conflicts" ADD CONSTRAINT "report_conflicts_proposal_id_result_reports_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."result_reports"("proposal_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_conflicts" ADD CONSTRAINT "report_conflicts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_edits" ADD CONSTRAINT "report_edits_proposal_id_result_reports_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."result_reports"("proposal_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_edits" ADD CONSTRAINT "report_edits_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_reminders" ADD CONSTRAINT "report_reminders_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_reports" ADD CONSTRAINT "result_reports_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_reports" ADD CONSTRAINT "result_reports_saved_by_id_people_id_fk" FOREIGN KEY ("saved_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_reports" ADD CONSTRAINT "result_reports_sent_by_id_people_id_fk" FOREIGN KEY ("sent_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "proposal_notes_proposal_id_id_index" ON "proposal_notes" USING btree ("proposal_id","id");--> statement-breakpoint
CREATE INDEX "proposal_notes_author_id_index" ON "proposal_notes" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "report_conflicts_person_id_index" ON "report_conflicts" USING btree ("person_id");