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
ALTER TABLE "organisation_members" ADD COLUMN "role" text DEFAULT 'owner' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "offers" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "seeks" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "fields_of_work" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "district" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "www" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "public_contacts" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "profile_revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "register_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "organisation_invitations" ADD CONSTRAINT "organisation_invitations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_invitations" ADD CONSTRAINT "organisation_invitations_invited_by_id_people_id_fk" FOREIGN KEY ("invited_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_invitations" ADD CONSTRAINT "organisation_invitations_accepted_by_id_people_id_fk" FOREIGN KEY ("accepted_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_checks" ADD CONSTRAINT "register_checks_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_checks" ADD CONSTRAINT "register_checks_seen_by_id_people_id_fk" FOREIGN KEY ("seen_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "organisation_invitations_email_canonical_index" ON "organisation_invitations" USING btree ("email_canonical");--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_invitations_one_open" ON "organisation_invitations" USING btree ("organisation_id","email_canonical") WHERE "organisation_invitations"."accepted_at" is null and "organisation_invitations"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "register_checks_organisation_id_asked_at_index" ON "register_checks" USING btree ("organisation_id","asked_at");--> statement-breakpoint
CREATE INDEX "organisations_register_due_at_index" ON "organisations" USING btree ("register_due_at");--> statement-breakpoint
ALTER TABLE "organisation_members" ADD CONSTRAINT "organisation_members_known_role" CHECK ("organisation_members"."role" in ('owner', 'editor', 'member'));--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_known_contacts" CHECK ("organisations"."public_contacts" <@ array['email', 'phone', 'www']);