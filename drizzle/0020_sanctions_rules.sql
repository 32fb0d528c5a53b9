-- A ban takes two: whoever decides it confirms what another moderator has proposed, in time. What an account inherits was
-- decided before, and only the site itself writes it down.
CREATE FUNCTION bans_take_two() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.origin = 'carried' THEN
    IF NOT EXISTS (SELECT FROM role_grants WHERE person_id = NEW.moderator_id AND role = 'system') THEN
      RAISE EXCEPTION 'only the site carries a sanction over' USING ERRCODE = 'check_violation', CONSTRAINT = 'decisions_carried_by_the_site';
    END IF;
  ELSIF NEW.kind = 'ban' AND NOT EXISTS (
    SELECT FROM ban_proposals WHERE person_id = NEW.person_id AND outcome IS NULL AND expires_at > clock_timestamp()
      AND proposed_by_id <> NEW.moderator_id AND (ground, law, sentence) IS NOT DISTINCT FROM (NEW.ground, NEW.law, NEW.sentence)
  ) THEN
    RAISE EXCEPTION 'a ban confirms what somebody else has proposed' USING ERRCODE = 'check_violation', CONSTRAINT = 'bans_take_two';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER bans_take_two BEFORE INSERT ON decisions FOR EACH ROW WHEN (NEW.kind = 'ban' OR NEW.origin = 'carried') EXECUTE FUNCTION bans_take_two();
--> statement-breakpoint
-- What was proposed, and what came of it, stays.
CREATE FUNCTION ban_proposals_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.outcome IS NOT NULL
    OR (NEW.id, NEW.person_id, NEW.ground, NEW.law, NEW.sentence, NEW.proposed_by_id, NEW.proposed_at, NEW.expires_at, NEW.suspension_id)
      IS DISTINCT FROM (OLD.id, OLD.person_id, OLD.ground, OLD.law, OLD.sentence, OLD.proposed_by_id, OLD.proposed_at, OLD.expires_at, OLD.suspension_id) THEN
    RAISE EXCEPTION 'ban proposals are never edited' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER ban_proposals_stay BEFORE UPDATE OR DELETE ON ban_proposals FOR EACH ROW EXECUTE FUNCTION ban_proposals_stay();
--> statement-breakpoint
-- An appeal against a ban is for a third: neither who proposed it nor who confirmed it.
CREATE FUNCTION appeals_against_bans() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM ban_proposals WHERE decision_id = NEW.decision_id AND proposed_by_id = NEW.decided_by_id) THEN
    RAISE EXCEPTION 'an appeal is decided by somebody who had no part in it' USING ERRCODE = 'check_violation', CONSTRAINT = 'appeals_decided_by_another';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER appeals_against_bans BEFORE UPDATE ON appeals FOR EACH ROW WHEN (NEW.decided_by_id IS NOT NULL) EXECUTE FUNCTION appeals_against_bans();
--> statement-breakpoint
-- Of what was taken out only the number of its wording moves on.
CREATE FUNCTION redactions_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.revision <= OLD.revision
    OR (NEW.decision_id, NEW.comment_id, NEW.original, NEW.places, NEW.instead) IS DISTINCT FROM (OLD.decision_id, OLD.comment_id, OLD.original, OLD.places, OLD.instead) THEN
    RAISE EXCEPTION 'redactions are never edited' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER redactions_stay BEFORE UPDATE ON redactions FOR EACH ROW EXECUTE FUNCTION redactions_stay();
