-- Counters of tries may be lost with a crash; written without the log they cost a fraction (a commit then waits for no disk).
ALTER TABLE limits SET UNLOGGED;
--> statement-breakpoint
-- A decision about votes is proposed, and then confirmed or rejected once; nothing else of it ever changes.
CREATE FUNCTION ballot_decisions_are_settled_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.confirmed_at IS NOT NULL OR OLD.rejected_at IS NOT NULL
    OR (NEW.id, NEW.question_id, NEW.kind, NEW.ballots, NEW.reason, NEW.proposed_by_id, NEW.proposed_at) IS DISTINCT FROM (OLD.id, OLD.question_id, OLD.kind, OLD.ballots, OLD.reason, OLD.proposed_by_id, OLD.proposed_at)
    OR NEW.flag_id IS DISTINCT FROM OLD.flag_id OR NEW.undoes_id IS DISTINCT FROM OLD.undoes_id THEN
    RAISE EXCEPTION 'a decision about votes is never edited' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER ballot_decisions_are_settled_once BEFORE UPDATE ON ballot_decisions FOR EACH ROW EXECUTE FUNCTION ballot_decisions_are_settled_once();
--> statement-breakpoint
CREATE TRIGGER ballot_decisions_stay BEFORE DELETE ON ballot_decisions FOR EACH ROW EXECUTE FUNCTION rows_stay();
--> statement-breakpoint
CREATE TRIGGER ballot_decisions_not_truncated BEFORE TRUNCATE ON ballot_decisions FOR EACH STATEMENT EXECUTE FUNCTION rows_stay();
--> statement-breakpoint
-- What a decision is about was chosen before it, and belongs to its question; what it undoes is in force.
CREATE FUNCTION ballot_decisions_fit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.confirmed_at IS NOT NULL OR NEW.rejected_at IS NOT NULL THEN
    RAISE EXCEPTION 'a decision about votes is proposed first' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.kind = 'invalidate' AND NOT EXISTS (SELECT FROM flags WHERE id = NEW.flag_id AND question_id = NEW.question_id AND settled_at IS NULL) THEN
    RAISE EXCEPTION 'no open flag % about this question', NEW.flag_id USING ERRCODE = 'foreign_key_violation';
  END IF;
  IF NEW.kind = 'restore' AND NOT EXISTS (SELECT FROM ballot_decisions WHERE id = NEW.undoes_id AND kind = 'invalidate' AND question_id = NEW.question_id AND confirmed_at IS NOT NULL) THEN
    RAISE EXCEPTION 'no invalidation % in force', NEW.undoes_id USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER ballot_decisions_fit BEFORE INSERT ON ballot_decisions FOR EACH ROW EXECUTE FUNCTION ballot_decisions_fit();
--> statement-breakpoint
-- Whether a vote counts follows confirmed decisions, whoever asks: out by an invalidation whose flag it belongs to, in again by its undoing.
CREATE FUNCTION ballots_follow_decisions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.invalidated_by IS NULL THEN RETURN NEW; END IF;
  ELSIF NEW.invalidated_by IS NOT DISTINCT FROM OLD.invalidated_by THEN
    RETURN NEW;
  ELSIF OLD.invalidated_by IS NOT NULL THEN
    IF NEW.invalidated_by IS NULL AND EXISTS (SELECT FROM ballot_decisions WHERE undoes_id = OLD.invalidated_by AND confirmed_at IS NOT NULL) THEN RETURN NEW; END IF;
  ELSIF EXISTS (
    SELECT FROM ballot_decisions decision JOIN flag_ballots ON flag_ballots.flag_id = decision.flag_id
    WHERE decision.id = NEW.invalidated_by AND decision.confirmed_at IS NOT NULL AND flag_ballots.ballot_id = NEW.id
      AND NOT EXISTS (SELECT FROM ballot_decisions undoing WHERE undoing.undoes_id = decision.id AND undoing.confirmed_at IS NOT NULL)) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'no confirmed decision about ballot %', NEW.id USING ERRCODE = 'restrict_violation', CONSTRAINT = 'ballots_follow_decisions';
END
$$;
--> statement-breakpoint
CREATE TRIGGER ballots_follow_decisions BEFORE INSERT OR UPDATE OF invalidated_by ON ballots FOR EACH ROW EXECUTE FUNCTION ballots_follow_decisions();
--> statement-breakpoint
-- Which votes a flag is about is fixed once something is proposed, or decided: nobody can be added to a decision.
CREATE FUNCTION flag_items_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    RAISE EXCEPTION '% are never edited or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  IF EXISTS (SELECT FROM flags WHERE id = NEW.flag_id AND settled_at IS NOT NULL) OR EXISTS (SELECT FROM ballot_decisions WHERE flag_id = NEW.flag_id AND rejected_at IS NULL) THEN
    RAISE EXCEPTION 'flag % is being decided about', NEW.flag_id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER flag_ballots_stay BEFORE INSERT OR UPDATE OR DELETE ON flag_ballots FOR EACH ROW EXECUTE FUNCTION flag_items_stay();
--> statement-breakpoint
CREATE TRIGGER flag_comments_stay BEFORE INSERT OR UPDATE OR DELETE ON flag_comments FOR EACH ROW EXECUTE FUNCTION flag_items_stay();
--> statement-breakpoint
-- What somebody decided about a flag stays; only what it knew a network or a mailbox by is forgotten.
CREATE FUNCTION flags_are_settled_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.settled_at IS NOT NULL AND to_jsonb(NEW) - 'cluster' IS DISTINCT FROM to_jsonb(OLD) - 'cluster' THEN
    RAISE EXCEPTION 'a flag that was decided about is never edited' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER flags_are_settled_once BEFORE UPDATE ON flags FOR EACH ROW EXECUTE FUNCTION flags_are_settled_once();
--> statement-breakpoint
CREATE TRIGGER flags_stay BEFORE DELETE ON flags FOR EACH ROW EXECUTE FUNCTION rows_stay();
