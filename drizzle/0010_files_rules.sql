-- Whatever holds a file says so, whoever changes it and however: a file that nothing holds is taken away an hour later.
CREATE FUNCTION files_hold(held uuid, let_go uuid) RETURNS void LANGUAGE sql AS $$
  UPDATE files SET unused_since = CASE WHEN id = held THEN NULL ELSE now() END WHERE id IN (held, let_go)
$$;
--> statement-breakpoint
CREATE FUNCTION proposal_files_hold() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM files_hold(CASE WHEN TG_OP <> 'DELETE' THEN NEW.file_id END, CASE WHEN TG_OP <> 'INSERT' THEN OLD.file_id END);
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE FUNCTION organisations_hold_logo() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM files_hold(CASE WHEN TG_OP <> 'DELETE' THEN NEW.logo_file_id END, CASE WHEN TG_OP <> 'INSERT' THEN OLD.logo_file_id END);
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER proposal_files_hold AFTER INSERT OR DELETE OR UPDATE OF file_id ON proposal_files FOR EACH ROW EXECUTE FUNCTION proposal_files_hold();
--> statement-breakpoint
CREATE TRIGGER organisations_hold_logo AFTER INSERT OR DELETE OR UPDATE OF logo_file_id ON organisations FOR EACH ROW EXECUTE FUNCTION organisations_hold_logo();
