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
ALTER TABLE "organisations" ADD COLUMN "logo_file_id" uuid;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_uploaded_by_id_people_id_fk" FOREIGN KEY ("uploaded_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_files" ADD CONSTRAINT "proposal_files_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_files" ADD CONSTRAINT "proposal_files_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "files_uploaded_by_id_at_index" ON "files" USING btree ("uploaded_by_id","at");--> statement-breakpoint
CREATE INDEX "files_unused" ON "files" USING btree ("unused_since") WHERE "files"."unused_since" is not null;--> statement-breakpoint
CREATE INDEX "files_unscanned" ON "files" USING btree ("at") WHERE "files"."scan_result" is null;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_logo_file_id_files_id_fk" FOREIGN KEY ("logo_file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_logoFileId_unique" UNIQUE("logo_file_id");