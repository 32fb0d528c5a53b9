-- Search that forgives missing diacritics and inflection.
CREATE EXTENSION IF NOT EXISTS unaccent;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
-- Whoever does what nobody in particular does: jobs, the command line. Has no address, so it cannot sign in.
WITH system AS (INSERT INTO people (id, name) VALUES ('00000000-0000-7000-8000-000000000001', 'Głos') RETURNING id)
INSERT INTO role_grants (person_id, role, granted_by_id) SELECT id, 'system', id FROM system;
