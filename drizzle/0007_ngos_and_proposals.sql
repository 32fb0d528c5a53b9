CREATE TABLE "files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"uploaded_by_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"scanned_at" timestamp with time zone,
	"scan_result" text,
	"unused_since" timestamp with time zone DEFAULT now(),
	CONSTRAINT "files_key_unique" UNIQUE("key"),
	CONSTRAINT "files_random_key" CHECK ("files"."key" ~ '^[0-9a-f]{48}$'),
	CONSTRAINT "files_known_type" CHECK ("files"."type" in ('pdf', 'jpeg', 'png', 'docx', 'ods', 'webp')),
	CONSTRAINT "files_size" CHECK ("files"."bytes" between 1 and 10485760),
	CONSTRAINT "files_hash" CHECK ("files"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "files_scanned" CHECK (("files"."scanned_at" is null) = ("files"."scan_result" is null) and "files"."scan_result" in ('clean', 'infected'))
);
--> statement-breakpoint
CREATE TABLE "assessments" (
	"proposal_id" uuid NOT NULL,
	"round" smallint NOT NULL,
	"set_id" uuid NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "assessments_proposal_id_round_pk" PRIMARY KEY("proposal_id","round")
);
--> statement-breakpoint
CREATE TABLE "assessors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"proposal_id" uuid NOT NULL,
	"round" smallint NOT NULL,
	"person_id" uuid NOT NULL,
	"place" smallint NOT NULL,
	"due_on" date NOT NULL,
	"assigned_at" timestamp with time zone DEFAULT now() NOT NULL,
	"assigned_by_id" uuid NOT NULL,
	"declaration" text,
	"declared_at" timestamp with time zone,
	"words" text,
	"freed_at" timestamp with time zone,
	"freed_by_id" uuid,
	"freed_reason" text,
	"reminded_at" timestamp with time zone,
	CONSTRAINT "assessors_declared" UNIQUE("id","declaration"),
	CONSTRAINT "assessors_once_each_person" UNIQUE("proposal_id","person_id"),
	CONSTRAINT "assessors_known_place" CHECK ("assessors"."place" between 1 and 3),
	CONSTRAINT "assessors_known_declaration" CHECK ("assessors"."declaration" in ('none', 'own', 'related')),
	CONSTRAINT "assessors_declared_once" CHECK (("assessors"."declaration" is null) = ("assessors"."declared_at" is null)),
	CONSTRAINT "assessors_conflict_in_words" CHECK ("assessors"."declaration" is distinct from 'related' or "assessors"."words" is not null),
	CONSTRAINT "assessors_conflict_frees" CHECK ("assessors"."declaration" is null or "assessors"."declaration" = 'none' or "assessors"."freed_at" is not null),
	CONSTRAINT "assessors_freed_by_somebody" CHECK (("assessors"."freed_at" is null) = ("assessors"."freed_by_id" is null)),
	CONSTRAINT "assessors_freed_with_reason" CHECK ("assessors"."freed_by_id" is null or "assessors"."freed_by_id" = "assessors"."person_id" or "assessors"."freed_reason" is not null),
	CONSTRAINT "assessors_not_by_oneself" CHECK ("assessors"."assigned_by_id" <> "assessors"."person_id")
);
--> statement-breakpoint
CREATE TABLE "card_points" (
	"assessor_id" uuid NOT NULL,
	"criterion_id" uuid NOT NULL,
	"points" smallint NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "card_points_assessor_id_criterion_id_pk" PRIMARY KEY("assessor_id","criterion_id"),
	CONSTRAINT "card_points_not_negative" CHECK ("card_points"."points" >= 0),
	CONSTRAINT "card_points_with_reason" CHECK ("card_points"."reason" <> '')
);
--> statement-breakpoint
CREATE TABLE "cards" (
	"assessor_id" uuid PRIMARY KEY NOT NULL,
	"declaration" text DEFAULT 'none' NOT NULL,
	"typed" jsonb NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"submitted_at" timestamp with time zone,
	"version" integer,
	CONSTRAINT "cards_without_conflict_declared" CHECK ("cards"."declaration" = 'none'),
	CONSTRAINT "cards_of_a_version" CHECK (("cards"."submitted_at" is null) = ("cards"."version" is null))
);
--> statement-breakpoint
CREATE TABLE "criteria" (
	"id" uuid PRIMARY KEY NOT NULL,
	"set_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"name" text NOT NULL,
	"hint" text NOT NULL,
	"name_en" text,
	"hint_en" text,
	"most" smallint NOT NULL,
	"weight" smallint NOT NULL,
	CONSTRAINT "criteria_one_each_position" UNIQUE("set_id","position"),
	CONSTRAINT "criteria_within_bounds" CHECK ("criteria"."most" between 1 and 100 and "criteria"."weight" between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE "criteria_sets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mode" text NOT NULL,
	"valid_from" date NOT NULL,
	"basis" text NOT NULL,
	"apart_percent" smallint NOT NULL,
	"days" smallint NOT NULL,
	"adopted_by_id" uuid NOT NULL,
	"adopted_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "criteria_sets_one_each_day" UNIQUE("mode","valid_from"),
	CONSTRAINT "criteria_sets_known_mode" CHECK ("criteria_sets"."mode" in ('idea', 'smallGrant', 'openCall', 'localInitiative')),
	CONSTRAINT "criteria_sets_within_bounds" CHECK ("criteria_sets"."apart_percent" between 1 and 100 and "criteria_sets"."days" between 1 and 90)
);
--> statement-breakpoint
CREATE TABLE "departments" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_en" text,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "forwardings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"proposal_id" uuid NOT NULL,
	"department" text NOT NULL,
	"note" text NOT NULL,
	"due_on" date NOT NULL,
	"forwarded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"forwarded_by_id" uuid NOT NULL,
	"returned_at" timestamp with time zone,
	"returned_by_id" uuid,
	"return_note" text,
	CONSTRAINT "forwardings_returned_whole" CHECK (("forwardings"."returned_at" is null) = ("forwardings"."returned_by_id" is null) and ("forwardings"."returned_at" is null) = ("forwardings"."return_note" is null))
);
--> statement-breakpoint
CREATE TABLE "organisation_invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"email" text NOT NULL,
	"email_canonical" text NOT NULL,
	"role" text NOT NULL,
	"token_hash" text NOT NULL,
	"invited_at" timestamp with time zone DEFAULT now() NOT NULL,
	"invited_by_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"accepted_by_id" uuid,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "organisation_invitations_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "organisation_invitations_known_role" CHECK ("organisation_invitations"."role" in ('owner', 'editor', 'member')),
	CONSTRAINT "organisation_invitations_one_end" CHECK ("organisation_invitations"."accepted_at" is null or "organisation_invitations"."withdrawn_at" is null),
	CONSTRAINT "organisation_invitations_accepted_by" CHECK ("organisation_invitations"."accepted_by_id" is null or "organisation_invitations"."accepted_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "register_checks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"krs" text NOT NULL,
	"asked_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"outcome" text NOT NULL,
	"entry" jsonb,
	"alarming" boolean DEFAULT false NOT NULL,
	"seen_at" timestamp with time zone,
	"seen_by_id" uuid,
	CONSTRAINT "register_checks_known_outcome" CHECK ("register_checks"."outcome" in ('found', 'missing', 'deleted', 'unreachable', 'garbled')),
	CONSTRAINT "register_checks_entry_when_found" CHECK (("register_checks"."outcome" = 'found') = ("register_checks"."entry" is not null))
);
--> statement-breakpoint
CREATE TABLE "partner_calls" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"proposal_id" uuid,
	"created_by_id" uuid NOT NULL,
	"title" text NOT NULL,
	"sought" text NOT NULL,
	"field" text NOT NULL,
	"district" text NOT NULL,
	"until" date NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by_id" uuid,
	CONSTRAINT "partner_calls_with_organisation" UNIQUE("id","organisation_id"),
	CONSTRAINT "partner_calls_closed_by" CHECK (("partner_calls"."closed_at" is null) = ("partner_calls"."closed_by_id" is null))
);
--> statement-breakpoint
CREATE TABLE "partner_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"call_id" uuid NOT NULL,
	"call_organisation_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"created_by_id" uuid NOT NULL,
	"message" text NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"answered_by_id" uuid,
	"accepted" boolean,
	"answer" text,
	"ended_at" timestamp with time zone,
	"ended_by_id" uuid,
	"ended_reason" text,
	CONSTRAINT "partner_requests_once" UNIQUE("call_id","organisation_id"),
	CONSTRAINT "partner_requests_not_oneself" CHECK ("partner_requests"."organisation_id" <> "partner_requests"."call_organisation_id"),
	CONSTRAINT "partner_requests_answered_whole" CHECK (("partner_requests"."answered_at" is null) = ("partner_requests"."accepted" is null) and ("partner_requests"."answered_at" is null) = ("partner_requests"."answered_by_id" is null) and ("partner_requests"."answered_at" is null) = ("partner_requests"."answer" is null)),
	CONSTRAINT "partner_requests_withdrawn_or_answered" CHECK ("partner_requests"."withdrawn_at" is null or "partner_requests"."answered_at" is null),
	CONSTRAINT "partner_requests_ended_after_acceptance" CHECK (("partner_requests"."ended_at" is null) = ("partner_requests"."ended_reason" is null) and ("partner_requests"."ended_at" is null) = ("partner_requests"."ended_by_id" is null) and ("partner_requests"."ended_at" is null or "partner_requests"."accepted"))
);
--> statement-breakpoint
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
CREATE TABLE "proposal_files" (
	"proposal_id" uuid NOT NULL,
	"place" smallint NOT NULL,
	"file_id" uuid NOT NULL,
	"description" text NOT NULL,
	CONSTRAINT "proposal_files_proposal_id_place_pk" PRIMARY KEY("proposal_id","place"),
	CONSTRAINT "proposal_files_fileId_unique" UNIQUE("file_id"),
	CONSTRAINT "proposal_files_at_most" CHECK ("proposal_files"."place" between 1 and 10)
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
CREATE TABLE "volunteer_calls" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"proposal_id" uuid,
	"created_by_id" uuid NOT NULL,
	"role" text NOT NULL,
	"duties" text NOT NULL,
	"place" text NOT NULL,
	"district" text NOT NULL,
	"min_age" integer NOT NULL,
	"term" text NOT NULL,
	"conditions" text DEFAULT '' NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by_id" uuid,
	"closed_reason" text,
	CONSTRAINT "volunteer_calls_term" CHECK ("volunteer_calls"."term" in ('short', 'long')),
	CONSTRAINT "volunteer_calls_age" CHECK ("volunteer_calls"."min_age" between 13 and 99),
	CONSTRAINT "volunteer_calls_closed_with_reason" CHECK (("volunteer_calls"."closed_at" is null) = ("volunteer_calls"."closed_reason" is null) and ("volunteer_calls"."closed_at" is null) = ("volunteer_calls"."closed_by_id" is null))
);
--> statement-breakpoint
CREATE TABLE "volunteer_shifts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"call_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"places" integer NOT NULL,
	"taken" integer DEFAULT 0 NOT NULL,
	"cancelled_at" timestamp with time zone,
	"cancelled_reason" text,
	CONSTRAINT "volunteer_shifts_places" CHECK ("volunteer_shifts"."taken" between 0 and "volunteer_shifts"."places"),
	CONSTRAINT "volunteer_shifts_some_places" CHECK ("volunteer_shifts"."places" between 1 and 500),
	CONSTRAINT "volunteer_shifts_last" CHECK ("volunteer_shifts"."ends_at" > "volunteer_shifts"."starts_at" and "volunteer_shifts"."ends_at" <= "volunteer_shifts"."starts_at" + interval '24 hours'),
	CONSTRAINT "volunteer_shifts_cancelled_with_reason" CHECK (("volunteer_shifts"."cancelled_at" is null) = ("volunteer_shifts"."cancelled_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "volunteer_sign_ups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"shift_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "volunteer_sign_ups_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"signed_up_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"minor" boolean NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"confirmed_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"removed_by_id" uuid,
	"removed_reason" text,
	"minutes" integer,
	"noted_by_id" uuid,
	"noted_at" timestamp with time zone,
	CONSTRAINT "volunteer_sign_ups_removed_with_reason" CHECK (("volunteer_sign_ups"."removed_by_id" is null) = ("volunteer_sign_ups"."removed_reason" is null) and ("volunteer_sign_ups"."removed_by_id" is null or "volunteer_sign_ups"."cancelled_at" is not null)),
	CONSTRAINT "volunteer_sign_ups_noted_whole" CHECK (("volunteer_sign_ups"."minutes" is null) = ("volunteer_sign_ups"."noted_by_id" is null) and ("volunteer_sign_ups"."minutes" is null) = ("volunteer_sign_ups"."noted_at" is null)),
	CONSTRAINT "volunteer_sign_ups_minutes" CHECK ("volunteer_sign_ups"."minutes" between 0 and 1440 and "volunteer_sign_ups"."confirmed_at" is not null and "volunteer_sign_ups"."cancelled_at" is null or "volunteer_sign_ups"."minutes" is null),
	CONSTRAINT "volunteer_sign_ups_not_by_oneself" CHECK ("volunteer_sign_ups"."noted_by_id" <> "volunteer_sign_ups"."person_id" or "volunteer_sign_ups"."noted_by_id" is null)
);
--> statement-breakpoint
ALTER TABLE "proposal_saves" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP TABLE "proposal_saves" CASCADE;--> statement-breakpoint
ALTER TABLE "role_grants" DROP CONSTRAINT "role_grants_known_role";--> statement-breakpoint
ALTER TABLE "proposal_moves" DROP CONSTRAINT "proposal_moves_with_reason";--> statement-breakpoint
ALTER TABLE "proposals" DROP CONSTRAINT "proposals_known_state";--> statement-breakpoint
ALTER TABLE "proposals" DROP CONSTRAINT "proposals_public_is_whole";--> statement-breakpoint
ALTER TABLE "organisation_members" ADD COLUMN "role" text DEFAULT 'owner' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "offers" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "seeks" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "fields_of_work" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "district" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "www" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "public_contacts" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "profile_revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "register_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "logo_file_id" uuid;--> statement-breakpoint
ALTER TABLE "proposal_moves" ADD COLUMN "complete_by" date;--> statement-breakpoint
ALTER TABLE "proposal_moves" ADD COLUMN "other_id" uuid;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "state_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "complete_by" date;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "draft_revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_uploaded_by_id_people_id_fk" FOREIGN KEY ("uploaded_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_set_id_criteria_sets_id_fk" FOREIGN KEY ("set_id") REFERENCES "public"."criteria_sets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessors" ADD CONSTRAINT "assessors_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessors" ADD CONSTRAINT "assessors_assigned_by_id_people_id_fk" FOREIGN KEY ("assigned_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessors" ADD CONSTRAINT "assessors_freed_by_id_people_id_fk" FOREIGN KEY ("freed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessors" ADD CONSTRAINT "assessors_of_a_round" FOREIGN KEY ("proposal_id","round") REFERENCES "public"."assessments"("proposal_id","round") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_points" ADD CONSTRAINT "card_points_assessor_id_cards_assessor_id_fk" FOREIGN KEY ("assessor_id") REFERENCES "public"."cards"("assessor_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_points" ADD CONSTRAINT "card_points_criterion_id_criteria_id_fk" FOREIGN KEY ("criterion_id") REFERENCES "public"."criteria"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cards" ADD CONSTRAINT "cards_without_conflict" FOREIGN KEY ("assessor_id","declaration") REFERENCES "public"."assessors"("id","declaration") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "criteria" ADD CONSTRAINT "criteria_set_id_criteria_sets_id_fk" FOREIGN KEY ("set_id") REFERENCES "public"."criteria_sets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "criteria_sets" ADD CONSTRAINT "criteria_sets_adopted_by_id_people_id_fk" FOREIGN KEY ("adopted_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forwardings" ADD CONSTRAINT "forwardings_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forwardings" ADD CONSTRAINT "forwardings_department_departments_code_fk" FOREIGN KEY ("department") REFERENCES "public"."departments"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forwardings" ADD CONSTRAINT "forwardings_forwarded_by_id_people_id_fk" FOREIGN KEY ("forwarded_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forwardings" ADD CONSTRAINT "forwardings_returned_by_id_people_id_fk" FOREIGN KEY ("returned_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_invitations" ADD CONSTRAINT "organisation_invitations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_invitations" ADD CONSTRAINT "organisation_invitations_invited_by_id_people_id_fk" FOREIGN KEY ("invited_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_invitations" ADD CONSTRAINT "organisation_invitations_accepted_by_id_people_id_fk" FOREIGN KEY ("accepted_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_checks" ADD CONSTRAINT "register_checks_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_checks" ADD CONSTRAINT "register_checks_seen_by_id_people_id_fk" FOREIGN KEY ("seen_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_calls" ADD CONSTRAINT "partner_calls_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_calls" ADD CONSTRAINT "partner_calls_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_calls" ADD CONSTRAINT "partner_calls_created_by_id_people_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_calls" ADD CONSTRAINT "partner_calls_closed_by_id_people_id_fk" FOREIGN KEY ("closed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_requests" ADD CONSTRAINT "partner_requests_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_requests" ADD CONSTRAINT "partner_requests_created_by_id_people_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_requests" ADD CONSTRAINT "partner_requests_answered_by_id_people_id_fk" FOREIGN KEY ("answered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_requests" ADD CONSTRAINT "partner_requests_ended_by_id_people_id_fk" FOREIGN KEY ("ended_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_requests" ADD CONSTRAINT "partner_requests_call" FOREIGN KEY ("call_id","call_organisation_id") REFERENCES "public"."partner_calls"("id","organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_appeals" ADD CONSTRAINT "proposal_appeals_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_appeals" ADD CONSTRAINT "proposal_appeals_against_id_proposal_moves_id_fk" FOREIGN KEY ("against_id") REFERENCES "public"."proposal_moves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_appeals" ADD CONSTRAINT "proposal_appeals_appealed_by_id_people_id_fk" FOREIGN KEY ("appealed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_appeals" ADD CONSTRAINT "proposal_appeals_decided_by_id_people_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_conflicts" ADD CONSTRAINT "proposal_conflicts_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_conflicts" ADD CONSTRAINT "proposal_conflicts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_decisions" ADD CONSTRAINT "proposal_decisions_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_decisions" ADD CONSTRAINT "proposal_decisions_prepared_by_id_people_id_fk" FOREIGN KEY ("prepared_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_decisions" ADD CONSTRAINT "proposal_decisions_published_by_id_people_id_fk" FOREIGN KEY ("published_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_edits" ADD CONSTRAINT "proposal_edits_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_edits" ADD CONSTRAINT "proposal_edits_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_files" ADD CONSTRAINT "proposal_files_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_files" ADD CONSTRAINT "proposal_files_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_notes" ADD CONSTRAINT "proposal_notes_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_notes" ADD CONSTRAINT "proposal_notes_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_versions" ADD CONSTRAINT "proposal_versions_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_versions" ADD CONSTRAINT "proposal_versions_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_conflicts" ADD CONSTRAINT "report_conflicts_proposal_id_result_reports_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."result_reports"("proposal_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_conflicts" ADD CONSTRAINT "report_conflicts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_edits" ADD CONSTRAINT "report_edits_proposal_id_result_reports_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."result_reports"("proposal_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_edits" ADD CONSTRAINT "report_edits_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_reminders" ADD CONSTRAINT "report_reminders_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_reports" ADD CONSTRAINT "result_reports_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_reports" ADD CONSTRAINT "result_reports_saved_by_id_people_id_fk" FOREIGN KEY ("saved_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_reports" ADD CONSTRAINT "result_reports_sent_by_id_people_id_fk" FOREIGN KEY ("sent_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volunteer_calls" ADD CONSTRAINT "volunteer_calls_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volunteer_calls" ADD CONSTRAINT "volunteer_calls_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volunteer_calls" ADD CONSTRAINT "volunteer_calls_created_by_id_people_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volunteer_calls" ADD CONSTRAINT "volunteer_calls_closed_by_id_people_id_fk" FOREIGN KEY ("closed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volunteer_shifts" ADD CONSTRAINT "volunteer_shifts_call_id_volunteer_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."volunteer_calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volunteer_sign_ups" ADD CONSTRAINT "volunteer_sign_ups_shift_id_volunteer_shifts_id_fk" FOREIGN KEY ("shift_id") REFERENCES "public"."volunteer_shifts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volunteer_sign_ups" ADD CONSTRAINT "volunteer_sign_ups_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volunteer_sign_ups" ADD CONSTRAINT "volunteer_sign_ups_removed_by_id_people_id_fk" FOREIGN KEY ("removed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volunteer_sign_ups" ADD CONSTRAINT "volunteer_sign_ups_noted_by_id_people_id_fk" FOREIGN KEY ("noted_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "files_uploaded_by_id_at_index" ON "files" USING btree ("uploaded_by_id","at");--> statement-breakpoint
CREATE INDEX "files_unused" ON "files" USING btree ("unused_since") WHERE "files"."unused_since" is not null;--> statement-breakpoint
CREATE INDEX "files_unscanned" ON "files" USING btree ("at") WHERE "files"."scan_result" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "assessors_one_each_place" ON "assessors" USING btree ("proposal_id","round","place") WHERE "assessors"."freed_at" is null;--> statement-breakpoint
CREATE INDEX "assessors_person_id_index" ON "assessors" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "forwardings_one_at_a_time" ON "forwardings" USING btree ("proposal_id") WHERE "forwardings"."returned_at" is null;--> statement-breakpoint
CREATE INDEX "forwardings_proposal_id_index" ON "forwardings" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "organisation_invitations_email_canonical_index" ON "organisation_invitations" USING btree ("email_canonical");--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_invitations_one_open" ON "organisation_invitations" USING btree ("organisation_id","email_canonical") WHERE "organisation_invitations"."accepted_at" is null and "organisation_invitations"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "register_checks_organisation_id_asked_at_index" ON "register_checks" USING btree ("organisation_id","asked_at");--> statement-breakpoint
CREATE INDEX "partner_calls_organisation_id_index" ON "partner_calls" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "partner_calls_proposal_id_index" ON "partner_calls" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "partner_requests_organisation_id_index" ON "partner_requests" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "proposal_decisions_one_prepared" ON "proposal_decisions" USING btree ("proposal_id") WHERE "proposal_decisions"."published_at" is null;--> statement-breakpoint
CREATE INDEX "proposal_decisions_proposal_id_index" ON "proposal_decisions" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "proposal_notes_proposal_id_id_index" ON "proposal_notes" USING btree ("proposal_id","id");--> statement-breakpoint
CREATE INDEX "proposal_notes_author_id_index" ON "proposal_notes" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "report_conflicts_person_id_index" ON "report_conflicts" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "volunteer_calls_organisation_id_index" ON "volunteer_calls" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "volunteer_calls_proposal_id_index" ON "volunteer_calls" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "volunteer_shifts_call_id_starts_at_index" ON "volunteer_shifts" USING btree ("call_id","starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "volunteer_sign_ups_once" ON "volunteer_sign_ups" USING btree ("shift_id","person_id") WHERE "volunteer_sign_ups"."cancelled_at" is null;--> statement-breakpoint
CREATE INDEX "volunteer_sign_ups_in_order" ON "volunteer_sign_ups" USING btree ("shift_id","number") WHERE "volunteer_sign_ups"."cancelled_at" is null;--> statement-breakpoint
CREATE INDEX "volunteer_sign_ups_person_id_index" ON "volunteer_sign_ups" USING btree ("person_id");--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_logo_file_id_files_id_fk" FOREIGN KEY ("logo_file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_moves" ADD CONSTRAINT "proposal_moves_other_id_proposals_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_merged_into_id_proposals_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "organisations_register_due_at_index" ON "organisations" USING btree ("register_due_at");--> statement-breakpoint
CREATE INDEX "proposal_moves_other_id_index" ON "proposal_moves" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "proposals_merged_into_id_index" ON "proposals" USING btree ("merged_into_id");--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_logoFileId_unique" UNIQUE("logo_file_id");--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_known_role" CHECK ("role_grants"."role" in ('moderator', 'official', 'coordinator', 'admin', 'system'));--> statement-breakpoint
ALTER TABLE "organisation_members" ADD CONSTRAINT "organisation_members_known_role" CHECK ("organisation_members"."role" in ('owner', 'editor', 'member'));--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_known_contacts" CHECK ("organisations"."public_contacts" <@ array['email', 'phone', 'www']);--> statement-breakpoint
ALTER TABLE "proposal_moves" ADD CONSTRAINT "proposal_moves_with_reason" CHECK ("proposal_moves"."move" not in ('return', 'reject', 'accept', 'decline', 'mend', 'merge', 'unmerge', 'overturn', 'reassess', 'recheck') or "proposal_moves"."reason" is not null);--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_public_states" CHECK (case when "proposals"."published_at" is null then "proposals"."state" in ('draft', 'submitted', 'returned', 'rejected', 'withdrawn') else "proposals"."state" not in ('draft', 'submitted', 'returned') end);--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_merged_into" CHECK (("proposals"."state" = 'merged') = ("proposals"."merged_into_id" is not null) and "proposals"."merged_into_id" is distinct from "proposals"."id");--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_known_state" CHECK ("proposals"."state" in ('draft', 'submitted', 'returned', 'published', 'accepted', 'rejected', 'inProgress', 'reported', 'completed', 'withdrawn', 'merged'));--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_public_is_whole" CHECK ("proposals"."published_at" is null or ("proposals"."content" is not null and "proposals"."total_grosze" is not null and "proposals"."slug" is not null and "proposals"."thread_id" is not null and "proposals"."question_id" is not null));