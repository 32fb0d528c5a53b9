-- Nobody signs up for a shift that was cancelled or has begun.
CREATE FUNCTION volunteer_sign_ups_ask_shift() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM volunteer_shifts WHERE id = NEW.shift_id AND cancelled_at IS NULL AND starts_at > clock_timestamp()) THEN
    RAISE EXCEPTION 'shift % takes nobody any more', NEW.shift_id USING ERRCODE = 'check_violation', CONSTRAINT = 'volunteer_sign_ups_shift_open';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER volunteer_sign_ups_ask_shift BEFORE INSERT ON volunteer_sign_ups FOR EACH ROW EXECUTE FUNCTION volunteer_sign_ups_ask_shift();
--> statement-breakpoint
-- Places that are taken are counted here, whoever changes a sign-up; the shift's own check refuses one too many. A place
-- is given to nobody while somebody waits longer.
CREATE FUNCTION volunteer_sign_ups_count() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  had boolean := TG_OP <> 'INSERT' AND OLD.confirmed_at IS NOT NULL AND OLD.cancelled_at IS NULL;
  has boolean := TG_OP <> 'DELETE' AND NEW.confirmed_at IS NOT NULL AND NEW.cancelled_at IS NULL;
BEGIN
  IF has AND NOT had THEN
    IF EXISTS (SELECT FROM volunteer_sign_ups WHERE shift_id = NEW.shift_id AND confirmed_at IS NULL AND cancelled_at IS NULL AND number < NEW.number) THEN
      RAISE EXCEPTION 'somebody waits longer for shift %', NEW.shift_id USING ERRCODE = 'check_violation', CONSTRAINT = 'volunteer_sign_ups_in_turn';
    END IF;
    UPDATE volunteer_shifts SET taken = taken + 1 WHERE id = NEW.shift_id;
  ELSIF had AND NOT has THEN
    UPDATE volunteer_shifts SET taken = taken - 1 WHERE id = OLD.shift_id;
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER volunteer_sign_ups_count AFTER INSERT OR DELETE OR UPDATE OF confirmed_at, cancelled_at ON volunteer_sign_ups FOR EACH ROW EXECUTE FUNCTION volunteer_sign_ups_count();
