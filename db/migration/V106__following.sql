-- Planned payments follow decisions until they are in a file (file contract §9: earlier and later).

-- Cancels planned payments that assessment no longer wants: their application does not stand any more, or their
-- residents are not those that decision and register give now. A payment whose application waits for a person is
-- kept: the gate holds it. The posting names the run.
-- Promise: running it twice cancels nothing the second time. Returns how many.
-- Plan: hash joins only, as in gate_blocked.
CREATE FUNCTION cancel_unwanted(of_program smallint, on_day date, by_person text, by_cause text)
RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_nestloop = off AS $$
DECLARE
    unwanted bigint[];
BEGIN
    WITH planned AS MATERIALIZED (
        SELECT p.payment_no, p.program_id, p.correction, p.residents, d.state, d.household_no, d.members, d.declined, d.reserved
        FROM payment p JOIN decision d USING (application_id)
        WHERE p.program_id = of_program AND p.state = 'PLANNED' AND d.state <> 'REVIEW'
    ), due AS (
        SELECT w.payment_no, count(*) AS residents, count(s.payment_no) AS shares
        FROM planned w
        JOIN entitlement e ON e.program_id = w.program_id AND e.household_no = w.household_no
                          AND e.ineligible_snapshot IS NULL
                          AND claims(w.members, w.declined, w.reserved, e.resident_no)
        LEFT JOIN payment_share s ON s.payment_no = w.payment_no AND s.resident_no = e.resident_no
        WHERE w.correction > 0 AND s.payment_no IS NOT NULL
           OR w.correction = 0 AND NOT EXISTS (SELECT 1 FROM payment_share x
                                               WHERE x.program_id = e.program_id AND x.resident_no = e.resident_no
                                                 AND x.correction <> 0 AND x.live)
        GROUP BY w.payment_no
    )
    SELECT array_agg(w.payment_no ORDER BY w.payment_no) INTO unwanted
    FROM planned w LEFT JOIN due USING (payment_no)
    WHERE w.state <> 'DECIDED' OR due.residents IS DISTINCT FROM w.residents OR due.shares <> w.residents;
    IF unwanted IS NULL THEN
        RETURN 0;
    END IF;
    RETURN move_payments(new_posting(of_program, on_day, by_person, 'CANCEL', '', by_cause),
                         unwanted, ARRAY['PLANNED']::payment_state[], 'CANCELLED');
END $$;
