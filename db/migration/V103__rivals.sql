-- Several programs side by side: whoever is live or paid in one of them is not payable in those beside it. By resident,
-- never by head: a household under another head is still the residents it was paid for (上峰 2024).

-- Programs beside a program: those that one of the two excludes, and earlier and later rounds of one benefit.
CREATE VIEW rival AS
WITH RECURSIVE earlier AS (
    SELECT p.program_id, e.program_id AS other_id, e.continues
    FROM program p JOIN program e ON e.code = p.continues
    UNION
    SELECT r.program_id, e.program_id, e.continues
    FROM earlier r JOIN program e ON e.code = r.continues
), one_way AS (
    SELECT program_id, other_id, true AS round FROM earlier
    UNION
    SELECT p.program_id, o.program_id, false
    FROM program p JOIN program o ON o.code = ANY (p.excludes)
), both_ways AS (
    SELECT program_id, other_id, round FROM one_way
    UNION
    SELECT other_id, program_id, round FROM one_way
)
SELECT program_id, other_id, bool_or(round) AS round FROM both_ways GROUP BY program_id, other_id;

-- The wall behind all care: no share comes to life beside a live one of a rival. Whoever makes payments holds their
-- numbers, so the row of the last number is the lock; only where there are rivals does each statement wait for it here.
CREATE FUNCTION check_rivals() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET enable_nestloop = off AS $$
DECLARE
    twice record;
BEGIN
    IF NOT EXISTS (SELECT 1 FROM rival) THEN
        RETURN NULL;
    END IF;
    PERFORM 1 FROM payment_counter FOR UPDATE;
    SELECT f.payment_no, f.resident_no, g.code INTO twice
    FROM fresh f
    JOIN rival r ON r.program_id = f.program_id
    JOIN payment_share s ON s.program_id = r.other_id AND s.resident_no = f.resident_no AND s.live
    JOIN program g ON g.program_id = s.program_id
    WHERE f.live
    ORDER BY f.payment_no, f.resident_no LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'resident % of payment % is paid in program %', twice.resident_no, twice.payment_no, twice.code
            USING ERRCODE = 'KY010', DETAIL = twice.payment_no || ' ' || twice.resident_no || ' ' || twice.code;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER shares_have_no_rival AFTER INSERT ON payment_share
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION check_rivals();
