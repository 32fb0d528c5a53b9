-- What happened stays as it was written, whoever asks.
CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE ON events FOR EACH ROW EXECUTE FUNCTION rows_stay();
--> statement-breakpoint
CREATE TRIGGER events_not_truncated BEFORE TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION rows_stay();
--> statement-breakpoint
CREATE TRIGGER ledger_lines_append_only BEFORE UPDATE OR DELETE ON ledger_lines FOR EACH ROW EXECUTE FUNCTION rows_stay();
--> statement-breakpoint
CREATE TRIGGER ledger_lines_not_truncated BEFORE TRUNCATE ON ledger_lines FOR EACH STATEMENT EXECUTE FUNCTION rows_stay();
--> statement-breakpoint
CREATE TRIGGER checkpoints_append_only BEFORE UPDATE OR DELETE ON checkpoints FOR EACH ROW EXECUTE FUNCTION rows_stay();
--> statement-breakpoint
CREATE TRIGGER checkpoints_not_truncated BEFORE TRUNCATE ON checkpoints FOR EACH STATEMENT EXECUTE FUNCTION rows_stay();
--> statement-breakpoint
-- However an event is written, it waits for its line. Whoever brings a salt has put it there already.
CREATE FUNCTION events_wait_for_sealing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO unsealed (event_id) VALUES (NEW.id) ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER events_unsealed AFTER INSERT ON events FOR EACH ROW EXECUTE FUNCTION events_wait_for_sealing();
--> statement-breakpoint
-- What happened before there was a ledger comes into it too.
INSERT INTO unsealed (event_id) SELECT id FROM events;
