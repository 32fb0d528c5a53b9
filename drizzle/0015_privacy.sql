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
ALTER TABLE "ballots" ALTER COLUMN "id" SET DEFAULT gen_random_uuid();--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "clause" text DEFAULT '2026-11-27' NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "clause" text DEFAULT '2026-11-27' NOT NULL;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "clause" text DEFAULT '2026-11-27' NOT NULL;--> statement-breakpoint
ALTER TABLE "volunteer_sign_ups" ADD COLUMN "clause" text DEFAULT '2026-11-27' NOT NULL;--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "clause" text DEFAULT '2026-11-27' NOT NULL;--> statement-breakpoint
ALTER TABLE "personal_copies" ADD CONSTRAINT "personal_copies_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "personal_copies_to_make" ON "personal_copies" USING btree ("asked_at") WHERE "personal_copies"."ready_at" is null;