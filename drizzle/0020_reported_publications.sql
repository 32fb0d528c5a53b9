ALTER TABLE "decisions" DROP CONSTRAINT "decisions_one_at_a_time";--> statement-breakpoint
ALTER TABLE "reports" DROP CONSTRAINT "reports_one_each";--> statement-breakpoint
ALTER TABLE "decisions" DROP CONSTRAINT "decisions_about_one_thing";--> statement-breakpoint
ALTER TABLE "decisions" DROP CONSTRAINT "decisions_known_kind";--> statement-breakpoint
DROP INDEX "reports_waiting";--> statement-breakpoint
ALTER TABLE "case_claims" DROP CONSTRAINT "case_claims_pkey";--> statement-breakpoint
ALTER TABLE "case_claims" ALTER COLUMN "comment_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ALTER COLUMN "comment_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "hidden_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "case_claims" ADD COLUMN "proposal_id" uuid;--> statement-breakpoint
ALTER TABLE "case_claims" ADD COLUMN "organisation_id" uuid;--> statement-breakpoint
ALTER TABLE "case_claims" ADD COLUMN "content_id" uuid PRIMARY KEY GENERATED ALWAYS AS (coalesce(comment_id, proposal_id, organisation_id)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "proposal_id" uuid;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "organisation_id" uuid;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "proposal_id" uuid;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "organisation_id" uuid;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "content_id" uuid GENERATED ALWAYS AS (coalesce(comment_id, proposal_id, organisation_id)) STORED;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "hidden_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "hidden_ground" text;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "hidden_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "hidden_ground" text;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "hidden_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "case_claims" ADD CONSTRAINT "case_claims_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_claims" ADD CONSTRAINT "case_claims_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "decisions_proposal_id_index" ON "decisions" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "decisions_organisation_id_index" ON "decisions" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "reports_waiting" ON "reports" USING btree ("content_id","at") WHERE "reports"."decision_id" is null;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_one_at_a_time" UNIQUE NULLS NOT DISTINCT("comment_id","thread_id","person_id","proposal_id","organisation_id","after_id");--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_one_each" UNIQUE("content_id","revision","kind","reporter_id");--> statement-breakpoint
ALTER TABLE "case_claims" ADD CONSTRAINT "case_claims_about_one_thing" CHECK (num_nonnulls("case_claims"."comment_id", "case_claims"."proposal_id", "case_claims"."organisation_id") = 1);--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_about_one_thing" CHECK (num_nonnulls("decisions"."comment_id", "decisions"."thread_id", "decisions"."person_id", "decisions"."organisation_id") = 1 and ("decisions"."proposal_id" is null or "decisions"."organisation_id" is not null));--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_known_kind" CHECK (case when "decisions"."comment_id" is not null then "decisions"."kind" in ('hide', 'remove', 'redact', 'restore', 'keep') when "decisions"."thread_id" is not null then "decisions"."kind" in ('lock', 'unlock') when "decisions"."organisation_id" is not null then "decisions"."kind" in ('hide', 'restore', 'keep') else "decisions"."kind" in ('warn', 'slow', 'suspend', 'ban', 'lift') end);--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_about_one_thing" CHECK (num_nonnulls("reports"."comment_id", "reports"."proposal_id", "reports"."organisation_id") = 1);--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_hidden_by_a_rule" CHECK (("organisations"."hidden_at" is null) = ("organisations"."hidden_ground" is null) and ("organisations"."hidden_at" is null or "organisations"."confirmed_at" is not null));--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_hidden_by_a_rule" CHECK (("proposals"."hidden_at" is null) = ("proposals"."hidden_ground" is null) and ("proposals"."hidden_at" is null or "proposals"."published_at" is not null));