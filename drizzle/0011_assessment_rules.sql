-- A card that was handed in stays as it is, and says something of every criterion of its set, within its points.
CREATE FUNCTION cards_handed_in_once() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE state text; said int; wanted int;
BEGIN
  IF OLD.submitted_at IS NOT NULL THEN
    RAISE EXCEPTION 'card % was handed in', OLD.assessor_id USING ERRCODE = 'check_violation', CONSTRAINT = 'cards_handed_in_once';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  IF NEW.submitted_at IS NOT NULL THEN
    -- Held against the decision that may be on its way.
    SELECT p.state INTO state FROM assessors a JOIN proposals p ON p.id = a.proposal_id WHERE a.id = NEW.assessor_id AND a.freed_at IS NULL FOR SHARE OF p;
    IF state IS DISTINCT FROM 'published' THEN
      RAISE EXCEPTION 'the proposal of card % is not open to assessment', NEW.assessor_id USING ERRCODE = 'check_violation', CONSTRAINT = 'cards_while_open';
    END IF;
    SELECT count(*) INTO said FROM card_points WHERE assessor_id = NEW.assessor_id;
    SELECT count(*) INTO wanted FROM assessors a JOIN assessments s USING (proposal_id, round) JOIN criteria c USING (set_id) WHERE a.id = NEW.assessor_id;
    IF said <> wanted THEN
      RAISE EXCEPTION 'card % is not whole', NEW.assessor_id USING ERRCODE = 'check_violation', CONSTRAINT = 'cards_whole';
    END IF;
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER cards_handed_in_once BEFORE UPDATE OR DELETE ON cards FOR EACH ROW EXECUTE FUNCTION cards_handed_in_once();
--> statement-breakpoint
CREATE FUNCTION cards_begin_as_drafts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.submitted_at IS NOT NULL THEN
    RAISE EXCEPTION 'card % begins as a draft', NEW.assessor_id USING ERRCODE = 'check_violation', CONSTRAINT = 'cards_whole';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER cards_begin_as_drafts BEFORE INSERT ON cards FOR EACH ROW EXECUTE FUNCTION cards_begin_as_drafts();
--> statement-breakpoint
CREATE FUNCTION card_points_within() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' OR EXISTS (SELECT FROM cards WHERE assessor_id = NEW.assessor_id AND submitted_at IS NOT NULL) THEN
    RAISE EXCEPTION 'points of a card stay' USING ERRCODE = 'check_violation', CONSTRAINT = 'cards_handed_in_once';
  END IF;
  IF NOT EXISTS (
    SELECT FROM assessors a JOIN assessments s USING (proposal_id, round) JOIN criteria c USING (set_id)
    WHERE a.id = NEW.assessor_id AND c.id = NEW.criterion_id AND NEW.points <= c.most
  ) THEN
    RAISE EXCEPTION 'criterion % does not give % points here', NEW.criterion_id, NEW.points USING ERRCODE = 'check_violation', CONSTRAINT = 'card_points_within';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER card_points_within BEFORE INSERT OR UPDATE OR DELETE ON card_points FOR EACH ROW EXECUTE FUNCTION card_points_within();
--> statement-breakpoint
-- Nobody assesses for their own organisation, and whoever has handed a card in keeps place and declaration.
CREATE FUNCTION assessors_outside() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM proposals p JOIN organisation_members m USING (organisation_id) WHERE p.id = NEW.proposal_id AND m.person_id = NEW.person_id)
    OR EXISTS (SELECT FROM proposals p WHERE p.id = NEW.proposal_id AND p.created_by_id = NEW.person_id) THEN
    RAISE EXCEPTION 'person % belongs to the organisation of proposal %', NEW.person_id, NEW.proposal_id USING ERRCODE = 'check_violation', CONSTRAINT = 'assessors_not_of_the_organisation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER assessors_outside BEFORE INSERT ON assessors FOR EACH ROW EXECUTE FUNCTION assessors_outside();
