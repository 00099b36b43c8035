-- What follows at once from a decline in writing, or from its taking back (V095): the household's decided claim names the
-- resident among its decliners, or no more, and a planned payment that is for others than it now says is cancelled.

-- The payment that stands against a resident's decline or, asked of the whole claim, against its taking back: one that is live
-- and planned no more, or a difference. One that has left comes before one in a file. No row: nothing stands against it.
CREATE FUNCTION against_decline(of_program smallint, of_resident text, whole_claim boolean)
RETURNS TABLE (payment_no bigint, state payment_state) LANGUAGE sql STABLE AS $$
    SELECT p.payment_no, p.state
    FROM entitlement e
    JOIN decision d ON d.program_id = e.program_id AND d.household_no = e.household_no
                   AND claims(d.members, '{}', d.reserved, e.resident_no)
    JOIN payment p USING (application_id)
    LEFT JOIN payment_share s ON s.payment_no = p.payment_no AND s.resident_no = e.resident_no
    WHERE e.program_id = of_program AND e.resident_no = of_resident
      AND payment_live(p.state) AND (p.state <> 'PLANNED' OR p.correction > 0)
      AND (whole_claim OR s.resident_no IS NOT NULL)
    ORDER BY p.state = 'IN_FILE', p.payment_no LIMIT 1
$$;

-- Refuses what is on its way or paid; the lock of the counter keeps everybody else from making a live share meanwhile.
--   KY091  a resident who is not entitled
--   KY094  a payment of the claim, or the resident's own, stands in a file
--   KY095  it is released or paid: what changes is a correction
CREATE FUNCTION hold_undeclined(of_program smallint, of_resident text, whole_claim boolean) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    under_way record;
BEGIN
    PERFORM hold_numbers();
    IF NOT EXISTS (SELECT 1 FROM entitlement e WHERE e.program_id = of_program AND e.resident_no = of_resident
                                                 AND e.ineligible_snapshot IS NULL) THEN
        RAISE EXCEPTION 'resident % is not entitled', of_resident USING ERRCODE = 'KY091', DETAIL = of_resident;
    END IF;
    PERFORM 1
    FROM entitlement e
    JOIN decision d ON d.program_id = e.program_id AND d.household_no = e.household_no
                   AND claims(d.members, '{}', d.reserved, e.resident_no)
    JOIN payment p USING (application_id)
    WHERE e.program_id = of_program AND e.resident_no = of_resident
    ORDER BY p.payment_no FOR UPDATE OF p;
    SELECT a.payment_no, a.state INTO under_way FROM against_decline(of_program, of_resident, whole_claim) a;
    IF under_way.state = 'IN_FILE' THEN
        RAISE EXCEPTION 'payment % stands in a file', under_way.payment_no
            USING ERRCODE = 'KY094', DETAIL = under_way.payment_no;
    END IF;
    IF under_way.payment_no IS NOT NULL THEN
        RAISE EXCEPTION 'payment % is paid', under_way.payment_no USING ERRCODE = 'KY095', DETAIL = under_way.payment_no;
    END IF;
END $$;

-- Names a resident among the decliners of the decided claims that could claim him or her, or no more. A planned payment for
-- others than such a claim gives now is cancelled, and while anybody claims, the last that was cancelled is a
-- finding: only a person makes the next attempt.
CREATE FUNCTION follow_decline(of_decline integer) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    told decline%ROWTYPE;
    claim record;
    last record;
