-- Whether a proposal is somebody's own: begun by them, or of an organisation they belong to, joint applicants included.
CREATE FUNCTION is_own_proposal(proposal uuid, person uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM proposals p WHERE p.id = proposal AND (p.created_by_id = person OR EXISTS (
      SELECT FROM organisation_members m JOIN organisations o ON o.id = m.organisation_id
      WHERE m.person_id = person AND (o.id = p.organisation_id OR o.slug IN (SELECT jsonb_path_query(p.content, '$.applicants[*].slug') #>> '{}')))))
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION assessors_outside() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF is_own_proposal(NEW.proposal_id, NEW.person_id) THEN
    RAISE EXCEPTION 'person % belongs to an organisation of proposal %', NEW.person_id, NEW.proposal_id USING ERRCODE = 'check_violation', CONSTRAINT = 'assessors_not_of_the_organisation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
-- What the decision on a proposal's merit still waits for: the cards of two, or a third where these two differ by too much.
-- Null: for nothing. Which modes rest on an assessment is said in lib/proposals/modes.ts; a test compares.
CREATE FUNCTION decision_waits_for(proposal uuid) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE current_round int; apart int; most int; handed int; difference int;
BEGIN
  SELECT 1 + (SELECT count(*) FROM proposal_moves m WHERE m.proposal_id = p.id AND m.move = 'reassess') INTO current_round
  FROM proposals p WHERE p.id = proposal AND p.content ->> 'mode' IN ('openCall', 'localInitiative');
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT s.apart_percent, (SELECT sum(c.most * c.weight) FROM criteria c WHERE c.set_id = s.id) INTO apart, most
  FROM assessments a JOIN criteria_sets s ON s.id = a.set_id WHERE a.proposal_id = proposal AND a.round = current_round;
  SELECT count(*), max(score) - min(score) INTO handed, difference FROM (
    SELECT sum(cp.points * c.weight) AS score
    FROM assessors a JOIN cards k ON k.assessor_id = a.id JOIN card_points cp ON cp.assessor_id = a.id JOIN criteria c ON c.id = cp.criterion_id
    WHERE a.proposal_id = proposal AND a.round = current_round AND a.freed_at IS NULL AND k.submitted_at IS NOT NULL GROUP BY a.id
  ) AS scores;
  RETURN CASE WHEN handed < 2 THEN 'cards' WHEN handed = 2 AND difference * 100 > apart * most THEN 'third' END;
END
$$;
--> statement-breakpoint
CREATE FUNCTION decisions_rest_on_assessment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF decision_waits_for(NEW.proposal_id) IS NOT NULL THEN
    RAISE EXCEPTION 'proposal % is not assessed', NEW.proposal_id USING ERRCODE = 'check_violation', CONSTRAINT = 'decisions_rest_on_assessment';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER decisions_rest_on_assessment BEFORE INSERT OR UPDATE ON proposal_decisions FOR EACH ROW EXECUTE FUNCTION decisions_rest_on_assessment();
--> statement-breakpoint
CREATE TRIGGER merit_moves_rest_on_assessment BEFORE INSERT ON proposal_moves FOR EACH ROW WHEN (NEW.move IN ('accept', 'decline')) EXECUTE FUNCTION decisions_rest_on_assessment();
--> statement-breakpoint
-- Grosze that an organisation was granted under art. 19a for projects that begin in a year, beside one proposal.
CREATE FUNCTION small_grants_of_year(organisation uuid, year text, beside uuid) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum((content #>> '{sources,grant}')::bigint), 0)::bigint FROM proposals
  WHERE organisation_id = organisation AND content ->> 'mode' = 'smallGrant' AND state IN ('accepted', 'inProgress', 'reported', 'completed')
    AND left(content ->> 'from', 4) = year AND id <> beside
$$;
--> statement-breakpoint
-- Art. 19a ust. 6: at most 20,000 zł for one organisation in a calendar year; the number is in lib/proposals/modes.ts too, and
-- a test compares. The organisation is held, so that of two grants decided at once the second one sees the first.
CREATE FUNCTION small_grants_within_year() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM organisations WHERE id = NEW.organisation_id FOR NO KEY UPDATE;
  IF small_grants_of_year(NEW.organisation_id, left(NEW.content ->> 'from', 4), NEW.id) + (NEW.content #>> '{sources,grant}')::bigint > 2000000 THEN
    RAISE EXCEPTION 'organisation % would get too much in a year', NEW.organisation_id USING ERRCODE = 'check_violation', CONSTRAINT = 'small_grants_within_year';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER small_grants_within_year BEFORE UPDATE OF state, content ON proposals FOR EACH ROW
  WHEN (NEW.content ->> 'mode' = 'smallGrant' AND NEW.state IN ('accepted', 'inProgress', 'reported', 'completed')
    AND (OLD.state NOT IN ('accepted', 'inProgress', 'reported', 'completed') OR (NEW.content #> '{sources,grant}', NEW.content -> 'from') IS DISTINCT FROM (OLD.content #> '{sources,grant}', OLD.content -> 'from')))
  EXECUTE FUNCTION small_grants_within_year();
--> statement-breakpoint
-- Whether somebody has signed up for another shift of the same call that is at the same time.
CREATE FUNCTION volunteers_elsewhere(shift uuid, person uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM volunteer_shifts asked
    JOIN volunteer_shifts other ON other.call_id = asked.call_id AND other.id <> asked.id AND other.cancelled_at IS NULL
      AND tstzrange(other.starts_at, other.ends_at) && tstzrange(asked.starts_at, asked.ends_at)
    JOIN volunteer_sign_ups s ON s.shift_id = other.id AND s.person_id = person AND s.cancelled_at IS NULL
    WHERE asked.id = shift)
$$;
--> statement-breakpoint
-- Nobody is on two shifts of one call at the same time. The person is held, so that of two sign-ups at once the second one
-- sees the first.
CREATE FUNCTION volunteer_sign_ups_one_place_at_a_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM people WHERE id = NEW.person_id FOR NO KEY UPDATE;
  IF volunteers_elsewhere(NEW.shift_id, NEW.person_id) THEN
    RAISE EXCEPTION 'person % is on another shift at that time', NEW.person_id USING ERRCODE = 'check_violation', CONSTRAINT = 'volunteer_sign_ups_one_place_at_a_time';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER volunteer_sign_ups_one_place_at_a_time BEFORE INSERT ON volunteer_sign_ups FOR EACH ROW EXECUTE FUNCTION volunteer_sign_ups_one_place_at_a_time();
--> statement-breakpoint
-- How a proposal is decided depends on its mode: what was published keeps it.
CREATE FUNCTION proposals_mode_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the mode of public proposal % stays', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = 'proposals_mode_stays';
END
$$;
--> statement-breakpoint
CREATE TRIGGER proposals_mode_stays BEFORE UPDATE OF content ON proposals FOR EACH ROW
  WHEN (OLD.published_at IS NOT NULL AND NEW.published_at IS NOT NULL AND coalesce(OLD.content ->> 'mode', 'idea') <> coalesce(NEW.content ->> 'mode', 'idea'))
  EXECUTE FUNCTION proposals_mode_stays();
