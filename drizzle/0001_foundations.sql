-- Search that forgives missing diacritics and inflection.
CREATE EXTENSION IF NOT EXISTS unaccent;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
-- Whoever does what nobody in particular does: jobs, the command line. Has no address, so it cannot sign in.
WITH system AS (INSERT INTO people (id, name) VALUES ('00000000-0000-7000-8000-000000000001', 'Głos') RETURNING id)
INSERT INTO role_grants (person_id, role, granted_by_id) SELECT id, 'system', id FROM system;
--> statement-breakpoint
-- A decision is never edited and never deleted: a change of mind is another decision.
CREATE FUNCTION decisions_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'decisions are never edited or deleted' USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER decisions_append_only BEFORE UPDATE OR DELETE ON decisions FOR EACH ROW EXECUTE FUNCTION decisions_stay();
--> statement-breakpoint
CREATE TRIGGER decisions_not_truncated BEFORE TRUNCATE ON decisions FOR EACH STATEMENT EXECUTE FUNCTION decisions_stay();
