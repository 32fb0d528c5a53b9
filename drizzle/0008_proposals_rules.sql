-- What was there before this part: since when it stands as it does, its first wording, a week to complete what was returned.
UPDATE proposals SET state_at = coalesce((SELECT max(at) FROM proposal_moves WHERE proposal_id = proposals.id), saved_at);
--> statement-breakpoint
UPDATE proposals SET complete_by = current_date + 7 WHERE state = 'returned';
--> statement-breakpoint
UPDATE proposals SET version = 1 WHERE published_at IS NOT NULL;
--> statement-breakpoint
INSERT INTO proposal_versions (proposal_id, number, content, at, by_id)
SELECT id, 1, content, published_at, coalesce((SELECT by_id FROM proposal_moves WHERE proposal_id = proposals.id AND move = 'publish' ORDER BY id DESC LIMIT 1), created_by_id)
FROM proposals WHERE published_at IS NOT NULL;
--> statement-breakpoint
ALTER TABLE proposals ADD CONSTRAINT proposals_returned_until CHECK ((state = 'returned') = (complete_by IS NOT NULL));
--> statement-breakpoint
ALTER TABLE proposals ADD CONSTRAINT proposals_versions_from_publishing CHECK ((published_at IS NULL) = (version = 0));
--> statement-breakpoint
-- The table of moves of lib/proposals/life-cycle.ts; a test compares them.
ALTER TABLE proposal_moves ADD CONSTRAINT proposal_moves_of_the_table CHECK ((move, "from", "to") IN (
  ('submit', 'draft', 'submitted'), ('submit', 'returned', 'submitted'),
  ('publish', 'submitted', 'published'), ('return', 'submitted', 'returned'),
  ('reject', 'submitted', 'rejected'), ('reject', 'returned', 'rejected'),
  ('accept', 'published', 'accepted'), ('decline', 'published', 'rejected'),
  ('begin', 'accepted', 'inProgress'), ('report', 'inProgress', 'reported'), ('mend', 'reported', 'inProgress'), ('complete', 'reported', 'completed'),
  ('withdraw', 'submitted', 'withdrawn'), ('withdraw', 'returned', 'withdrawn'), ('withdraw', 'published', 'withdrawn'),
  ('merge', 'published', 'merged'), ('unmerge', 'merged', 'published'),
  ('overturn', 'rejected', 'accepted'), ('reassess', 'rejected', 'published'), ('recheck', 'rejected', 'submitted')
));
--> statement-breakpoint
-- What happened, happened.
CREATE TRIGGER proposal_moves_append_only BEFORE UPDATE OR DELETE ON proposal_moves FOR EACH ROW EXECUTE FUNCTION rows_stay();
--> statement-breakpoint
CREATE TRIGGER proposal_versions_append_only BEFORE UPDATE OR DELETE ON proposal_versions FOR EACH ROW EXECUTE FUNCTION rows_stay();
--> statement-breakpoint
-- A decision that was published stays as it was published; one that was only prepared is a paper on a desk.
CREATE TRIGGER proposal_decisions_published_stay BEFORE UPDATE OR DELETE ON proposal_decisions FOR EACH ROW WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION rows_stay();
--> statement-breakpoint
CREATE TRIGGER proposal_appeals_decided_stay BEFORE UPDATE OR DELETE ON proposal_appeals FOR EACH ROW WHEN (OLD.decided_at IS NOT NULL) EXECUTE FUNCTION rows_stay();
--> statement-breakpoint
-- An appeal is against a rejection of its own proposal, and is decided by somebody who had no part in that.
CREATE FUNCTION proposal_appeals_are_fair() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM proposal_moves WHERE id = NEW.against_id AND proposal_id = NEW.proposal_id AND "to" = 'rejected') THEN
    RAISE EXCEPTION 'an appeal is against a rejection' USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_appeals_against_rejection';
  END IF;
  IF NEW.decided_by_id IS NOT NULL AND (
    EXISTS (SELECT FROM proposal_moves WHERE proposal_id = NEW.proposal_id AND "to" = 'rejected' AND by_id = NEW.decided_by_id)
    OR EXISTS (SELECT FROM proposal_decisions WHERE proposal_id = NEW.proposal_id AND outcome = 'rejected' AND published_at IS NOT NULL AND NEW.decided_by_id IN (prepared_by_id, published_by_id))
  ) THEN
    RAISE EXCEPTION 'whoever rejected a proposal does not decide its appeal' USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_appeals_decided_by_another';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER proposal_appeals_fair BEFORE INSERT OR UPDATE ON proposal_appeals FOR EACH ROW EXECUTE FUNCTION proposal_appeals_are_fair();
