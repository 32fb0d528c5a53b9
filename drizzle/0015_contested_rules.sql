-- What was decided before this part: on reports where some were answered, else on a moderator's own look.
ALTER TABLE decisions DISABLE TRIGGER decisions_append_only;
--> statement-breakpoint
UPDATE decisions SET origin = 'report' WHERE EXISTS (SELECT FROM reports WHERE decision_id = decisions.id);
--> statement-breakpoint
ALTER TABLE decisions ENABLE TRIGGER decisions_append_only;
--> statement-breakpoint
-- Evidence is never edited. It may be taken away when its time is over.
CREATE TRIGGER decision_evidence_stays BEFORE UPDATE ON decision_evidence FOR EACH ROW EXECUTE FUNCTION rows_stay();
--> statement-breakpoint
-- What a comment said before stays, but that a decision takes words out of it or puts them back, and says when.
DROP TRIGGER comment_revisions_append_only ON comment_revisions;
--> statement-breakpoint
CREATE FUNCTION comment_revisions_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.redacted_at > coalesce(OLD.redacted_at, '-infinity')
    AND (NEW.comment_id, NEW.revision, NEW.stance, NEW.replaced_at, NEW.reactions, NEW.replies) IS NOT DISTINCT FROM
        (OLD.comment_id, OLD.revision, OLD.stance, OLD.replaced_at, OLD.reactions, OLD.replies) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'comment_revisions are never edited or deleted' USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER comment_revisions_append_only BEFORE UPDATE OR DELETE ON comment_revisions FOR EACH ROW EXECUTE FUNCTION comment_revisions_stay();
--> statement-breakpoint
-- Whoever is banned has no session: one that is being opened while the ban is decided waits for it.
CREATE FUNCTION sessions_of_nobody_banned() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM people WHERE id = NEW.person_id AND banned_at IS NULL FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a banned person cannot sign in' USING ERRCODE = 'check_violation', CONSTRAINT = 'sessions_of_nobody_banned';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER sessions_of_nobody_banned BEFORE INSERT ON sessions FOR EACH ROW EXECUTE FUNCTION sessions_of_nobody_banned();
--> statement-breakpoint
-- A decision takes back one that is about the same thing.
CREATE FUNCTION decisions_undo_their_own() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.undoes_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM decisions WHERE id = NEW.undoes_id
      AND (comment_id, person_id) IS NOT DISTINCT FROM (NEW.comment_id, NEW.person_id)
      AND (NEW.kind, kind) IN (('restore', 'hide'), ('restore', 'remove'), ('restore', 'redact'), ('lift', 'warn'), ('lift', 'slow'), ('lift', 'suspend'), ('lift', 'ban'))
  ) THEN
    RAISE EXCEPTION 'a decision takes back one about the same thing' USING ERRCODE = 'check_violation', CONSTRAINT = 'decisions_undo_their_own';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER decisions_undo_their_own BEFORE INSERT ON decisions FOR EACH ROW EXECUTE FUNCTION decisions_undo_their_own();
--> statement-breakpoint
-- An appeal is against a decision that its side can contest, within six months, and another moderator answers it. The kinds
-- are those of lib/moderation/appealing.ts; a test compares them.
CREATE FUNCTION appeals_are_fair() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE contested decisions;
BEGIN
  SELECT * INTO contested FROM decisions WHERE id = NEW.decision_id;
  IF NOT (CASE NEW.side WHEN 'author' THEN contested.kind IN ('hide', 'remove', 'redact', 'warn', 'slow', 'suspend', 'ban')
    ELSE contested.kind IN ('keep') AND EXISTS (SELECT FROM reports WHERE id = NEW.report_id AND decision_id = NEW.decision_id) END) THEN
    RAISE EXCEPTION 'this decision cannot be contested from this side' USING ERRCODE = 'check_violation', CONSTRAINT = 'appeals_contestable';
  END IF;
  IF TG_OP = 'INSERT' AND contested.at + interval '6 months' < NEW.at THEN
    RAISE EXCEPTION 'the time to appeal is over' USING ERRCODE = 'check_violation', CONSTRAINT = 'appeals_in_time';
  END IF;
  IF NEW.decided_by_id IS NOT NULL AND (NEW.decided_by_id IN (contested.moderator_id, contested.author_id, contested.person_id)
    OR NEW.decided_by_id = NEW.appellant_id OR EXISTS (SELECT FROM reports WHERE id = NEW.report_id AND reporter_id = NEW.decided_by_id)) THEN
    RAISE EXCEPTION 'an appeal is decided by somebody who had no part in it' USING ERRCODE = 'check_violation', CONSTRAINT = 'appeals_decided_by_another';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER appeals_fair BEFORE INSERT OR UPDATE ON appeals FOR EACH ROW EXECUTE FUNCTION appeals_are_fair();
--> statement-breakpoint
-- What was decided stays decided.
CREATE TRIGGER appeals_decided_stay BEFORE UPDATE ON appeals FOR EACH ROW WHEN (OLD.decided_at IS NOT NULL) EXECUTE FUNCTION rows_stay();
--> statement-breakpoint
CREATE TRIGGER appeals_not_deleted BEFORE DELETE ON appeals FOR EACH ROW EXECUTE FUNCTION rows_stay();
