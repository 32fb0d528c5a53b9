CREATE TABLE "identities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"national_key" text,
	"verified_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "identities_one_each_person" UNIQUE("person_id"),
	CONSTRAINT "identities_one_each_national_number" UNIQUE("national_key"),
	CONSTRAINT "identities_one_each_subject" UNIQUE("issuer","subject")
);
--> statement-breakpoint
CREATE TABLE "comment_revisions" (
	"comment_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"stance" text,
	"body" text NOT NULL,
	"replaced_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"reactions" integer NOT NULL,
	"replies" integer NOT NULL,
	CONSTRAINT "comment_revisions_comment_id_revision_pk" PRIMARY KEY("comment_id","revision")
);
--> statement-breakpoint
CREATE TABLE "official_answers" (
	"answer_id" uuid NOT NULL,
	"comment_id" uuid NOT NULL,
	CONSTRAINT "official_answers_answer_id_comment_id_pk" PRIMARY KEY("answer_id","comment_id")
);
--> statement-breakpoint
CREATE TABLE "paper_voices" (
	"comment_id" uuid PRIMARY KEY NOT NULL,
	"received_on" date NOT NULL,
	"scan" text NOT NULL,
	"receipt_number" text NOT NULL,
	"entered_by_id" uuid NOT NULL,
	"entered_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "paper_voices_receipt_number" UNIQUE("receipt_number")
);
--> statement-breakpoint
CREATE TABLE "reactions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"comment_id" uuid NOT NULL,
	"person_id" uuid,
	"revision" integer DEFAULT 1 NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reactions_one_each" UNIQUE("comment_id","person_id"),
	CONSTRAINT "reactions_known_kind" CHECK ("reactions"."kind" in ('agree', 'disagree', 'pass'))
);
--> statement-breakpoint
CREATE TABLE "task_questions" (
	"question_id" uuid PRIMARY KEY NOT NULL,
	"task_id" uuid NOT NULL,
	"asked_by_id" uuid NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ballot_history" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ballot_history_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"ballot_id" uuid NOT NULL,
	"choices" text[] NOT NULL,
	"stratum" text NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "barred_voters" (
	"question_id" uuid NOT NULL,
	"address_key" text NOT NULL,
	CONSTRAINT "barred_voters_once" UNIQUE("question_id","address_key")
);
--> statement-breakpoint
CREATE TABLE "paper_batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"question_id" uuid NOT NULL,
	"received_on" date NOT NULL,
	"scan" text NOT NULL,
	"receipt_number" text NOT NULL,
	"cards" jsonb NOT NULL,
	"entered_by_id" uuid NOT NULL,
	"entered_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_by_id" uuid,
	"confirmed_at" timestamp with time zone,
	"dropped_by_id" uuid,
	"dropped_at" timestamp with time zone,
	CONSTRAINT "paper_batches_receipt_number" UNIQUE("receipt_number"),
	CONSTRAINT "paper_batches_two_clerks" CHECK ("paper_batches"."confirmed_by_id" is distinct from "paper_batches"."entered_by_id" or "paper_batches"."confirmed_by_id" is null),
	CONSTRAINT "paper_batches_confirmed" CHECK (("paper_batches"."confirmed_at" is null) = ("paper_batches"."confirmed_by_id" is null) and ("paper_batches"."dropped_at" is null) = ("paper_batches"."dropped_by_id" is null) and num_nonnulls("paper_batches"."confirmed_at", "paper_batches"."dropped_at") <= 1)
);
--> statement-breakpoint
CREATE TABLE "question_results" (
	"question_id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"results" jsonb NOT NULL,
	"receipts_hash" text NOT NULL
);
--> statement-breakpoint
-- Supports were agreements.
INSERT INTO reactions (id, comment_id, person_id, kind, at) SELECT id, comment_id, person_id, 'agree', at FROM supports;
--> statement-breakpoint
DROP TABLE "supports";--> statement-breakpoint
ALTER TABLE "reports" DROP CONSTRAINT "reports_one_each";--> statement-breakpoint
ALTER TABLE "people" DROP CONSTRAINT "people_erased_know_nothing";--> statement-breakpoint
ALTER TABLE "comments" DROP CONSTRAINT "comments_branch_has_root";--> statement-breakpoint
ALTER TABLE "ballots" DROP CONSTRAINT "ballots_known_choice";--> statement-breakpoint
ALTER TABLE "questions" DROP CONSTRAINT "questions_known_kind";--> statement-breakpoint
DROP INDEX "comments_visible";--> statement-breakpoint
DROP INDEX "comments_branch";--> statement-breakpoint
DROP INDEX "ballots_tally";--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "declared_resident_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "verified_resident_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "depth" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "path" uuid[];--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "official" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "signature" text;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "stance" text;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "edited_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "held_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "held_for" text;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "state" text GENERATED ALWAYS AS (case when hidden_at is not null then 'hidden' when withdrawn_at is not null then 'withdrawn' when held_at is not null then 'held' else 'shown' end) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "agrees" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "disagrees" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "passes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "replies" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
WITH RECURSIVE ways AS (
  SELECT id, 0 AS depth, ARRAY[id] AS path FROM comments WHERE parent_id IS NULL
  UNION ALL
  SELECT answer.id, ways.depth + 1, ways.path[1:4] || answer.id FROM comments answer JOIN ways ON answer.parent_id = ways.id
)
UPDATE comments SET depth = ways.depth, path = ways.path,
  agrees = (SELECT count(*) FROM reactions WHERE comment_id = comments.id),
  replies = (SELECT count(*) FROM comments answer WHERE CASE WHEN comments.parent_id IS NULL THEN answer.root_id = comments.id ELSE answer.parent_id = comments.id END)
