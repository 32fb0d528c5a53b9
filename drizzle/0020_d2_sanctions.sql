CREATE TABLE "redactions" (
	"decision_id" uuid NOT NULL,
	"comment_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"original" text NOT NULL,
	"places" jsonb NOT NULL,
	"instead" text NOT NULL,
	CONSTRAINT "redactions_decision_id_revision_pk" PRIMARY KEY("decision_id","revision")
);
--> statement-breakpoint
CREATE TABLE "ban_proposals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"ground" text NOT NULL,
	"law" text,
	"sentence" text NOT NULL,
	"proposed_by_id" uuid NOT NULL,
	"proposed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"suspension_id" uuid NOT NULL,
	"outcome" text,
	"settled_by_id" uuid,
	"settled_at" timestamp with time zone,
	"decision_id" uuid,
	CONSTRAINT "ban_proposals_suspensionId_unique" UNIQUE("suspension_id"),
	CONSTRAINT "ban_proposals_decisionId_unique" UNIQUE("decision_id"),
	CONSTRAINT "ban_proposals_known_outcome" CHECK ("ban_proposals"."outcome" in ('confirmed', 'dropped')),
	CONSTRAINT "ban_proposals_settled_whole" CHECK (num_nulls("ban_proposals"."outcome", "ban_proposals"."settled_by_id", "ban_proposals"."settled_at") in (0, 3)),
	CONSTRAINT "ban_proposals_confirmed_by_a_ban" CHECK (("ban_proposals"."outcome" is not distinct from 'confirmed') = ("ban_proposals"."decision_id" is not null)),
	CONSTRAINT "ban_proposals_four_eyes" CHECK ("ban_proposals"."outcome" is distinct from 'confirmed' or "ban_proposals"."settled_by_id" <> "ban_proposals"."proposed_by_id"),
	CONSTRAINT "ban_proposals_in_time" CHECK ("ban_proposals"."expires_at" > "ban_proposals"."proposed_at" and ("ban_proposals"."outcome" is distinct from 'confirmed' or "ban_proposals"."settled_at" <= "ban_proposals"."expires_at")),
	CONSTRAINT "ban_proposals_not_oneself" CHECK ("ban_proposals"."person_id" <> "ban_proposals"."proposed_by_id" and "ban_proposals"."person_id" is distinct from "ban_proposals"."settled_by_id")
);
--> statement-breakpoint
CREATE TABLE "barred_mailboxes" (
	"mailbox_key" text NOT NULL,
	"kind" text NOT NULL,
	"ground" text NOT NULL,
	"minutes" integer,
	"until" timestamp with time zone NOT NULL,
	CONSTRAINT "barred_mailboxes_mailbox_key_kind_pk" PRIMARY KEY("mailbox_key","kind"),
	CONSTRAINT "barred_mailboxes_known_kind" CHECK ("barred_mailboxes"."kind" in ('slow', 'suspend', 'ban') and ("barred_mailboxes"."kind" = 'slow') = ("barred_mailboxes"."minutes" is not null))
);
--> statement-breakpoint
ALTER TABLE "decisions" DROP CONSTRAINT "decisions_known_origin";--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "unsubscribe" text;--> statement-breakpoint
ALTER TABLE "redactions" ADD CONSTRAINT "redactions_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redactions" ADD CONSTRAINT "redactions_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ban_proposals" ADD CONSTRAINT "ban_proposals_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ban_proposals" ADD CONSTRAINT "ban_proposals_proposed_by_id_people_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ban_proposals" ADD CONSTRAINT "ban_proposals_suspension_id_decisions_id_fk" FOREIGN KEY ("suspension_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ban_proposals" ADD CONSTRAINT "ban_proposals_settled_by_id_people_id_fk" FOREIGN KEY ("settled_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ban_proposals" ADD CONSTRAINT "ban_proposals_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "redactions_comment_id_index" ON "redactions" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "ban_proposals_person_id_index" ON "ban_proposals" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "ban_proposals_waiting" ON "ban_proposals" USING btree ("proposed_at") WHERE "ban_proposals"."outcome" is null;--> statement-breakpoint
CREATE INDEX "barred_mailboxes_until_index" ON "barred_mailboxes" USING btree ("until");--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_known_origin" CHECK ("decisions"."origin" in ('report', 'own', 'appeal', 'carried'));