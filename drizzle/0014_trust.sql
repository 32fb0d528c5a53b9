CREATE TABLE "mail_bounces" (
	"address_key" text PRIMARY KEY NOT NULL,
	"bounces" integer DEFAULT 1 NOT NULL,
	"last_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "checkpoints" (
	"date" date PRIMARY KEY NOT NULL,
	"last_seq" bigint NOT NULL,
	"body" text NOT NULL,
	"previous" text,
	"hash" text NOT NULL,
	CONSTRAINT "checkpoints_hash_unique" UNIQUE("hash"),
	CONSTRAINT "checkpoints_one_chain" UNIQUE NULLS NOT DISTINCT("previous"),
	CONSTRAINT "checkpoints_hash" CHECK ("checkpoints"."hash" = encode(sha256(convert_to("checkpoints"."body", 'UTF8')), 'hex'))
);
--> statement-breakpoint
CREATE TABLE "event_salts" (
	"event_id" bigint PRIMARY KEY NOT NULL,
	"salt" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger_lines" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"event_id" bigint NOT NULL,
	"line" text NOT NULL,
	"previous" text,
	"hash" text NOT NULL,
	"sealed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "ledger_lines_eventId_unique" UNIQUE("event_id"),
	CONSTRAINT "ledger_lines_hash_unique" UNIQUE("hash"),
	CONSTRAINT "ledger_lines_one_chain" UNIQUE NULLS NOT DISTINCT("previous"),
	CONSTRAINT "ledger_lines_numbered" CHECK (("ledger_lines"."line"::jsonb ->> 'seq')::bigint = "ledger_lines"."seq" and ("ledger_lines"."seq" = 1) = ("ledger_lines"."previous" is null)),
	CONSTRAINT "ledger_lines_hash" CHECK ("ledger_lines"."hash" = encode(sha256(convert_to(coalesce("ledger_lines"."previous", repeat('0', 64)) || "ledger_lines"."line", 'UTF8')), 'hex'))
);
--> statement-breakpoint
CREATE TABLE "unsealed" (
	"event_id" bigint PRIMARY KEY NOT NULL,
	"salt" "bytea" DEFAULT decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'),
	"committed_on" date
);
--> statement-breakpoint
CREATE TABLE "vote_commitments" (
	"question_id" uuid NOT NULL,
	"date" date NOT NULL,
	"nonce" "bytea" NOT NULL,
	"acts" integer NOT NULL,
	"opened_on" date,
	CONSTRAINT "vote_commitments_question_id_date_pk" PRIMARY KEY("question_id","date")
);
--> statement-breakpoint
CREATE TABLE "ballot_appeals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"decision_id" uuid NOT NULL,
	"appellant_id" uuid,
	"text" text NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"due_at" timestamp with time zone DEFAULT clock_timestamp() + interval '14 days' NOT NULL,
	"reminded_at" timestamp with time zone,
	"outcome" text,
	"reasons" text,
	"decided_at" timestamp with time zone,
	"decided_by_id" uuid,
	CONSTRAINT "ballot_appeals_once" UNIQUE("decision_id","appellant_id"),
	CONSTRAINT "ballot_appeals_known_outcome" CHECK ("ballot_appeals"."outcome" in ('upheld', 'rejected')),
	CONSTRAINT "ballot_appeals_decided_whole" CHECK (num_nulls("ballot_appeals"."outcome", "ballot_appeals"."reasons", "ballot_appeals"."decided_at", "ballot_appeals"."decided_by_id") in (0, 4)),
	CONSTRAINT "ballot_appeals_not_too_long" CHECK (length("ballot_appeals"."text") between 1 and 20000)
);
--> statement-breakpoint
CREATE TABLE "ballot_decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"question_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"flag_id" uuid,
	"undoes_id" uuid,
	"ballots" integer NOT NULL,
	"reason" text NOT NULL,
	"proposed_by_id" uuid NOT NULL,
	"proposed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"confirmed_by_id" uuid,
	"confirmed_at" timestamp with time zone,
	"rejected_by_id" uuid,
	"rejected_at" timestamp with time zone,
	CONSTRAINT "ballot_decisions_known_kind" CHECK (("ballot_decisions"."kind" = 'invalidate' and "ballot_decisions"."flag_id" is not null and "ballot_decisions"."undoes_id" is null) or ("ballot_decisions"."kind" = 'restore' and "ballot_decisions"."undoes_id" is not null and "ballot_decisions"."flag_id" is null)),
	CONSTRAINT "ballot_decisions_not_of_few" CHECK ("ballot_decisions"."ballots" >= 5),
	CONSTRAINT "ballot_decisions_four_eyes" CHECK ("ballot_decisions"."confirmed_by_id" is null or "ballot_decisions"."confirmed_by_id" <> "ballot_decisions"."proposed_by_id"),
	CONSTRAINT "ballot_decisions_settled" CHECK (("ballot_decisions"."confirmed_at" is null) = ("ballot_decisions"."confirmed_by_id" is null) and ("ballot_decisions"."rejected_at" is null) = ("ballot_decisions"."rejected_by_id" is null) and num_nonnulls("ballot_decisions"."confirmed_at", "ballot_decisions"."rejected_at") <= 1)
);
--> statement-breakpoint
CREATE TABLE "flag_ballots" (
	"flag_id" uuid NOT NULL,
	"ballot_id" uuid NOT NULL,
	CONSTRAINT "flag_ballots_flag_id_ballot_id_pk" PRIMARY KEY("flag_id","ballot_id")
);
--> statement-breakpoint
CREATE TABLE "flag_comments" (
	"flag_id" uuid NOT NULL,
	"comment_id" uuid NOT NULL,
	CONSTRAINT "flag_comments_flag_id_comment_id_pk" PRIMARY KEY("flag_id","comment_id")
);
--> statement-breakpoint
CREATE TABLE "flags" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"question_id" uuid,
	"thread_id" uuid,
	"cluster" text NOT NULL,
	"evidence" jsonb NOT NULL,
	"first_at" timestamp with time zone NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	"raised_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"settled_at" timestamp with time zone,
	"settled_by_id" uuid,
	"outcome" text,
	"reason" text,
	CONSTRAINT "flags_about_one_thing" CHECK (num_nonnulls("flags"."question_id", "flags"."thread_id") = 1),
	CONSTRAINT "flags_known_kind" CHECK ("flags"."kind" in ('same-text', 'network-burst', 'aliases', 'new-accounts')),
	CONSTRAINT "flags_settled" CHECK (num_nonnulls("flags"."settled_at", "flags"."settled_by_id", "flags"."outcome", "flags"."reason") in (0, 4) and "flags"."outcome" in ('nothing', 'invalidated'))
);
--> statement-breakpoint
CREATE TABLE "restored_ballots" (
	"decision_id" uuid NOT NULL,
	"ballot_id" uuid NOT NULL,
	"after_counting" boolean NOT NULL,
	CONSTRAINT "restored_ballots_decision_id_ballot_id_pk" PRIMARY KEY("decision_id","ballot_id")
);
--> statement-breakpoint
CREATE TABLE "shared_networks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"network_key" text NOT NULL,
	"name" text NOT NULL,
	"added_by_id" uuid NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_by_id" uuid,
	"removed_at" timestamp with time zone,
	CONSTRAINT "shared_networks_removed" CHECK (("shared_networks"."removed_at" is null) = ("shared_networks"."removed_by_id" is null))
);
--> statement-breakpoint
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
	"comment_id" uuid,
	"proposal_id" uuid,
	"organisation_id" uuid,
	"content_id" uuid PRIMARY KEY GENERATED ALWAYS AS (coalesce(comment_id, proposal_id, organisation_id)) STORED NOT NULL,
	"moderator_id" uuid NOT NULL,
	"claimed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_claims_about_one_thing" CHECK (num_nonnulls("case_claims"."comment_id", "case_claims"."proposal_id", "case_claims"."organisation_id") = 1),
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
CREATE TABLE "personal_copies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid,
	"language" text NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"json_key" text NOT NULL,
	"page_key" text NOT NULL,
	"ready_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	CONSTRAINT "personal_copies_one_each_person" UNIQUE("person_id"),
	CONSTRAINT "personal_copies_jsonKey_unique" UNIQUE("json_key"),
	CONSTRAINT "personal_copies_pageKey_unique" UNIQUE("page_key"),
	CONSTRAINT "personal_copies_random_keys" CHECK ("personal_copies"."json_key" ~ '^[0-9a-f]{48}$' and "personal_copies"."page_key" ~ '^[0-9a-f]{48}$'),
	CONSTRAINT "personal_copies_ready_for_a_time" CHECK ("personal_copies"."ready_at" is null or "personal_copies"."expires_at" is not null),
	CONSTRAINT "personal_copies_nobodys_end" CHECK ("personal_copies"."person_id" is not null or "personal_copies"."expires_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "vote_traces" (
	"person_id" uuid NOT NULL,
	"question_id" uuid NOT NULL,
	"network_key" text NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "vote_traces_person_id_question_id_pk" PRIMARY KEY("person_id","question_id")
);
--> statement-breakpoint
ALTER TABLE "decisions" DROP CONSTRAINT "decisions_one_at_a_time";--> statement-breakpoint
ALTER TABLE "reports" DROP CONSTRAINT "reports_one_each";--> statement-breakpoint
ALTER TABLE "decisions" DROP CONSTRAINT "decisions_about_one_thing";--> statement-breakpoint
ALTER TABLE "decisions" DROP CONSTRAINT "decisions_not_about_oneself";--> statement-breakpoint
ALTER TABLE "decisions" DROP CONSTRAINT "decisions_known_kind";--> statement-breakpoint
ALTER TABLE "decisions" DROP CONSTRAINT "decisions_name_the_rule";--> statement-breakpoint
DROP INDEX "reports_waiting";--> statement-breakpoint
DROP INDEX "ballots_tally";--> statement-breakpoint
ALTER TABLE "reports" ALTER COLUMN "comment_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "ballot_history" ALTER COLUMN "id" SET GENERATED BY DEFAULT;--> statement-breakpoint
ALTER TABLE "ballots" ALTER COLUMN "id" SET DEFAULT gen_random_uuid();--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "unsubscribe" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "banned_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "slowed_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "slow_minutes" integer;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "warned_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "comment_revisions" ADD COLUMN "redacted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "clause" text DEFAULT '2026-11-27' NOT NULL;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "hidden_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "attested" jsonb;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "person_id" uuid;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "proposal_id" uuid;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "organisation_id" uuid;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "law" text;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "origin" text DEFAULT 'own' NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "found_by_check" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "minutes" integer;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "undoes_id" uuid;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "number" text;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "kind" text DEFAULT 'report' NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "proposal_id" uuid;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "organisation_id" uuid;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "content_id" uuid GENERATED ALWAYS AS (coalesce(comment_id, proposal_id, organisation_id)) STORED;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "reporter_name" text;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "reporter_email" text;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "passage" text;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "law" text;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "urgent" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "clause" text DEFAULT '2026-11-27' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "hidden_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "hidden_ground" text;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "hidden_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "hidden_ground" text;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "clause" text DEFAULT '2026-11-27' NOT NULL;--> statement-breakpoint
ALTER TABLE "volunteer_sign_ups" ADD COLUMN "clause" text DEFAULT '2026-11-27' NOT NULL;--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "clause" text DEFAULT '2026-11-27' NOT NULL;--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "invalidated_by" uuid;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "hidden_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "checkpoints" ADD CONSTRAINT "checkpoints_previous_checkpoints_hash_fk" FOREIGN KEY ("previous") REFERENCES "public"."checkpoints"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_salts" ADD CONSTRAINT "event_salts_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_lines" ADD CONSTRAINT "ledger_lines_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_lines" ADD CONSTRAINT "ledger_lines_previous_ledger_lines_hash_fk" FOREIGN KEY ("previous") REFERENCES "public"."ledger_lines"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_appeals" ADD CONSTRAINT "ballot_appeals_decision_id_ballot_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."ballot_decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_appeals" ADD CONSTRAINT "ballot_appeals_appellant_id_people_id_fk" FOREIGN KEY ("appellant_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_appeals" ADD CONSTRAINT "ballot_appeals_decided_by_id_people_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_decisions" ADD CONSTRAINT "ballot_decisions_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_decisions" ADD CONSTRAINT "ballot_decisions_flag_id_flags_id_fk" FOREIGN KEY ("flag_id") REFERENCES "public"."flags"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_decisions" ADD CONSTRAINT "ballot_decisions_undoes_id_ballot_decisions_id_fk" FOREIGN KEY ("undoes_id") REFERENCES "public"."ballot_decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_decisions" ADD CONSTRAINT "ballot_decisions_proposed_by_id_people_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_decisions" ADD CONSTRAINT "ballot_decisions_confirmed_by_id_people_id_fk" FOREIGN KEY ("confirmed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_decisions" ADD CONSTRAINT "ballot_decisions_rejected_by_id_people_id_fk" FOREIGN KEY ("rejected_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flag_ballots" ADD CONSTRAINT "flag_ballots_flag_id_flags_id_fk" FOREIGN KEY ("flag_id") REFERENCES "public"."flags"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flag_ballots" ADD CONSTRAINT "flag_ballots_ballot_id_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flag_comments" ADD CONSTRAINT "flag_comments_flag_id_flags_id_fk" FOREIGN KEY ("flag_id") REFERENCES "public"."flags"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flag_comments" ADD CONSTRAINT "flag_comments_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags" ADD CONSTRAINT "flags_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags" ADD CONSTRAINT "flags_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags" ADD CONSTRAINT "flags_settled_by_id_people_id_fk" FOREIGN KEY ("settled_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restored_ballots" ADD CONSTRAINT "restored_ballots_decision_id_ballot_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."ballot_decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restored_ballots" ADD CONSTRAINT "restored_ballots_ballot_id_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shared_networks" ADD CONSTRAINT "shared_networks_added_by_id_people_id_fk" FOREIGN KEY ("added_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shared_networks" ADD CONSTRAINT "shared_networks_removed_by_id_people_id_fk" FOREIGN KEY ("removed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_decisions" ADD CONSTRAINT "bulk_decisions_proposed_by_id_people_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_decisions" ADD CONSTRAINT "bulk_decisions_settled_by_id_people_id_fk" FOREIGN KEY ("settled_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_items" ADD CONSTRAINT "bulk_items_bulk_id_bulk_decisions_id_fk" FOREIGN KEY ("bulk_id") REFERENCES "public"."bulk_decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_items" ADD CONSTRAINT "bulk_items_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_items" ADD CONSTRAINT "bulk_items_after_id_decisions_id_fk" FOREIGN KEY ("after_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_items" ADD CONSTRAINT "bulk_items_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_claims" ADD CONSTRAINT "case_claims_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_claims" ADD CONSTRAINT "case_claims_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_claims" ADD CONSTRAINT "case_claims_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_claims" ADD CONSTRAINT "case_claims_moderator_id_people_id_fk" FOREIGN KEY ("moderator_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_settings" ADD CONSTRAINT "desk_settings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redactions" ADD CONSTRAINT "redactions_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redactions" ADD CONSTRAINT "redactions_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ban_proposals" ADD CONSTRAINT "ban_proposals_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ban_proposals" ADD CONSTRAINT "ban_proposals_proposed_by_id_people_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ban_proposals" ADD CONSTRAINT "ban_proposals_suspension_id_decisions_id_fk" FOREIGN KEY ("suspension_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ban_proposals" ADD CONSTRAINT "ban_proposals_settled_by_id_people_id_fk" FOREIGN KEY ("settled_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ban_proposals" ADD CONSTRAINT "ban_proposals_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_appellant_id_people_id_fk" FOREIGN KEY ("appellant_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_decided_by_id_people_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_followed_by_id_decisions_id_fk" FOREIGN KEY ("followed_by_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_evidence" ADD CONSTRAINT "decision_evidence_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "warnings_read" ADD CONSTRAINT "warnings_read_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personal_copies" ADD CONSTRAINT "personal_copies_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_traces" ADD CONSTRAINT "vote_traces_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_traces" ADD CONSTRAINT "vote_traces_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "vote_commitments_shut" ON "vote_commitments" USING btree ("question_id") WHERE "vote_commitments"."opened_on" is null;--> statement-breakpoint
CREATE INDEX "ballot_appeals_open" ON "ballot_appeals" USING btree ("due_at") WHERE "ballot_appeals"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "ballot_appeals_appellant_id_index" ON "ballot_appeals" USING btree ("appellant_id");--> statement-breakpoint
CREATE INDEX "ballot_decisions_question_id_index" ON "ballot_decisions" USING btree ("question_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ballot_decisions_one_a_flag" ON "ballot_decisions" USING btree ("flag_id") WHERE "ballot_decisions"."rejected_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "ballot_decisions_undone_once" ON "ballot_decisions" USING btree ("undoes_id") WHERE "ballot_decisions"."rejected_at" is null;--> statement-breakpoint
CREATE INDEX "flag_ballots_ballot_id_index" ON "flag_ballots" USING btree ("ballot_id");--> statement-breakpoint
CREATE INDEX "flag_comments_comment_id_index" ON "flag_comments" USING btree ("comment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "flags_open_once" ON "flags" USING btree ("kind",coalesce("question_id", "thread_id"),"cluster") WHERE "flags"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "flags_settled" ON "flags" USING btree ("settled_at") WHERE "flags"."settled_at" is not null;--> statement-breakpoint
CREATE INDEX "flags_question_id_index" ON "flags" USING btree ("question_id");--> statement-breakpoint
CREATE INDEX "restored_ballots_ballot_id_index" ON "restored_ballots" USING btree ("ballot_id");--> statement-breakpoint
CREATE UNIQUE INDEX "shared_networks_once" ON "shared_networks" USING btree ("network_key") WHERE "shared_networks"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "bulk_decisions_waiting" ON "bulk_decisions" USING btree ("proposed_at") WHERE "bulk_decisions"."outcome" is null;--> statement-breakpoint
CREATE INDEX "bulk_items_comment_id_index" ON "bulk_items" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "bulk_items_decision_id_index" ON "bulk_items" USING btree ("decision_id");--> statement-breakpoint
CREATE INDEX "case_claims_moderator_id_index" ON "case_claims" USING btree ("moderator_id");--> statement-breakpoint
CREATE INDEX "redactions_comment_id_index" ON "redactions" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "ban_proposals_person_id_index" ON "ban_proposals" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "ban_proposals_waiting" ON "ban_proposals" USING btree ("proposed_at") WHERE "ban_proposals"."outcome" is null;--> statement-breakpoint
CREATE INDEX "barred_mailboxes_until_index" ON "barred_mailboxes" USING btree ("until");--> statement-breakpoint
CREATE INDEX "appeals_open" ON "appeals" USING btree ("due_at") WHERE "appeals"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "appeals_appellant_id_index" ON "appeals" USING btree ("appellant_id");--> statement-breakpoint
CREATE INDEX "personal_copies_to_make" ON "personal_copies" USING btree ("asked_at") WHERE "personal_copies"."ready_at" is null;--> statement-breakpoint
CREATE INDEX "vote_traces_at_index" ON "vote_traces" USING btree ("at");--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_undoes_id_decisions_id_fk" FOREIGN KEY ("undoes_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_invalidated_by_ballot_decisions_id_fk" FOREIGN KEY ("invalidated_by") REFERENCES "public"."ballot_decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "events_actor_subject_id_index" ON "events" USING btree ("actor","subject","id");--> statement-breakpoint
CREATE INDEX "decisions_person_id_index" ON "decisions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "decisions_proposal_id_index" ON "decisions" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "decisions_organisation_id_index" ON "decisions" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "reports_decision_id_index" ON "reports" USING btree ("decision_id");--> statement-breakpoint
CREATE INDEX "ballots_invalidated" ON "ballots" USING btree ("invalidated_by") WHERE "ballots"."invalidated_by" is not null;--> statement-breakpoint
CREATE INDEX "reports_waiting" ON "reports" USING btree ("content_id","at") WHERE "reports"."decision_id" is null;--> statement-breakpoint
CREATE INDEX "ballots_tally" ON "ballots" USING btree ("question_id","stratum","choices","invalidated_by");--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_undone_once" UNIQUE("undoes_id");--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_one_at_a_time" UNIQUE NULLS NOT DISTINCT("comment_id","thread_id","person_id","proposal_id","organisation_id","after_id");--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_number" UNIQUE("number");--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_one_each" UNIQUE("content_id","revision","kind","reporter_id");--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_slowed_whole" CHECK (("people"."slowed_until" is null) = ("people"."slow_minutes" is null));--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_law_of_the_illegal" CHECK ("decisions"."law" is null or "decisions"."ground" = 'illegal');--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_known_origin" CHECK ("decisions"."origin" in ('report', 'own', 'appeal', 'carried'));--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_last_as_they_say" CHECK (("decisions"."kind" in ('slow', 'suspend')) = ("decisions"."until" is not null) and ("decisions"."kind" = 'slow') = ("decisions"."minutes" is not null) and "decisions"."until" > "decisions"."at" and "decisions"."minutes" between 1 and 10080);--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_undo_what_is" CHECK ("decisions"."undoes_id" is null or "decisions"."kind" in ('restore', 'lift'));--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_lift_something" CHECK ("decisions"."kind" <> 'lift' or "decisions"."undoes_id" is not null);--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_about_one_thing" CHECK (num_nonnulls("decisions"."comment_id", "decisions"."thread_id", "decisions"."person_id", "decisions"."organisation_id") = 1 and ("decisions"."proposal_id" is null or "decisions"."organisation_id" is not null));--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_not_about_oneself" CHECK ("decisions"."author_id" is distinct from "decisions"."moderator_id" and "decisions"."person_id" is distinct from "decisions"."moderator_id");--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_known_kind" CHECK (case when "decisions"."comment_id" is not null then "decisions"."kind" in ('hide', 'remove', 'redact', 'restore', 'keep') when "decisions"."thread_id" is not null then "decisions"."kind" in ('lock', 'unlock') when "decisions"."organisation_id" is not null then "decisions"."kind" in ('hide', 'restore', 'keep') else "decisions"."kind" in ('warn', 'slow', 'suspend', 'ban', 'lift') end);--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_name_the_rule" CHECK (("decisions"."kind" in ('keep', 'restore', 'unlock', 'lift')) = ("decisions"."ground" = 'none'));--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_about_one_thing" CHECK (num_nonnulls("reports"."comment_id", "reports"."proposal_id", "reports"."organisation_id") = 1);--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_known_kind" CHECK ("reports"."kind" in ('report', 'notice'));--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_notice_names_the_place" CHECK (("reports"."kind" = 'notice') = ("reports"."passage" is not null) and ("reports"."kind" = 'report' or "reports"."ground" = 'illegal'));--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_hidden_by_a_rule" CHECK (("organisations"."hidden_at" is null) = ("organisations"."hidden_ground" is null) and ("organisations"."hidden_at" is null or "organisations"."confirmed_at" is not null));--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_hidden_by_a_rule" CHECK (("proposals"."hidden_at" is null) = ("proposals"."hidden_ground" is null) and ("proposals"."hidden_at" is null or "proposals"."published_at" is not null));