BEGIN
    SELECT * INTO STRICT told FROM decline c WHERE c.decline_no = of_decline;
    FOR claim IN
        SELECT d.application_id, d.household_no, d.members, d.reserved, g.rate_cash, g.rate_points,
               ARRAY(SELECT x FROM unnest(d.declined || told.resident_no::text) AS x
                     WHERE told.change = 'DECLINES' OR x <> told.resident_no::text GROUP BY x ORDER BY x) AS declined
        FROM entitlement e
        JOIN decision d ON d.program_id = e.program_id AND d.household_no = e.household_no AND d.state = 'DECIDED'
                       AND claims(d.members, '{}', d.reserved, e.resident_no)
        JOIN program g ON g.program_id = e.program_id
        WHERE e.program_id = told.program_id AND e.resident_no = told.resident_no
        FOR UPDATE OF d
    LOOP
        UPDATE decision d
        SET declined = claim.declined, residents = n.residents,
            amount = n.residents * CASE d.rail WHEN 'CASH' THEN claim.rate_cash ELSE claim.rate_points END
        FROM (SELECT count(*) AS residents FROM entitlement e
              WHERE e.program_id = told.program_id AND e.household_no = claim.household_no
                AND e.ineligible_snapshot IS NULL
                AND claims(claim.members, claim.declined, claim.reserved, e.resident_no)) n
        WHERE d.application_id = claim.application_id AND d.declined <> claim.declined;
        CONTINUE WHEN NOT FOUND;
        SELECT p.payment_no, p.state INTO last
        FROM payment p WHERE p.application_id = claim.application_id AND p.correction = 0 ORDER BY p.attempt DESC LIMIT 1;
        IF last.state = 'PLANNED' THEN
            PERFORM move_payments(new_posting(told.program_id, told.business_day, told.person, 'DECLINE', told.reason,
                                              'decline ' || of_decline),
                                  ARRAY[last.payment_no], '{PLANNED}', 'CANCELLED');
        END IF;
        IF last.state IN ('PLANNED', 'CANCELLED')
           AND EXISTS (SELECT 1 FROM decision d WHERE d.application_id = claim.application_id AND d.amount > 0) THEN
            PERFORM raise_finding(told.program_id, 'PAYMENT_CANCELLED', claim.application_id, last.payment_no, NULL, NULL, '');
        END IF;
    END LOOP;
END $$;

-- Records that a resident declines. Gives the number of the decline. Refuses as hold_undeclined, and (KY092) who declines already.
CREATE FUNCTION decline_resident(of_program smallint, of_resident text, on_day date, by_person text, for_reason text,
    with_evidence text)
RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    made integer;
BEGIN
    PERFORM hold_undeclined(of_program, of_resident, false);
    IF EXISTS (SELECT 1 FROM standing_decline s WHERE s.program_id = of_program AND s.resident_no = of_resident) THEN
        RAISE EXCEPTION 'resident % declines already', of_resident USING ERRCODE = 'KY092', DETAIL = of_resident;
    END IF;
    INSERT INTO decline (program_id, resident_no, change, reason, evidence, person, business_day)
    VALUES (of_program, of_resident, 'DECLINES', for_reason, with_evidence, by_person, on_day)
    RETURNING decline_no INTO made;
    PERFORM follow_decline(made);
    RETURN made;
END $$;

-- Takes a decline back, before a payment of the household's claim is in a file. Gives the number of what was recorded.
-- Refuses as hold_undeclined, and (KY093) who does not decline in this way.
CREATE FUNCTION take_back_decline(of_program smallint, of_resident text, on_day date, by_person text, for_reason text,
    with_evidence text)
RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    made integer;
BEGIN
    PERFORM hold_undeclined(of_program, of_resident, true);
    IF NOT EXISTS (SELECT 1 FROM standing_decline s WHERE s.program_id = of_program AND s.resident_no = of_resident) THEN
        RAISE EXCEPTION 'resident % does not decline', of_resident USING ERRCODE = 'KY093', DETAIL = of_resident;
    END IF;
    INSERT INTO decline (program_id, resident_no, change, reason, evidence, person, business_day)
    VALUES (of_program, of_resident, 'CLAIMS', for_reason, with_evidence, by_person, on_day)
    RETURNING decline_no INTO made;
    PERFORM follow_decline(made);
    RETURN made;
END $$;
