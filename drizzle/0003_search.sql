-- Lower case without diacritics, the same for ever, so that indexes can be made of it.
CREATE FUNCTION folded(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, $1)) $$;
--> statement-breakpoint
CREATE TABLE "used_words" (
	"word" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "words" "tsvector" GENERATED ALWAYS AS (to_tsvector('simple', folded(body))) STORED;--> statement-breakpoint
CREATE INDEX "used_words_resembling" ON "used_words" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "comments_words" ON "comments" USING gin ("words");--> statement-breakpoint
-- In the order of letters, so that two voices with the same new words never wait for each other.
CREATE FUNCTION comments_use_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO used_words
  SELECT lexeme FROM unnest(NEW.words)
  WHERE lexeme ~ '^[[:alpha:]]{3,40}$' AND NOT EXISTS (SELECT FROM used_words WHERE word = lexeme)
  ORDER BY lexeme ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER comments_use_words AFTER INSERT OR UPDATE OF body ON comments FOR EACH ROW EXECUTE FUNCTION comments_use_words();
--> statement-breakpoint
INSERT INTO used_words SELECT DISTINCT lexeme FROM comments, unnest(words) WHERE lexeme ~ '^[[:alpha:]]{3,40}$';
