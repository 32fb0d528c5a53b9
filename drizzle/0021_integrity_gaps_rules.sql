-- Ballots keep the day alone: an event knows who voted when, so a moment would tell whose ballot it was when nobody is to know
-- any more. Rewriting the columns fires no trigger, and leaves what ballots say as it is.
ALTER TABLE ballots ALTER COLUMN cast_at TYPE timestamp with time zone USING date_trunc('day', cast_at, 'Europe/Warsaw');
--> statement-breakpoint
ALTER TABLE ballot_history ALTER COLUMN at TYPE timestamp with time zone USING date_trunc('day', at, 'Europe/Warsaw');
--> statement-breakpoint
CREATE FUNCTION ballots_know_the_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.cast_at := date_trunc('day', NEW.cast_at, 'Europe/Warsaw');
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER ballots_know_the_day BEFORE INSERT OR UPDATE OF cast_at ON ballots FOR EACH ROW EXECUTE FUNCTION ballots_know_the_day();
--> statement-breakpoint
CREATE FUNCTION ballot_history_knows_the_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.at := date_trunc('day', NEW.at, 'Europe/Warsaw');
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER ballot_history_knows_the_day BEFORE INSERT ON ballot_history FOR EACH ROW EXECUTE FUNCTION ballot_history_knows_the_day();
--> statement-breakpoint
-- What a ballot said never changes. Only a person's erasure, which says so for its transaction (lib/voting/steps.ts), gives its
-- lines other numbers, which tell no neighbours.
CREATE OR REPLACE FUNCTION ballot_history_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND current_setting('glos.erasing', true) = 'on'
    AND NEW.ballot_id = OLD.ballot_id AND NEW.choices = OLD.choices AND NEW.stratum = OLD.stratum AND NEW.at = OLD.at AND NEW.id < 0 THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% are never edited or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
-- An invalidation is contested by somebody whose vote it took out, within six months, and answered once by somebody who had no
-- part in it. Whoever leaves takes an open appeal along, and their name and words out of one that was answered.
CREATE FUNCTION ballot_appeals_are_fair() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE contested ballot_decisions;
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.decided_at IS NULL AND current_setting('glos.erasing', true) = 'on' THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'appeals are never deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  SELECT * INTO contested FROM ballot_decisions WHERE id = NEW.decision_id;
  IF TG_OP = 'INSERT' THEN
    IF NEW.decided_at IS NOT NULL OR contested.kind <> 'invalidate' OR NOT EXISTS (SELECT FROM ballots WHERE person_id = NEW.appellant_id AND invalidated_by = NEW.decision_id) THEN
      RAISE EXCEPTION 'no vote of this person was invalidated by this decision' USING ERRCODE = 'check_violation', CONSTRAINT = 'ballot_appeals_contestable';
    END IF;
    IF contested.confirmed_at + interval '6 months' < NEW.at THEN
      RAISE EXCEPTION 'the time to appeal is over' USING ERRCODE = 'check_violation', CONSTRAINT = 'ballot_appeals_in_time';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.id, NEW.decision_id, NEW.at, NEW.due_at) IS DISTINCT FROM (OLD.id, OLD.decision_id, OLD.at, OLD.due_at)
    OR (OLD.decided_at IS NOT NULL AND (NEW.outcome, NEW.reasons, NEW.decided_at, NEW.decided_by_id) IS DISTINCT FROM (OLD.outcome, OLD.reasons, OLD.decided_at, OLD.decided_by_id))
    OR ((NEW.appellant_id, NEW.text) IS DISTINCT FROM (OLD.appellant_id, OLD.text) AND (NEW.appellant_id IS NOT NULL OR current_setting('glos.erasing', true) IS DISTINCT FROM 'on')) THEN
    RAISE EXCEPTION 'appeals are never edited' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.decided_at IS NULL AND NEW.decided_by_id IN (contested.proposed_by_id, contested.confirmed_by_id, NEW.appellant_id) THEN
    RAISE EXCEPTION 'an appeal is decided by somebody who had no part in it' USING ERRCODE = 'check_violation', CONSTRAINT = 'ballot_appeals_decided_by_another';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER ballot_appeals_fair BEFORE INSERT OR UPDATE OR DELETE ON ballot_appeals FOR EACH ROW EXECUTE FUNCTION ballot_appeals_are_fair();
