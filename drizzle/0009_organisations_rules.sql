-- Those in the register are asked for once, one after the other within a day, so that the register is not flooded.
UPDATE "organisations" SET "register_due_at" = now() + random() * interval '1 day' WHERE "krs" IS NOT NULL AND "refused_at" IS NULL;--> statement-breakpoint

-- While an organisation has members, one of them owns it. Looked at when the transaction ends, so that handing over may take
-- several steps; the organisation's row is taken first, so that of two owners who leave at once one hears of the other.
-- Nobody is left where the last member's account was erased: erasing is a right.
CREATE FUNCTION organisation_members_keep_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM organisations WHERE id = OLD.organisation_id FOR UPDATE;
  IF NOT FOUND OR EXISTS (SELECT FROM organisation_members WHERE organisation_id = OLD.organisation_id AND role = 'owner') THEN
    RETURN NULL;
  END IF;
  IF NOT EXISTS (SELECT FROM organisation_members WHERE organisation_id = OLD.organisation_id)
    AND EXISTS (SELECT FROM people WHERE id = OLD.person_id AND erased_at IS NOT NULL) THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'organisation % would have no owner', OLD.organisation_id USING ERRCODE = 'check_violation', CONSTRAINT = 'organisation_members_keep_owner';
END
$$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER organisation_members_keep_owner AFTER UPDATE OR DELETE ON organisation_members
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION organisation_members_keep_owner();--> statement-breakpoint

-- What the register said is evidence: only that somebody has seen it is added later.
CREATE FUNCTION register_checks_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.organisation_id, NEW.krs, NEW.asked_at, NEW.outcome, NEW.entry, NEW.alarming) IS DISTINCT FROM
     (OLD.id, OLD.organisation_id, OLD.krs, OLD.asked_at, OLD.outcome, OLD.entry, OLD.alarming) OR OLD.seen_at IS NOT NULL THEN
    RAISE EXCEPTION 'an answer of the register is never changed' USING ERRCODE = 'check_violation', CONSTRAINT = 'register_checks_stay';
  END IF;
  RETURN NEW;
END
$$;--> statement-breakpoint
CREATE TRIGGER register_checks_stay BEFORE UPDATE ON register_checks FOR EACH ROW EXECUTE FUNCTION register_checks_stay();
