CREATE TABLE "limits" (
	"key" varchar(255) PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"queued_at" timestamp with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" text PRIMARY KEY NOT NULL,
	"form" text NOT NULL,
	"values" jsonb NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text,
	"email" text,
	"email_canonical" text,
	"email_verified_at" timestamp with time zone,
	"joined_at" timestamp with time zone DEFAULT now() NOT NULL,
	"suspended_until" timestamp with time zone,
	"erased_at" timestamp with time zone,
	"ledger_key" uuid DEFAULT gen_random_uuid() NOT NULL,
	CONSTRAINT "people_one_each_mailbox" UNIQUE("email_canonical"),
	CONSTRAINT "people_ledgerKey_unique" UNIQUE("ledger_key"),
	CONSTRAINT "people_erased_know_nothing" CHECK ("people"."erased_at" is null or ("people"."name" is null and "people"."email" is null and "people"."email_canonical" is null))
);
--> statement-breakpoint
CREATE TABLE "role_grants" (
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"granted_at" timestamp with time zone DEFAULT now() NOT NULL,
	"granted_by_id" uuid NOT NULL,
	CONSTRAINT "role_grants_person_id_role_pk" PRIMARY KEY("person_id","role"),
	CONSTRAINT "role_grants_known_role" CHECK ("role_grants"."role" in ('moderator', 'official', 'admin', 'system'))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"email_canonical" text NOT NULL,
	"email" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"thread_id" uuid NOT NULL,
	"parent_id" uuid,
	"root_id" uuid,
	"author_id" uuid NOT NULL,
	"organisation_id" uuid,
	"body" text NOT NULL,
	"posted_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"hidden_at" timestamp with time zone,
	"hidden_ground" text,
	"form_key" uuid,
	CONSTRAINT "comments_once_a_form" UNIQUE("author_id","form_key"),
	CONSTRAINT "comments_branch_has_root" CHECK (("comments"."parent_id" is null) = ("comments"."root_id" is null)),
	CONSTRAINT "comments_not_empty" CHECK (length("comments"."body") between 1 and 20000),
	CONSTRAINT "comments_hidden_by_a_rule" CHECK (("comments"."hidden_at" is null) = ("comments"."hidden_ground" is null))
);
--> statement-breakpoint
CREATE TABLE "supports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"comment_id" uuid NOT NULL,
	"person_id" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "supports_one_each" UNIQUE("comment_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "threads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"opens_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closes_at" timestamp with time zone,
	"closed_reason" text,
	"locked_at" timestamp with time zone,
	"locked_by_id" uuid
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"name" text NOT NULL,
	"actor" uuid,
	"subject" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"comment_id" uuid,
	"thread_id" uuid,
	"author_id" uuid,
	"ground" text NOT NULL,
	"sentence" text NOT NULL,
	"moderator_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"after_id" uuid,
	CONSTRAINT "decisions_one_at_a_time" UNIQUE NULLS NOT DISTINCT("comment_id","thread_id","after_id"),
	CONSTRAINT "decisions_about_one_thing" CHECK (num_nonnulls("decisions"."comment_id", "decisions"."thread_id") = 1),
	CONSTRAINT "decisions_comment_has_author" CHECK (("decisions"."comment_id" is null) = ("decisions"."author_id" is null)),
	CONSTRAINT "decisions_not_about_oneself" CHECK ("decisions"."author_id" is distinct from "decisions"."moderator_id"),
	CONSTRAINT "decisions_known_kind" CHECK (("decisions"."comment_id" is not null and "decisions"."kind" in ('hide', 'restore', 'keep')) or ("decisions"."thread_id" is not null and "decisions"."kind" in ('lock', 'unlock'))),
	CONSTRAINT "decisions_known_ground" CHECK ("decisions"."ground" in ('abuse', 'hate', 'personal-data', 'spam', 'off-topic', 'illegal', 'none')),
	CONSTRAINT "decisions_name_the_rule" CHECK (("decisions"."kind" in ('hide', 'lock')) = ("decisions"."ground" <> 'none'))
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"comment_id" uuid NOT NULL,
	"reporter_id" uuid,
	"ground" text NOT NULL,
	"sentence" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"decision_id" uuid,
	CONSTRAINT "reports_one_each" UNIQUE("comment_id","reporter_id"),
	CONSTRAINT "reports_known_ground" CHECK ("reports"."ground" in ('abuse', 'hate', 'personal-data', 'spam', 'off-topic', 'illegal'))
);
--> statement-breakpoint
CREATE TABLE "organisation_members" (
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisation_members_organisation_id_person_id_pk" PRIMARY KEY("organisation_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"legal_form" text NOT NULL,
	"krs" text,
	"nip" text,
	"regon" text,
	"seat" text NOT NULL,
	"about" text NOT NULL,
	"contact_email" text NOT NULL,
	"contact_phone" text,
	"registered_at" timestamp with time zone DEFAULT now() NOT NULL,
	"registered_by_id" uuid NOT NULL,
	"confirmed_at" timestamp with time zone,
	"confirmed_by_id" uuid,
	"refused_at" timestamp with time zone,
	"refused_by_id" uuid,
	"refusal_reason" text,
	CONSTRAINT "organisations_slug_unique" UNIQUE("slug"),
	CONSTRAINT "organisations_one_answer" CHECK ("organisations"."confirmed_at" is null or "organisations"."refused_at" is null),
	CONSTRAINT "organisations_not_by_oneself" CHECK ("organisations"."confirmed_by_id" is distinct from "organisations"."registered_by_id" or "organisations"."confirmed_by_id" is null),
	CONSTRAINT "organisations_refused_with_reason" CHECK (("organisations"."refused_at" is null) = ("organisations"."refusal_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "proposal_moves" (
	"id" uuid PRIMARY KEY NOT NULL,
	"proposal_id" uuid NOT NULL,
	"move" text NOT NULL,
	"from" text NOT NULL,
	"to" text NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"by_id" uuid NOT NULL,
	"reason" text,
	CONSTRAINT "proposal_moves_with_reason" CHECK ("proposal_moves"."to" not in ('returned', 'rejected') or "proposal_moves"."reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "proposal_saves" (
	"proposal_id" uuid NOT NULL,
	"step" text NOT NULL,
	"revision" integer NOT NULL,
	"saved_by_id" uuid NOT NULL,
	CONSTRAINT "proposal_saves_proposal_id_step_pk" PRIMARY KEY("proposal_id","step")
);
--> statement-breakpoint
CREATE TABLE "proposal_tasks" (
	"proposal_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	CONSTRAINT "proposal_tasks_proposal_id_task_id_pk" PRIMARY KEY("proposal_id","task_id")
);
--> statement-breakpoint
CREATE TABLE "proposals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"created_by_id" uuid NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"draft" jsonb NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"content" jsonb,
	"total_grosze" bigint,
	"sources_grosze" bigint,
	"slug" text,
	"published_at" timestamp with time zone,
	"thread_id" uuid,
	"question_id" uuid,
	CONSTRAINT "proposals_slug_unique" UNIQUE("slug"),
	CONSTRAINT "proposals_threadId_unique" UNIQUE("thread_id"),
	CONSTRAINT "proposals_questionId_unique" UNIQUE("question_id"),
	CONSTRAINT "proposals_known_state" CHECK ("proposals"."state" in ('draft', 'submitted', 'returned', 'published', 'rejected')),
	CONSTRAINT "proposals_sums_add_up" CHECK ("proposals"."total_grosze" = "proposals"."sources_grosze"),
	CONSTRAINT "proposals_public_is_whole" CHECK ("proposals"."state" <> 'published' or ("proposals"."content" is not null and "proposals"."total_grosze" is not null and "proposals"."slug" is not null and "proposals"."published_at" is not null and "proposals"."thread_id" is not null and "proposals"."question_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "areas" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "areas_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "operational_goals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"strategic_goal_id" uuid NOT NULL,
	"code" text NOT NULL,
	"title" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "operational_goals_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "strategic_goals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_id" uuid NOT NULL,
	"code" text NOT NULL,
	"title" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "strategic_goals_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "task_titles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"task_id" uuid NOT NULL,
	"title" text NOT NULL,
	"until" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"operational_goal_id" uuid NOT NULL,
	"code" text NOT NULL,
	"title" text NOT NULL,
	"position" integer NOT NULL,
	"thread_id" uuid NOT NULL,
	"question_id" uuid NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "tasks_code_unique" UNIQUE("code"),
	CONSTRAINT "tasks_threadId_unique" UNIQUE("thread_id"),
	CONSTRAINT "tasks_questionId_unique" UNIQUE("question_id")
);
--> statement-breakpoint
CREATE TABLE "translated_titles" (
	"language" text NOT NULL,
	"code" text NOT NULL,
	"title" text NOT NULL,
	CONSTRAINT "translated_titles_language_code_pk" PRIMARY KEY("language","code")
);
--> statement-breakpoint
CREATE TABLE "ballots" (
	"id" uuid PRIMARY KEY NOT NULL,
	"question_id" uuid NOT NULL,
	"person_id" uuid,
	"choice" text NOT NULL,
	"cast_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "ballots_one_each" UNIQUE("question_id","person_id"),
	CONSTRAINT "ballots_known_choice" CHECK ("ballots"."choice" in ('for', 'against', 'abstain'))
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"opens_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closes_at" timestamp with time zone,
	"closed_reason" text,
	CONSTRAINT "questions_known_kind" CHECK ("questions"."kind" in ('opinion', 'support'))
);
--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_granted_by_id_people_id_fk" FOREIGN KEY ("granted_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_parent_id_comments_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_root_id_comments_id_fk" FOREIGN KEY ("root_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supports" ADD CONSTRAINT "supports_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supports" ADD CONSTRAINT "supports_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_locked_by_id_people_id_fk" FOREIGN KEY ("locked_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_moderator_id_people_id_fk" FOREIGN KEY ("moderator_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_after_id_decisions_id_fk" FOREIGN KEY ("after_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_reporter_id_people_id_fk" FOREIGN KEY ("reporter_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_members" ADD CONSTRAINT "organisation_members_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_members" ADD CONSTRAINT "organisation_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_registered_by_id_people_id_fk" FOREIGN KEY ("registered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_confirmed_by_id_people_id_fk" FOREIGN KEY ("confirmed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_refused_by_id_people_id_fk" FOREIGN KEY ("refused_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_moves" ADD CONSTRAINT "proposal_moves_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_moves" ADD CONSTRAINT "proposal_moves_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_saves" ADD CONSTRAINT "proposal_saves_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_saves" ADD CONSTRAINT "proposal_saves_saved_by_id_people_id_fk" FOREIGN KEY ("saved_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_tasks" ADD CONSTRAINT "proposal_tasks_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_tasks" ADD CONSTRAINT "proposal_tasks_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_created_by_id_people_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operational_goals" ADD CONSTRAINT "operational_goals_strategic_goal_id_strategic_goals_id_fk" FOREIGN KEY ("strategic_goal_id") REFERENCES "public"."strategic_goals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategic_goals" ADD CONSTRAINT "strategic_goals_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_titles" ADD CONSTRAINT "task_titles_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_operational_goal_id_operational_goals_id_fk" FOREIGN KEY ("operational_goal_id") REFERENCES "public"."operational_goals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outbox_due_at_index" ON "outbox" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "drafts_expires_at_index" ON "drafts" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "sessions_person_id_index" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sign_in_links_email_canonical_index" ON "sign_in_links" USING btree ("email_canonical");--> statement-breakpoint
CREATE INDEX "comments_roots" ON "comments" USING btree ("thread_id","id") WHERE "comments"."parent_id" is null;--> statement-breakpoint
CREATE INDEX "comments_visible" ON "comments" USING btree ("thread_id") WHERE "comments"."hidden_at" is null;--> statement-breakpoint
CREATE INDEX "comments_branch" ON "comments" USING btree ("root_id","id");--> statement-breakpoint
CREATE INDEX "comments_author_id_id_index" ON "comments" USING btree ("author_id","id");--> statement-breakpoint
CREATE INDEX "supports_person_id_index" ON "supports" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "events_subject_index" ON "events" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "events_name_id_index" ON "events" USING btree ("name","id");--> statement-breakpoint
CREATE INDEX "decisions_thread_id_index" ON "decisions" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "decisions_author_id_index" ON "decisions" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "reports_waiting" ON "reports" USING btree ("comment_id","at") WHERE "reports"."decision_id" is null;--> statement-breakpoint
CREATE INDEX "reports_reporter_id_index" ON "reports" USING btree ("reporter_id");--> statement-breakpoint
CREATE INDEX "organisation_members_person_id_index" ON "organisation_members" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "organisations_confirmed_at_index" ON "organisations" USING btree ("confirmed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_krs_unique" ON "organisations" USING btree ("krs") WHERE "organisations"."refused_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_nip_unique" ON "organisations" USING btree ("nip") WHERE "organisations"."refused_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_regon_unique" ON "organisations" USING btree ("regon") WHERE "organisations"."refused_at" is null;--> statement-breakpoint
CREATE INDEX "proposal_moves_proposal_id_id_index" ON "proposal_moves" USING btree ("proposal_id","id");--> statement-breakpoint
CREATE INDEX "proposal_tasks_task_id_index" ON "proposal_tasks" USING btree ("task_id");--> statement-breakpoint
CREATE INDEX "proposals_organisation_id_index" ON "proposals" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "proposals_state_saved_at_index" ON "proposals" USING btree ("state","saved_at");--> statement-breakpoint
CREATE INDEX "tasks_operational_goal_id_index" ON "tasks" USING btree ("operational_goal_id");--> statement-breakpoint
CREATE INDEX "ballots_tally" ON "ballots" USING btree ("question_id","choice");--> statement-breakpoint
CREATE INDEX "ballots_person_id_index" ON "ballots" USING btree ("person_id");