FROM ways WHERE ways.id = comments.id;
--> statement-breakpoint
ALTER TABLE "comments" ALTER COLUMN "path" SET DEFAULT '{}';--> statement-breakpoint
ALTER TABLE "comments" ALTER COLUMN "path" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "choices" text[];--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "stratum" text DEFAULT 'signed-in' NOT NULL;--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "receipt" text;--> statement-breakpoint
UPDATE ballots SET choices = ARRAY[choice], receipt = upper(left(replace(gen_random_uuid()::text, '-', ''), 12));
--> statement-breakpoint
ALTER TABLE "ballots" ALTER COLUMN "choices" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "ballots" ALTER COLUMN "receipt" SET DEFAULT upper(left(replace(gen_random_uuid()::text, '-', ''), 12));--> statement-breakpoint
ALTER TABLE "ballots" ALTER COLUMN "receipt" SET NOT NULL;--> statement-breakpoint
INSERT INTO ballot_history (ballot_id, choices, stratum, at) SELECT id, choices, stratum, cast_at FROM ballots;
--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "batch_id" uuid;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "prompt" text;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "choices" text[];--> statement-breakpoint
UPDATE questions SET choices = CASE kind WHEN 'support' THEN '{for}'::text[] ELSE '{for,against,abstain}'::text[] END;
--> statement-breakpoint
ALTER TABLE "questions" ALTER COLUMN "choices" SET DEFAULT '{for,against,abstain}';--> statement-breakpoint
ALTER TABLE "questions" ALTER COLUMN "choices" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "labels" text[];--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "most" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "voters" text DEFAULT 'signed-in' NOT NULL;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "shown" text DEFAULT 'always' NOT NULL;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_revisions" ADD CONSTRAINT "comment_revisions_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "official_answers" ADD CONSTRAINT "official_answers_answer_id_comments_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "official_answers" ADD CONSTRAINT "official_answers_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_voices" ADD CONSTRAINT "paper_voices_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_voices" ADD CONSTRAINT "paper_voices_entered_by_id_people_id_fk" FOREIGN KEY ("entered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reactions" ADD CONSTRAINT "reactions_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reactions" ADD CONSTRAINT "reactions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_questions" ADD CONSTRAINT "task_questions_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_questions" ADD CONSTRAINT "task_questions_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_questions" ADD CONSTRAINT "task_questions_asked_by_id_people_id_fk" FOREIGN KEY ("asked_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_history" ADD CONSTRAINT "ballot_history_ballot_id_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "barred_voters" ADD CONSTRAINT "barred_voters_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_batches" ADD CONSTRAINT "paper_batches_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_batches" ADD CONSTRAINT "paper_batches_entered_by_id_people_id_fk" FOREIGN KEY ("entered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_batches" ADD CONSTRAINT "paper_batches_confirmed_by_id_people_id_fk" FOREIGN KEY ("confirmed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_batches" ADD CONSTRAINT "paper_batches_dropped_by_id_people_id_fk" FOREIGN KEY ("dropped_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_results" ADD CONSTRAINT "question_results_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "official_answers_comment_id_index" ON "official_answers" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "reactions_person_id_index" ON "reactions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "task_questions_task_id_index" ON "task_questions" USING btree ("task_id");--> statement-breakpoint
CREATE INDEX "ballot_history_ballot_id_id_index" ON "ballot_history" USING btree ("ballot_id","id");--> statement-breakpoint
CREATE INDEX "paper_batches_question_id_index" ON "paper_batches" USING btree ("question_id");--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_batch_id_paper_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."paper_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comments_most_agreed" ON "comments" USING btree ("thread_id","agrees","id") WHERE "comments"."parent_id" is null;--> statement-breakpoint
CREATE INDEX "comments_most_debated" ON "comments" USING btree ("thread_id","replies","id") WHERE "comments"."parent_id" is null;--> statement-breakpoint
CREATE INDEX "comments_questions" ON "comments" USING btree ("thread_id","id") WHERE "comments"."stance" = 'question';--> statement-breakpoint
CREATE INDEX "comments_official" ON "comments" USING btree ("thread_id","id") WHERE "comments"."official";--> statement-breakpoint
CREATE INDEX "comments_held" ON "comments" USING btree ("held_at") WHERE "comments"."state" = 'held';--> statement-breakpoint
CREATE INDEX "comments_parent_id_index" ON "comments" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "ballots_batch_id_index" ON "ballots" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "comments_visible" ON "comments" USING btree ("thread_id","id") WHERE "comments"."state" = 'shown';--> statement-breakpoint
CREATE INDEX "comments_branch" ON "comments" USING btree ("root_id","path");--> statement-breakpoint
CREATE INDEX "ballots_tally" ON "ballots" USING btree ("question_id","stratum","choices");--> statement-breakpoint
ALTER TABLE "ballots" DROP COLUMN "choice";--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_one_each" UNIQUE("comment_id","revision","reporter_id");--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_receipt" UNIQUE("receipt");--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_erased_know_nothing" CHECK ("people"."erased_at" is null or ("people"."name" is null and "people"."email" is null and "people"."email_canonical" is null and "people"."declared_resident_at" is null and "people"."verified_resident_at" is null));--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_path_leads_to_it" CHECK ("comments"."path"[cardinality("comments"."path")] = "comments"."id" and "comments"."path"[1] = coalesce("comments"."root_id", "comments"."id") and cardinality("comments"."path") = least("comments"."depth", 4) + 1);--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_held_for_a_reason" CHECK (("comments"."held_at" is null) = ("comments"."held_for" is null));--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_known_stance" CHECK ("comments"."stance" in ('for', 'against', 'question', 'idea'));--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_one_speaker" CHECK (num_nonnulls("comments"."organisation_id", "comments"."signature", nullif("comments"."official", false)) <= 1);--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_counts" CHECK (least("comments"."agrees", "comments"."disagrees", "comments"."passes", "comments"."replies") >= 0);--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_branch_has_root" CHECK (("comments"."parent_id" is null) = ("comments"."root_id" is null) and ("comments"."parent_id" is null) = ("comments"."depth" = 0));--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_known_stratum" CHECK ("ballots"."stratum" in ('verified', 'signed-in', 'paper'));--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_paper_is_nobodys" CHECK (("ballots"."stratum" = 'paper') = ("ballots"."batch_id" is not null) and ("ballots"."batch_id" is null or "ballots"."person_id" is null));--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_known_voters" CHECK ("questions"."voters" in ('signed-in', 'verified'));--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_known_shown" CHECK ("questions"."shown" in ('always', 'after-vote', 'after-closing'));--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_choices" CHECK (cardinality("questions"."choices") between 1 and 30 and "questions"."most" between 1 and cardinality("questions"."choices") and ("questions"."labels" is null or cardinality("questions"."labels") = cardinality("questions"."choices")));--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_window" CHECK ("questions"."closes_at" is null or "questions"."closes_at" > "questions"."opens_at" or "questions"."closed_reason" is not null);--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_known_kind" CHECK ("questions"."kind" in ('opinion', 'support', 'score', 'choice'));--> statement-breakpoint
-- What is append-only stays so, whoever asks.
CREATE FUNCTION rows_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% are never edited or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER ballot_history_append_only BEFORE UPDATE OR DELETE ON ballot_history FOR EACH ROW EXECUTE FUNCTION rows_stay();
--> statement-breakpoint
CREATE TRIGGER ballot_history_not_truncated BEFORE TRUNCATE ON ballot_history FOR EACH STATEMENT EXECUTE FUNCTION rows_stay();
--> statement-breakpoint
CREATE TRIGGER question_results_append_only BEFORE UPDATE OR DELETE ON question_results FOR EACH ROW EXECUTE FUNCTION rows_stay();
--> statement-breakpoint
CREATE TRIGGER question_results_not_truncated BEFORE TRUNCATE ON question_results FOR EACH STATEMENT EXECUTE FUNCTION rows_stay();
--> statement-breakpoint
CREATE TRIGGER comment_revisions_append_only BEFORE UPDATE OR DELETE ON comment_revisions FOR EACH ROW EXECUTE FUNCTION rows_stay();
--> statement-breakpoint
CREATE TRIGGER comment_revisions_not_truncated BEFORE TRUNCATE ON comment_revisions FOR EACH STATEMENT EXECUTE FUNCTION rows_stay();
--> statement-breakpoint
-- A ballot says what its question offers, while it is open by this database's clock; nothing changes after (security.md A44, A46).
CREATE FUNCTION ballots_follow_question() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE question questions;
BEGIN
  SELECT * INTO question FROM questions WHERE id = NEW.question_id;
  IF question.opens_at > clock_timestamp() OR question.closes_at <= clock_timestamp() THEN
    RAISE EXCEPTION 'question % is not open', NEW.question_id USING ERRCODE = 'check_violation', CONSTRAINT = 'ballots_while_open';
  END IF;
  IF NOT NEW.choices <@ question.choices OR cardinality(NEW.choices) > question.most
    OR cardinality(NEW.choices) <> (SELECT count(DISTINCT choice) FROM unnest(NEW.choices) choice) THEN
    RAISE EXCEPTION 'question % does not offer this', NEW.question_id USING ERRCODE = 'check_violation', CONSTRAINT = 'ballots_offered_choices';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER ballots_follow_question BEFORE INSERT OR UPDATE OF choices, question_id, stratum ON ballots FOR EACH ROW EXECUTE FUNCTION ballots_follow_question();
--> statement-breakpoint
-- A ballot of a closed question cannot be taken away either; of an open one, it is emptied, never deleted.
CREATE TRIGGER ballots_stay BEFORE DELETE ON ballots FOR EACH ROW EXECUTE FUNCTION rows_stay();
--> statement-breakpoint
-- Where a comment stands is told by what it answers.
CREATE FUNCTION comments_find_their_place() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE parent comments;
BEGIN
  IF NEW.parent_id IS NULL THEN
    NEW.root_id := NULL; NEW.depth := 0; NEW.path := ARRAY[NEW.id];
  ELSE
    SELECT * INTO parent FROM comments WHERE id = NEW.parent_id AND thread_id = NEW.thread_id;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'no comment % in this thread', NEW.parent_id USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'comments_answer_in_their_thread';
    END IF;
    NEW.root_id := coalesce(parent.root_id, parent.id);
    NEW.depth := parent.depth + 1;
    NEW.path := parent.path[1:4] || NEW.id;
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER comments_find_their_place BEFORE INSERT ON comments FOR EACH ROW EXECUTE FUNCTION comments_find_their_place();
--> statement-breakpoint
-- The root first, then the parent: always in this order, so that two answers never wait for each other.
CREATE FUNCTION comments_count_replies() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE comments SET replies = replies + 1 WHERE id = NEW.root_id;
  IF NEW.parent_id <> NEW.root_id THEN
    UPDATE comments SET replies = replies + 1 WHERE id = NEW.parent_id;
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER comments_count_replies AFTER INSERT ON comments FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION comments_count_replies();
--> statement-breakpoint
CREATE FUNCTION reactions_count() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE comments SET
    agrees = agrees + CASE WHEN TG_OP <> 'DELETE' AND NEW.kind = 'agree' THEN 1 ELSE 0 END - CASE WHEN TG_OP <> 'INSERT' AND OLD.kind = 'agree' THEN 1 ELSE 0 END,
    disagrees = disagrees + CASE WHEN TG_OP <> 'DELETE' AND NEW.kind = 'disagree' THEN 1 ELSE 0 END - CASE WHEN TG_OP <> 'INSERT' AND OLD.kind = 'disagree' THEN 1 ELSE 0 END,
    passes = passes + CASE WHEN TG_OP <> 'DELETE' AND NEW.kind = 'pass' THEN 1 ELSE 0 END - CASE WHEN TG_OP <> 'INSERT' AND OLD.kind = 'pass' THEN 1 ELSE 0 END
  WHERE id = coalesce(NEW.comment_id, OLD.comment_id);
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER reactions_count AFTER INSERT OR DELETE OR UPDATE OF kind ON reactions FOR EACH ROW EXECUTE FUNCTION reactions_count();
