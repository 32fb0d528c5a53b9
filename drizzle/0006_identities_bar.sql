-- Identities of erased accounts bar as addresses do. No installation has identities yet.
ALTER TABLE "barred_voters" RENAME COLUMN "address_key" TO "voter_key";--> statement-breakpoint
ALTER TABLE "identities" ADD COLUMN "voter_key" text;--> statement-breakpoint
UPDATE "identities" SET "voter_key" = 'unknown:' || "id" WHERE "voter_key" IS NULL;--> statement-breakpoint
ALTER TABLE "identities" ALTER COLUMN "voter_key" SET NOT NULL;--> statement-breakpoint
-- Where only verified residents vote, the database refuses everybody else's ballot, whatever the site thinks.
CREATE OR REPLACE FUNCTION ballots_follow_question() RETURNS trigger LANGUAGE plpgsql AS $$
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
  IF question.voters = 'verified' AND NEW.stratum = 'signed-in' AND NEW.choices <> '{}' THEN
    RAISE EXCEPTION 'question % is for verified residents', NEW.question_id USING ERRCODE = 'check_violation', CONSTRAINT = 'ballots_of_residents';
  END IF;
  RETURN NEW;
END
$$;
