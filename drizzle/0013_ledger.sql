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
	"salt" "bytea" DEFAULT decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')
);
--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "attested" jsonb;--> statement-breakpoint
ALTER TABLE "checkpoints" ADD CONSTRAINT "checkpoints_previous_checkpoints_hash_fk" FOREIGN KEY ("previous") REFERENCES "public"."checkpoints"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_salts" ADD CONSTRAINT "event_salts_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_lines" ADD CONSTRAINT "ledger_lines_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_lines" ADD CONSTRAINT "ledger_lines_previous_ledger_lines_hash_fk" FOREIGN KEY ("previous") REFERENCES "public"."ledger_lines"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "events_actor_subject_id_index" ON "events" USING btree ("actor","subject","id");