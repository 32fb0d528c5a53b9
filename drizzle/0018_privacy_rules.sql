-- What a ballot said never changes. Only a person's erasure, which says so for its transaction (lib/voting/steps.ts), makes its
-- moment a day, so that it cannot be found by an event of that moment.
CREATE FUNCTION ballot_history_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND current_setting('glos.erasing', true) = 'on'
    AND NEW.ballot_id = OLD.ballot_id AND NEW.choices = OLD.choices AND NEW.stratum = OLD.stratum AND NEW.at = date_trunc('day', OLD.at, 'Europe/Warsaw') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% are never edited or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
DROP TRIGGER ballot_history_append_only ON ballot_history;
--> statement-breakpoint
CREATE TRIGGER ballot_history_append_only BEFORE UPDATE OR DELETE ON ballot_history FOR EACH ROW EXECUTE FUNCTION ballot_history_stays();
--> statement-breakpoint
-- Words that no comment uses any more are forgotten: a name that was taken out of a text would else be found among them.
CREATE FUNCTION comments_forget_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM used_words
  WHERE word IN (SELECT lexeme FROM unnest(OLD.words) EXCEPT SELECT lexeme FROM unnest(NEW.words))
    AND NOT EXISTS (SELECT FROM comments WHERE words @@ quote_literal(word)::tsquery);
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER comments_forget_words AFTER UPDATE OF body ON comments FOR EACH ROW EXECUTE FUNCTION comments_forget_words();
