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
CREATE UNIQUE INDEX "assessors_one_each_place" ON "assessors" USING btree ("proposal_id","round","place") WHERE "assessors"."freed_at" is null;--> statement-breakpoint
CREATE INDEX "assessors_person_id_index" ON "assessors" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "forwardings_one_at_a_time" ON "forwardings" USING btree ("proposal_id") WHERE "forwardings"."returned_at" is null;--> statement-breakpoint
CREATE INDEX "forwardings_proposal_id_index" ON "forwardings" USING btree ("proposal_id");