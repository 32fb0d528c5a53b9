-- Whether something is of an organisation that somebody belongs to: said in its name, proposed by it, or its profile.
CREATE FUNCTION is_own_content(comment uuid, proposal uuid, organisation uuid, person uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT is_own_proposal(proposal, person)
    OR EXISTS (SELECT FROM organisations WHERE id = organisation AND registered_by_id = person)
    OR EXISTS (SELECT FROM organisation_members WHERE person_id = person
      AND organisation_id = coalesce(organisation, (SELECT organisation_id FROM comments WHERE id = comment)));
$$;
--> statement-breakpoint
-- Nobody decides about what their own organisation publishes or has said; and a proposal is of the organisation that is told of it.
CREATE FUNCTION decisions_by_outsiders() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.proposal_id IS NOT NULL AND NOT EXISTS (SELECT FROM proposals WHERE id = NEW.proposal_id AND organisation_id = NEW.organisation_id) THEN
    RAISE EXCEPTION 'proposal % is not of organisation %', NEW.proposal_id, NEW.organisation_id USING ERRCODE = 'check_violation', CONSTRAINT = 'decisions_of_its_organisation';
  END IF;
  IF is_own_content(NEW.comment_id, NEW.proposal_id, NEW.organisation_id, NEW.moderator_id) THEN
    RAISE EXCEPTION 'nobody decides about their own organisation' USING ERRCODE = 'check_violation', CONSTRAINT = 'decisions_by_outsiders';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER decisions_by_outsiders BEFORE INSERT ON decisions FOR EACH ROW WHEN (NEW.comment_id IS NOT NULL OR NEW.organisation_id IS NOT NULL) EXECUTE FUNCTION decisions_by_outsiders();
--> statement-breakpoint
-- Nor about an appeal against such a decision.
CREATE FUNCTION appeals_by_outsiders() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM decisions WHERE id = NEW.decision_id AND is_own_content(comment_id, proposal_id, organisation_id, NEW.decided_by_id)) THEN
    RAISE EXCEPTION 'an appeal is decided by somebody who had no part in it' USING ERRCODE = 'check_violation', CONSTRAINT = 'appeals_decided_by_another';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER appeals_by_outsiders BEFORE UPDATE ON appeals FOR EACH ROW WHEN (NEW.decided_by_id IS NOT NULL) EXECUTE FUNCTION appeals_by_outsiders();
--> statement-breakpoint
-- A decision takes back one that is about the same thing.
CREATE OR REPLACE FUNCTION decisions_undo_their_own() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.undoes_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM decisions WHERE id = NEW.undoes_id
      AND (comment_id, person_id, proposal_id, organisation_id) IS NOT DISTINCT FROM (NEW.comment_id, NEW.person_id, NEW.proposal_id, NEW.organisation_id)
      AND (NEW.kind, kind) IN (('restore', 'hide'), ('restore', 'remove'), ('restore', 'redact'), ('lift', 'warn'), ('lift', 'slow'), ('lift', 'suspend'), ('lift', 'ban'))
  ) THEN
    RAISE EXCEPTION 'a decision takes back one about the same thing' USING ERRCODE = 'check_violation', CONSTRAINT = 'decisions_undo_their_own';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
-- While somebody looks at a case nobody else decides about it, whatever it is about; the decision ends the claim.
DROP TRIGGER decisions_by_claimer ON decisions;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION decisions_by_claimer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE content uuid := coalesce(NEW.comment_id, NEW.proposal_id, NEW.organisation_id);
BEGIN
  IF EXISTS (SELECT FROM case_claims WHERE content_id = content AND moderator_id <> NEW.moderator_id AND expires_at > clock_timestamp()) THEN
    RAISE EXCEPTION 'somebody else looks at %', content USING ERRCODE = 'check_violation', CONSTRAINT = 'decisions_by_claimer';
  END IF;
  DELETE FROM case_claims WHERE content_id = content;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER decisions_by_claimer BEFORE INSERT ON decisions FOR EACH ROW WHEN (NEW.comment_id IS NOT NULL OR NEW.organisation_id IS NOT NULL) EXECUTE FUNCTION decisions_by_claimer();
