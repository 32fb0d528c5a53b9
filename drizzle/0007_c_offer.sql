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
CREATE TABLE "proposal_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"proposal_id" uuid NOT NULL,
	"step" text NOT NULL,
	"author_id" uuid NOT NULL,
	"body" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
DROP TABLE "proposal_saves" CASCADE;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "draft_revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "proposal_conflicts" ADD CONSTRAINT "proposal_conflicts_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_conflicts" ADD CONSTRAINT "proposal_conflicts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_edits" ADD CONSTRAINT "proposal_edits_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_edits" ADD CONSTRAINT "proposal_edits_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_notes" ADD CONSTRAINT "proposal_notes_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_notes" ADD CONSTRAINT "proposal_notes_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "proposal_notes_proposal_id_id_index" ON "proposal_notes" USING btree ("proposal_id","id");--> statement-breakpoint
CREATE INDEX "proposal_notes_author_id_index" ON "proposal_notes" USING btree ("author_id");