--> statement-breakpoint
CREATE FUNCTION assessors_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.proposal_id, NEW.round, NEW.person_id, NEW.place) IS DISTINCT FROM (OLD.proposal_id, OLD.round, OLD.person_id, OLD.place)
    OR (OLD.freed_at IS NOT NULL AND (NEW.freed_at, NEW.freed_by_id, NEW.declaration) IS DISTINCT FROM (OLD.freed_at, OLD.freed_by_id, OLD.declaration))
    OR (OLD.declaration IS NOT NULL AND NEW.declaration IS DISTINCT FROM OLD.declaration AND (OLD.declaration <> 'none' OR NEW.declaration IS NULL))
    OR ((NEW.freed_at, NEW.declaration) IS DISTINCT FROM (OLD.freed_at, OLD.declaration) AND EXISTS (SELECT FROM cards WHERE assessor_id = OLD.id AND submitted_at IS NOT NULL)) THEN
    RAISE EXCEPTION 'what assessor % has declared and handed in stays', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = 'assessors_stay';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER assessors_stay BEFORE UPDATE ON assessors FOR EACH ROW EXECUTE FUNCTION assessors_stay();
--> statement-breakpoint
-- Criteria are adopted, never edited: the card of last year says what it was judged by.
CREATE TRIGGER criteria_sets_stay BEFORE UPDATE OR DELETE ON criteria_sets FOR EACH ROW EXECUTE FUNCTION rows_stay();
--> statement-breakpoint
CREATE TRIGGER criteria_stay BEFORE UPDATE OR DELETE ON criteria FOR EACH ROW EXECUTE FUNCTION rows_stay();
--> statement-breakpoint
-- The first sets: 100 points each. Art. 15 ust. 1 of the act on public benefit work lists six things that are assessed;
-- the weights are a beginning that the city replaces by adopting its own.
INSERT INTO criteria_sets (id, mode, valid_from, basis, apart_percent, days, adopted_by_id)
SELECT gen_random_uuid(), mode, DATE '2026-01-01', basis, 20, 14, '00000000-0000-7000-8000-000000000001'
FROM (VALUES
  ('idea', 'Kryteria miasta dla pomysłów organizacji, ułożone w duchu art. 15 ust. 1 ustawy o działalności pożytku publicznego i o wolontariacie'),
  ('smallGrant', 'Art. 15 ust. 1 w związku z art. 19a ustawy o działalności pożytku publicznego i o wolontariacie'),
  ('openCall', 'Art. 15 ust. 1 ustawy o działalności pożytku publicznego i o wolontariacie'),
  ('localInitiative', 'Art. 19c ust. 1 i art. 19d ustawy o działalności pożytku publicznego i o wolontariacie')
) AS first (mode, basis);
--> statement-breakpoint
INSERT INTO criteria (id, set_id, position, name, hint, name_en, hint_en, most, weight)
SELECT gen_random_uuid(), s.id, c.position, c.name, c.hint, c.name_en, c.hint_en, 5, c.weight
FROM criteria_sets s
JOIN (VALUES
  ('offer', 1, 4, 'Możliwość realizacji', 'Czy organizacja jest w stanie wykonać to zadanie (art. 15 ust. 1 pkt 1)?', 'Feasibility', 'Is the organisation able to carry the task out (art. 15(1)(1))?'),
  ('offer', 2, 4, 'Kalkulacja kosztów', 'Czy koszty są uzasadnione i odpowiadają zakresowi zadania (pkt 2)?', 'Costs', 'Are the costs justified, and do they match the scope (point 2)?'),
  ('offer', 3, 4, 'Jakość i kwalifikacje', 'Jak dobrze będzie wykonane i przez kogo (pkt 3)?', 'Quality and qualifications', 'How well will it be done, and by whom (point 3)?'),
  ('offer', 4, 2, 'Środki własne i z innych źródeł', 'Jaki jest udział pieniędzy spoza dotacji (pkt 4)?', 'Own money and other sources', 'What share of the money does not come from the grant (point 4)?'),
  ('offer', 5, 3, 'Wkład rzeczowy i osobowy', 'Jaki jest wkład rzeczy i pracy, w tym wolontariuszy (pkt 5)?', 'Contributions in kind and work', 'What things and work are contributed, volunteers included (point 5)?'),
  ('offer', 6, 3, 'Dotychczasowe zadania', 'Czy poprzednie zlecone zadania wykonano rzetelnie, w terminie i z rozliczeniem (pkt 6)? Kto nie miał takich zadań, nie traci z tego powodu punktów.', 'Earlier tasks', 'Were earlier commissioned tasks carried out reliably, in time and accounted for (point 6)? Whoever had none loses no points for it.'),
  ('idea', 1, 4, 'Związek z zadaniem strategii', 'Jak mocno projekt przyczynia się do zadania, które wskazano?', 'Tie to the strategy', 'How strongly does the project serve the task it names?'),
  ('idea', 2, 4, 'Potrzeba i odbiorcy', 'Czy potrzeba jest prawdziwa i dobrze opisana, a odbiorcy jasno wskazani?', 'Need and audience', 'Is the need real and well described, and is it clear for whom it is?'),
  ('idea', 3, 4, 'Rezultaty', 'Czy rezultaty są policzalne, trwałe i da się je sprawdzić?', 'Results', 'Can the results be counted and checked, and do they last?'),
  ('idea', 4, 4, 'Możliwość realizacji', 'Czy organizacja jest w stanie wykonać to w podanym czasie?', 'Feasibility', 'Is the organisation able to do this in the time given?'),
  ('idea', 5, 4, 'Koszty i wkład', 'Czy koszty są uzasadnione, a wkład własny i praca społeczna godne uwagi?', 'Costs and contribution', 'Are the costs justified, and is there own money and volunteer work worth noting?'),
  ('local', 1, 6, 'Wkład pracy społecznej', 'Ile pracy własnej dają mieszkańcy? To kryterium ustawa stawia na pierwszym miejscu.', 'Residents’ own work', 'How much work of their own do residents give? The act puts this first.'),
  ('local', 2, 4, 'Potrzeba lokalnej społeczności', 'Komu i jak bardzo jest to potrzebne?', 'Need of the community', 'Who needs this, and how much?'),
  ('local', 3, 4, 'Możliwość realizacji', 'Czy da się to wykonać w podanym miejscu i czasie?', 'Feasibility', 'Can it be done in this place and time?'),
  ('local', 4, 3, 'Koszty', 'Czy udział miasta jest rozsądny wobec tego, co powstanie?', 'Costs', 'Is the city’s share reasonable for what will come of it?'),
  ('local', 5, 3, 'Trwałość', 'Czy będzie służyć długo i czy wiadomo, kto o to zadba?', 'Durability', 'Will it last, and is it clear who looks after it?')
) AS c (kind, position, weight, name, hint, name_en, hint_en)
ON c.kind = CASE s.mode WHEN 'idea' THEN 'idea' WHEN 'localInitiative' THEN 'local' ELSE 'offer' END;
--> statement-breakpoint
-- A beginning: each office has its own names.
INSERT INTO departments (code, name, name_en) VALUES
  ('biuro-dialogu', 'Biuro Dialogu i Innowacji Miejskich', 'Office for Dialogue and City Innovation'),
  ('edukacja', 'Wydział Edukacji', 'Department of Education'),
  ('kultura', 'Wydział Kultury', 'Department of Culture'),
  ('sport-i-turystyka', 'Wydział Sportu i Turystyki', 'Department of Sport and Tourism'),
  ('zdrowie-i-polityka-spoleczna', 'Wydział Zdrowia i Polityki Społecznej', 'Department of Health and Social Policy'),
  ('srodowisko-i-zielen', 'Wydział Środowiska i Zieleni', 'Department of Environment and Green Spaces'),
  ('gospodarka-komunalna', 'Wydział Gospodarki Komunalnej', 'Department of Municipal Services'),
  ('budzet', 'Wydział Budżetu', 'Budget Department');