--> statement-breakpoint
CREATE FUNCTION restored_ballots_follow_appeals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM ballot_appeals appeal JOIN ballots ON ballots.person_id = appeal.appellant_id WHERE appeal.decision_id = NEW.decision_id AND appeal.outcome = 'upheld' AND ballots.id = NEW.ballot_id AND ballots.invalidated_by = NEW.decision_id) THEN
    RAISE EXCEPTION 'no upheld appeal about ballot %', NEW.ballot_id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER restored_ballots_follow_appeals BEFORE INSERT ON restored_ballots FOR EACH ROW EXECUTE FUNCTION restored_ballots_follow_appeals();
--> statement-breakpoint
CREATE TRIGGER restored_ballots_append_only BEFORE UPDATE OR DELETE ON restored_ballots FOR EACH ROW EXECUTE FUNCTION rows_stay();
--> statement-breakpoint
CREATE TRIGGER restored_ballots_not_truncated BEFORE TRUNCATE ON restored_ballots FOR EACH STATEMENT EXECUTE FUNCTION rows_stay();
--> statement-breakpoint
-- Whether a vote counts follows confirmed decisions and upheld appeals, whoever asks: out by an invalidation whose flag it
-- belongs to, in again by its undoing or by the appeal.
CREATE OR REPLACE FUNCTION ballots_follow_decisions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.invalidated_by IS NULL THEN RETURN NEW; END IF;
  ELSIF NEW.invalidated_by IS NOT DISTINCT FROM OLD.invalidated_by THEN
    RETURN NEW;
  ELSIF OLD.invalidated_by IS NOT NULL THEN
    IF NEW.invalidated_by IS NULL AND (
      EXISTS (SELECT FROM ballot_decisions WHERE undoes_id = OLD.invalidated_by AND confirmed_at IS NOT NULL)
      OR EXISTS (SELECT FROM restored_ballots WHERE decision_id = OLD.invalidated_by AND ballot_id = NEW.id)) THEN RETURN NEW; END IF;
  ELSIF EXISTS (
    SELECT FROM ballot_decisions decision JOIN flag_ballots ON flag_ballots.flag_id = decision.flag_id
    WHERE decision.id = NEW.invalidated_by AND decision.confirmed_at IS NOT NULL AND flag_ballots.ballot_id = NEW.id
      AND NOT EXISTS (SELECT FROM ballot_decisions undoing WHERE undoing.undoes_id = decision.id AND undoing.confirmed_at IS NOT NULL)
      AND NOT EXISTS (SELECT FROM restored_ballots WHERE decision_id = decision.id AND ballot_id = NEW.id)) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'no confirmed decision about ballot %', NEW.id USING ERRCODE = 'restrict_violation', CONSTRAINT = 'ballots_follow_decisions';
END
$$;
--> statement-breakpoint
-- What a checkpoint was bound to is opened once, and otherwise never changed.
CREATE FUNCTION vote_commitments_open_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.opened_on IS NULL AND to_jsonb(NEW) - 'opened_on' = to_jsonb(OLD) - 'opened_on' THEN RETURN NEW; END IF;
  RAISE EXCEPTION '% are never edited or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER vote_commitments_open_once BEFORE UPDATE OR DELETE ON vote_commitments FOR EACH ROW EXECUTE FUNCTION vote_commitments_open_once();
--> statement-breakpoint
CREATE TRIGGER vote_commitments_not_truncated BEFORE TRUNCATE ON vote_commitments FOR EACH STATEMENT EXECUTE FUNCTION rows_stay();
