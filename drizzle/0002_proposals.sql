CREATE TABLE "proposal_saves" (
	"proposal_id" uuid NOT NULL,
	"step" text NOT NULL,
	"revision" integer NOT NULL,
	"saved_by_id" uuid NOT NULL,
	CONSTRAINT "proposal_saves_proposal_id_step_pk" PRIMARY KEY("proposal_id","step")
);
--> statement-breakpoint
ALTER TABLE "organisations" DROP CONSTRAINT "organisations_krs_unique";--> statement-breakpoint
ALTER TABLE "organisations" DROP CONSTRAINT "organisations_nip_unique";--> statement-breakpoint
ALTER TABLE "organisations" DROP CONSTRAINT "organisations_regon_unique";--> statement-breakpoint
ALTER TABLE "decisions" DROP CONSTRAINT "decisions_known_kind";--> statement-breakpoint
DROP INDEX "decisions_comment_id_index";--> statement-breakpoint
DROP INDEX "decisions_at_index";--> statement-breakpoint
DROP INDEX "reports_waiting";--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "after_id" uuid;--> statement-breakpoint
ALTER TABLE "proposal_saves" ADD CONSTRAINT "proposal_saves_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_saves" ADD CONSTRAINT "proposal_saves_saved_by_id_people_id_fk" FOREIGN KEY ("saved_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_after_id_decisions_id_fk" FOREIGN KEY ("after_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "decisions_author_id_index" ON "decisions" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "reports_reporter_id_index" ON "reports" USING btree ("reporter_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_krs_unique" ON "organisations" USING btree ("krs") WHERE "organisations"."refused_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_nip_unique" ON "organisations" USING btree ("nip") WHERE "organisations"."refused_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_regon_unique" ON "organisations" USING btree ("regon") WHERE "organisations"."refused_at" is null;--> statement-breakpoint
CREATE INDEX "reports_waiting" ON "reports" USING btree ("comment_id","at") WHERE "reports"."decision_id" is null;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_one_at_a_time" UNIQUE NULLS NOT DISTINCT("comment_id","thread_id","after_id");--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_comment_has_author" CHECK (("decisions"."comment_id" is null) = ("decisions"."author_id" is null));--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_known_ground" CHECK ("decisions"."ground" in ('abuse', 'hate', 'personal-data', 'spam', 'off-topic', 'illegal', 'none'));--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_name_the_rule" CHECK (("decisions"."kind" in ('hide', 'lock')) = ("decisions"."ground" <> 'none'));--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_known_kind" CHECK (("decisions"."comment_id" is not null and "decisions"."kind" in ('hide', 'restore', 'keep')) or ("decisions"."thread_id" is not null and "decisions"."kind" in ('lock', 'unlock')));--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_known_ground" CHECK ("reports"."ground" in ('abuse', 'hate', 'personal-data', 'spam', 'off-topic', 'illegal'));