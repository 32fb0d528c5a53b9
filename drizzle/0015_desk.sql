CREATE TABLE "bulk_decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"ground" text NOT NULL,
	"sentence" text NOT NULL,
	"size" integer NOT NULL,
	"proposed_by_id" uuid NOT NULL,
	"proposed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"outcome" text,
	"settled_by_id" uuid,
	"settled_at" timestamp with time zone,
	CONSTRAINT "bulk_decisions_known_kind" CHECK (("bulk_decisions"."kind" = 'hide' and "bulk_decisions"."ground" in ('abuse', 'hate', 'personal-data', 'spam', 'off-topic')) or ("bulk_decisions"."kind" = 'keep' and "bulk_decisions"."ground" = 'none')),
	CONSTRAINT "bulk_decisions_known_outcome" CHECK ("bulk_decisions"."outcome" in ('at-once', 'confirmed', 'dropped')),
	CONSTRAINT "bulk_decisions_settled_whole" CHECK (num_nulls("bulk_decisions"."outcome", "bulk_decisions"."settled_by_id", "bulk_decisions"."settled_at") in (0, 3)),
	CONSTRAINT "bulk_decisions_four_eyes" CHECK ("bulk_decisions"."outcome" is distinct from 'confirmed' or "bulk_decisions"."settled_by_id" <> "bulk_decisions"."proposed_by_id"),
	CONSTRAINT "bulk_decisions_few_at_once" CHECK ("bulk_decisions"."size" between 1 and 50 and ("bulk_decisions"."outcome" is distinct from 'at-once' or "bulk_decisions"."size" <= 20))
);
--> statement-breakpoint
CREATE TABLE "bulk_items" (
	"bulk_id" uuid NOT NULL,
	"comment_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"after_id" uuid,
	"decision_id" uuid,
	"left_out" text,
	CONSTRAINT "bulk_items_bulk_id_comment_id_pk" PRIMARY KEY("bulk_id","comment_id"),
	CONSTRAINT "bulk_items_one_fate" CHECK (num_nonnulls("bulk_items"."decision_id", "bulk_items"."left_out") <= 1),
	CONSTRAINT "bulk_items_known_reason" CHECK ("bulk_items"."left_out" in ('changed', 'decided', 'own', 'claimed'))
);
--> statement-breakpoint
CREATE TABLE "case_claims" (
	"comment_id" uuid PRIMARY KEY NOT NULL,
	"moderator_id" uuid NOT NULL,
	"claimed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_claims_end" CHECK ("case_claims"."expires_at" > "case_claims"."claimed_at")
);
--> statement-breakpoint
CREATE TABLE "desk_settings" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"keys_off_at" timestamp with time zone,
	"summary_off_at" timestamp with time zone,
	"summarised_on" date
);
--> statement-breakpoint
ALTER TABLE "bulk_decisions" ADD CONSTRAINT "bulk_decisions_proposed_by_id_people_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_decisions" ADD CONSTRAINT "bulk_decisions_settled_by_id_people_id_fk" FOREIGN KEY ("settled_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_items" ADD CONSTRAINT "bulk_items_bulk_id_bulk_decisions_id_fk" FOREIGN KEY ("bulk_id") REFERENCES "public"."bulk_decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_items" ADD CONSTRAINT "bulk_items_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_items" ADD CONSTRAINT "bulk_items_after_id_decisions_id_fk" FOREIGN KEY ("after_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_items" ADD CONSTRAINT "bulk_items_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_claims" ADD CONSTRAINT "case_claims_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_claims" ADD CONSTRAINT "case_claims_moderator_id_people_id_fk" FOREIGN KEY ("moderator_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_settings" ADD CONSTRAINT "desk_settings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_decisions_waiting" ON "bulk_decisions" USING btree ("proposed_at") WHERE "bulk_decisions"."outcome" is null;--> statement-breakpoint
CREATE INDEX "bulk_items_comment_id_index" ON "bulk_items" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "bulk_items_decision_id_index" ON "bulk_items" USING btree ("decision_id");--> statement-breakpoint
CREATE INDEX "case_claims_moderator_id_index" ON "case_claims" USING btree ("moderator_id");