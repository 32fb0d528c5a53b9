CREATE TABLE "proposal_appeals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"proposal_id" uuid NOT NULL,
	"against_id" uuid NOT NULL,
	"grounds" text NOT NULL,
	"appealed_by_id" uuid NOT NULL,
	"appealed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"outcome" text,
	"reason" text,
	"decided_by_id" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "proposal_appeals_once" UNIQUE("proposal_id"),
	CONSTRAINT "proposal_appeals_known_outcome" CHECK ("proposal_appeals"."outcome" in ('upheld', 'dismissed')),
	CONSTRAINT "proposal_appeals_decided_with_reason" CHECK (num_nulls("proposal_appeals"."outcome", "proposal_appeals"."reason", "proposal_appeals"."decided_by_id", "proposal_appeals"."decided_at") in (0, 4))
);
--> statement-breakpoint
CREATE TABLE "proposal_decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"proposal_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"reason" text NOT NULL,
	"version" integer NOT NULL,
	"prepared_by_id" uuid NOT NULL,
	"prepared_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_by_id" uuid,
	"published_at" timestamp with time zone,
	CONSTRAINT "proposal_decisions_known_outcome" CHECK ("proposal_decisions"."outcome" in ('accepted', 'rejected')),
	CONSTRAINT "proposal_decisions_published_by" CHECK (("proposal_decisions"."published_at" is null) = ("proposal_decisions"."published_by_id" is null))
);
--> statement-breakpoint
CREATE TABLE "proposal_versions" (
	"proposal_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"content" jsonb NOT NULL,
	"reason" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"by_id" uuid NOT NULL,
	"supports_before" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "proposal_versions_proposal_id_number_pk" PRIMARY KEY("proposal_id","number"),
	CONSTRAINT "proposal_versions_with_reason" CHECK (("proposal_versions"."number" = 1) = ("proposal_versions"."reason" is null))
);
--> statement-breakpoint
ALTER TABLE "role_grants" DROP CONSTRAINT "role_grants_known_role";--> statement-breakpoint
ALTER TABLE "proposal_moves" DROP CONSTRAINT "proposal_moves_with_reason";--> statement-breakpoint
ALTER TABLE "proposals" DROP CONSTRAINT "proposals_known_state";--> statement-breakpoint
ALTER TABLE "proposals" DROP CONSTRAINT "proposals_public_is_whole";--> statement-breakpoint
ALTER TABLE "proposal_moves" ADD COLUMN "complete_by" date;--> statement-breakpoint
ALTER TABLE "proposal_moves" ADD COLUMN "other_id" uuid;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "state_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "complete_by" date;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "proposal_appeals" ADD CONSTRAINT "proposal_appeals_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_appeals" ADD CONSTRAINT "proposal_appeals_against_id_proposal_moves_id_fk" FOREIGN KEY ("against_id") REFERENCES "public"."proposal_moves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_appeals" ADD CONSTRAINT "proposal_appeals_appealed_by_id_people_id_fk" FOREIGN KEY ("appealed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_appeals" ADD CONSTRAINT "proposal_appeals_decided_by_id_people_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_decisions" ADD CONSTRAINT "proposal_decisions_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_decisions" ADD CONSTRAINT "proposal_decisions_prepared_by_id_people_id_fk" FOREIGN KEY ("prepared_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_decisions" ADD CONSTRAINT "proposal_decisions_published_by_id_people_id_fk" FOREIGN KEY ("published_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_versions" ADD CONSTRAINT "proposal_versions_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_versions" ADD CONSTRAINT "proposal_versions_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "proposal_decisions_one_prepared" ON "proposal_decisions" USING btree ("proposal_id") WHERE "proposal_decisions"."published_at" is null;--> statement-breakpoint
CREATE INDEX "proposal_decisions_proposal_id_index" ON "proposal_decisions" USING btree ("proposal_id");--> statement-breakpoint
ALTER TABLE "proposal_moves" ADD CONSTRAINT "proposal_moves_other_id_proposals_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_merged_into_id_proposals_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "proposal_moves_other_id_index" ON "proposal_moves" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "proposals_merged_into_id_index" ON "proposals" USING btree ("merged_into_id");--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_known_role" CHECK ("role_grants"."role" in ('moderator', 'official', 'coordinator', 'admin', 'system'));--> statement-breakpoint
ALTER TABLE "proposal_moves" ADD CONSTRAINT "proposal_moves_with_reason" CHECK ("proposal_moves"."move" not in ('return', 'reject', 'accept', 'decline', 'mend', 'merge', 'unmerge', 'overturn', 'reassess', 'recheck') or "proposal_moves"."reason" is not null);--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_public_states" CHECK (case when "proposals"."published_at" is null then "proposals"."state" in ('draft', 'submitted', 'returned', 'rejected', 'withdrawn') else "proposals"."state" not in ('draft', 'submitted', 'returned') end);--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_merged_into" CHECK (("proposals"."state" = 'merged') = ("proposals"."merged_into_id" is not null) and "proposals"."merged_into_id" is distinct from "proposals"."id");--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_known_state" CHECK ("proposals"."state" in ('draft', 'submitted', 'returned', 'published', 'accepted', 'rejected', 'inProgress', 'reported', 'completed', 'withdrawn', 'merged'));--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_public_is_whole" CHECK ("proposals"."published_at" is null or ("proposals"."content" is not null and "proposals"."total_grosze" is not null and "proposals"."slug" is not null and "proposals"."thread_id" is not null and "proposals"."question_id" is not null));