CREATE TABLE "mail_bounces" (
	"address_key" text PRIMARY KEY NOT NULL,
	"bounces" integer DEFAULT 1 NOT NULL,
	"last_at" timestamp with time zone DEFAULT now() NOT NULL
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
CREATE TABLE "vote_traces" (
	"person_id" uuid NOT NULL,
	"question_id" uuid NOT NULL,
	"network_key" text NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "vote_traces_person_id_question_id_pk" PRIMARY KEY("person_id","question_id")
);
--> statement-breakpoint
DROP INDEX "ballots_tally";--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "invalidated_by" uuid;--> statement-breakpoint
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
ALTER TABLE "shared_networks" ADD CONSTRAINT "shared_networks_added_by_id_people_id_fk" FOREIGN KEY ("added_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shared_networks" ADD CONSTRAINT "shared_networks_removed_by_id_people_id_fk" FOREIGN KEY ("removed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_traces" ADD CONSTRAINT "vote_traces_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_traces" ADD CONSTRAINT "vote_traces_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ballot_decisions_question_id_index" ON "ballot_decisions" USING btree ("question_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ballot_decisions_one_a_flag" ON "ballot_decisions" USING btree ("flag_id") WHERE "ballot_decisions"."rejected_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "ballot_decisions_undone_once" ON "ballot_decisions" USING btree ("undoes_id") WHERE "ballot_decisions"."rejected_at" is null;--> statement-breakpoint
CREATE INDEX "flag_ballots_ballot_id_index" ON "flag_ballots" USING btree ("ballot_id");--> statement-breakpoint
CREATE INDEX "flag_comments_comment_id_index" ON "flag_comments" USING btree ("comment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "flags_open_once" ON "flags" USING btree ("kind",coalesce("question_id", "thread_id"),"cluster") WHERE "flags"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "flags_settled" ON "flags" USING btree ("settled_at") WHERE "flags"."settled_at" is not null;--> statement-breakpoint
CREATE INDEX "flags_question_id_index" ON "flags" USING btree ("question_id");--> statement-breakpoint
CREATE UNIQUE INDEX "shared_networks_once" ON "shared_networks" USING btree ("network_key") WHERE "shared_networks"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "vote_traces_at_index" ON "vote_traces" USING btree ("at");--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_invalidated_by_ballot_decisions_id_fk" FOREIGN KEY ("invalidated_by") REFERENCES "public"."ballot_decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ballots_invalidated" ON "ballots" USING btree ("invalidated_by") WHERE "ballots"."invalidated_by" is not null;--> statement-breakpoint
CREATE INDEX "ballots_tally" ON "ballots" USING btree ("question_id","stratum","choices","invalidated_by");