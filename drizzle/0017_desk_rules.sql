-- While somebody looks at a case nobody else decides about it; the decision ends the claim. Whoever claims holds the comment,
-- as whoever decides does, so that one of the two comes first.
CREATE FUNCTION decisions_by_claimer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM case_claims WHERE comment_id = NEW.comment_id AND moderator_id <> NEW.moderator_id AND expires_at > clock_timestamp()) THEN
    RAISE EXCEPTION 'somebody else looks at comment %', NEW.comment_id USING ERRCODE = 'check_violation', CONSTRAINT = 'decisions_by_claimer';
  END IF;
  DELETE FROM case_claims WHERE comment_id = NEW.comment_id;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER decisions_by_claimer BEFORE INSERT ON decisions FOR EACH ROW WHEN (NEW.comment_id IS NOT NULL) EXECUTE FUNCTION decisions_by_claimer();
--> statement-breakpoint
-- What was proposed, and what came of it, stays.
CREATE FUNCTION bulk_decisions_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.outcome IS NOT NULL
    OR (NEW.id, NEW.kind, NEW.ground, NEW.sentence, NEW.size, NEW.proposed_by_id, NEW.proposed_at) IS DISTINCT FROM (OLD.id, OLD.kind, OLD.ground, OLD.sentence, OLD.size, OLD.proposed_by_id, OLD.proposed_at) THEN
    RAISE EXCEPTION 'bulk decisions are never edited' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER bulk_decisions_stay BEFORE UPDATE OR DELETE ON bulk_decisions FOR EACH ROW EXECUTE FUNCTION bulk_decisions_stay();
--> statement-breakpoint
-- Nothing is decided by a proposal that nobody has confirmed, nor about more than it says.
CREATE FUNCTION bulk_items_follow() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE bulk bulk_decisions;
BEGIN
  SELECT * INTO bulk FROM bulk_decisions WHERE id = NEW.bulk_id FOR UPDATE;
  IF TG_OP = 'INSERT' AND (SELECT count(*) FROM bulk_items WHERE bulk_id = NEW.bulk_id) >= bulk.size THEN
    RAISE EXCEPTION 'bulk decision % is about % comments', NEW.bulk_id, bulk.size USING ERRCODE = 'check_violation', CONSTRAINT = 'bulk_items_of_its_size';
  END IF;
  IF NEW.decision_id IS NOT NULL AND (bulk.outcome IS NULL OR bulk.outcome = 'dropped') THEN
    RAISE EXCEPTION 'bulk decision % is not confirmed', NEW.bulk_id USING ERRCODE = 'check_violation', CONSTRAINT = 'bulk_items_confirmed';
  END IF;
  IF TG_OP = 'UPDATE' AND (OLD.decision_id IS NOT NULL OR OLD.left_out IS NOT NULL) THEN
    RAISE EXCEPTION 'what came of a comment stays' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER bulk_items_follow BEFORE INSERT OR UPDATE ON bulk_items FOR EACH ROW EXECUTE FUNCTION bulk_items_follow();
--> statement-breakpoint
CREATE TRIGGER bulk_items_not_deleted BEFORE DELETE ON bulk_items FOR EACH ROW EXECUTE FUNCTION rows_stay();
--> statement-breakpoint
-- An appeal against what two have decided is for a third.
CREATE FUNCTION appeals_for_a_third() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM bulk_items JOIN bulk_decisions ON bulk_decisions.id = bulk_id WHERE decision_id = NEW.decision_id AND proposed_by_id = NEW.decided_by_id) THEN
    RAISE EXCEPTION 'an appeal is decided by somebody who had no part in it' USING ERRCODE = 'check_violation', CONSTRAINT = 'appeals_decided_by_another';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER appeals_for_a_third BEFORE UPDATE ON appeals FOR EACH ROW WHEN (NEW.decided_by_id IS NOT NULL) EXECUTE FUNCTION appeals_for_a_third();
--> statement-breakpoint
-- What a text says, without case, accents, signs and gaps: found by it however often it was pasted. Signs alone say nothing.
CREATE FUNCTION gist_of(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$ SELECT md5(nullif(regexp_replace(public.folded($1), '[^[:alnum:]]+', '', 'g'), '')) $$;
--> statement-breakpoint
CREATE INDEX comments_gist ON comments (gist_of(body)) WHERE gist_of(body) IS NOT NULL;
