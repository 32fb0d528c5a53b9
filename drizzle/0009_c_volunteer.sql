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
ALTER TABLE "partner_calls" ADD CONSTRAINT "partner_calls_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_calls" ADD CONSTRAINT "partner_calls_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_calls" ADD CONSTRAINT "partner_calls_created_by_id_people_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_calls" ADD CONSTRAINT "partner_calls_closed_by_id_people_id_fk" FOREIGN KEY ("closed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_requests" ADD CONSTRAINT "partner_requests_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_requests" ADD CONSTRAINT "partner_requests_created_by_id_people_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_requests" ADD CONSTRAINT "partner_requests_answered_by_id_people_id_fk" FOREIGN KEY ("answered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_requests" ADD CONSTRAINT "partner_requests_ended_by_id_people_id_fk" FOREIGN KEY ("ended_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_requests" ADD CONSTRAINT "partner_requests_call" FOREIGN KEY ("call_id","call_organisation_id") REFERENCES "public"."partner_calls"("id","organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volunteer_calls" ADD CONSTRAINT "volunteer_calls_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volunteer_calls" ADD CONSTRAINT "volunteer_calls_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volunteer_calls" ADD CONSTRAINT "volunteer_calls_created_by_id_people_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volunteer_calls" ADD CONSTRAINT "volunteer_calls_closed_by_id_people_id_fk" FOREIGN KEY ("closed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volunteer_shifts" ADD CONSTRAINT "volunteer_shifts_call_id_volunteer_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."volunteer_calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volunteer_sign_ups" ADD CONSTRAINT "volunteer_sign_ups_shift_id_volunteer_shifts_id_fk" FOREIGN KEY ("shift_id") REFERENCES "public"."volunteer_shifts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volunteer_sign_ups" ADD CONSTRAINT "volunteer_sign_ups_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volunteer_sign_ups" ADD CONSTRAINT "volunteer_sign_ups_removed_by_id_people_id_fk" FOREIGN KEY ("removed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volunteer_sign_ups" ADD CONSTRAINT "volunteer_sign_ups_noted_by_id_people_id_fk" FOREIGN KEY ("noted_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "partner_calls_organisation_id_index" ON "partner_calls" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "partner_calls_proposal_id_index" ON "partner_calls" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "partner_requests_organisation_id_index" ON "partner_requests" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "volunteer_calls_organisation_id_index" ON "volunteer_calls" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "volunteer_calls_proposal_id_index" ON "volunteer_calls" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "volunteer_shifts_call_id_starts_at_index" ON "volunteer_shifts" USING btree ("call_id","starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "volunteer_sign_ups_once" ON "volunteer_sign_ups" USING btree ("shift_id","person_id") WHERE "volunteer_sign_ups"."cancelled_at" is null;--> statement-breakpoint
CREATE INDEX "volunteer_sign_ups_in_order" ON "volunteer_sign_ups" USING btree ("shift_id","number") WHERE "volunteer_sign_ups"."cancelled_at" is null;--> statement-breakpoint
CREATE INDEX "volunteer_sign_ups_person_id_index" ON "volunteer_sign_ups" USING btree ("person_id");