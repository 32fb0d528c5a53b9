CREATE TABLE "paper_receipts" (
	"number" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "paper_voices" DROP CONSTRAINT "paper_voices_receipt_number";--> statement-breakpoint
ALTER TABLE "paper_batches" DROP CONSTRAINT "paper_batches_receipt_number";--> statement-breakpoint
ALTER TABLE "paper_batches" ADD COLUMN "residence_checked" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "paper_voices_receipt" ON "paper_voices" USING btree (upper("receipt_number"));--> statement-breakpoint
CREATE INDEX "paper_batches_receipt" ON "paper_batches" USING btree (upper("receipt_number"));--> statement-breakpoint
-- One receipt number is one paper, whichever table it is entered in; what is set aside gives its number back.
CREATE FUNCTION paper_receipts_take() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO paper_receipts VALUES (upper(NEW.receipt_number));
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE FUNCTION paper_receipts_give_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM paper_receipts WHERE number = upper(OLD.receipt_number);
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER paper_voices_take_receipt AFTER INSERT ON paper_voices FOR EACH ROW EXECUTE FUNCTION paper_receipts_take();
--> statement-breakpoint
CREATE TRIGGER paper_batches_take_receipt AFTER INSERT ON paper_batches FOR EACH ROW EXECUTE FUNCTION paper_receipts_take();
--> statement-breakpoint
CREATE TRIGGER paper_batches_give_receipt_back AFTER UPDATE OF dropped_at ON paper_batches FOR EACH ROW WHEN (OLD.dropped_at IS NULL AND NEW.dropped_at IS NOT NULL) EXECUTE FUNCTION paper_receipts_give_back();
--> statement-breakpoint
INSERT INTO paper_receipts SELECT upper(receipt_number) FROM paper_voices UNION SELECT upper(receipt_number) FROM paper_batches WHERE dropped_at IS NULL;
--> statement-breakpoint
-- Where only verified residents vote, cards are entered only with the word that residence was checked at the desk.
CREATE FUNCTION paper_batches_follow_question() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT NEW.residence_checked AND EXISTS (SELECT FROM questions WHERE id = NEW.question_id AND voters = 'verified') THEN
    RAISE EXCEPTION 'question % is for verified residents', NEW.question_id USING ERRCODE = 'check_violation', CONSTRAINT = 'paper_batches_residence_checked';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER paper_batches_follow_question BEFORE INSERT ON paper_batches FOR EACH ROW EXECUTE FUNCTION paper_batches_follow_question();
