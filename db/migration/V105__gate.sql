-- The gate (design §3.6, §3.7): what stops building, what stops a payment, and whom it keeps from approving.
-- Every entrance calls these functions; none of them changes anything.

-- Why nothing may be built now: what came in since the last assessment. No row: the view is current.
CREATE FUNCTION gate_stale(of_program smallint)
RETURNS TABLE (what text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH last AS (
        SELECT through_seq, master_id FROM assessment_run
        WHERE program_id = of_program AND finished_at IS NOT NULL
        ORDER BY run_id DESC LIMIT 1)
    SELECT 'NEVER_ASSESSED' WHERE NOT EXISTS (SELECT 1 FROM last)
    UNION
    SELECT f.kind FROM intake_file f, last
    WHERE f.completed_seq > last.through_seq AND f.kind IN ('APPLICATIONS', 'REGISTER')
      AND (f.program_id IS NULL OR f.program_id = of_program)
    UNION
    SELECT 'BANK_MASTER' FROM last
    WHERE last.master_id < (SELECT max(master_id) FROM bank_master WHERE completed)
$$;

-- Payments whose household a register says something new about that no assessment has seen: who is in it, who is
-- its head, who is entitled, whose name an account must bear. The next assessment settles what it means.
-- Plan: without a newer register nothing is read; else hash joins only.
CREATE FUNCTION register_changes(payments bigint[])
RETURNS TABLE (payment_no bigint) LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp SET enable_nestloop = off AS $$
DECLARE
    of_program smallint := (SELECT p.program_id FROM payment p WHERE p.payment_no = payments[1]);
    seen bigint := (SELECT r.through_seq FROM assessment_run r
                    WHERE r.program_id = of_program AND r.finished_at IS NOT NULL ORDER BY r.run_id DESC LIMIT 1);
    newer integer[] := ARRAY(SELECT f.file_id FROM intake_file f
                             WHERE f.kind = 'REGISTER' AND f.completed_seq > seen);
BEGIN
    IF cardinality(newer) = 0 THEN
        RETURN;
    END IF;
    RETURN QUERY
        WITH known AS (
            SELECT DISTINCT ON (r.resident_no) r.*
            FROM resident r
            JOIN register_snapshot s USING (snapshot_id)
            JOIN intake_file f ON f.file_id = r.snapshot_id AND f.completed_seq <= seen
            ORDER BY r.resident_no, s.as_of DESC
        ), changed AS (
            SELECT n.resident_no, n.household_no
            FROM current_resident n LEFT JOIN known k USING (resident_no)
            WHERE n.snapshot_id = ANY (newer)
              AND (n.household_no, n.name, n.kana, n.birth_date, n.head, n.resident_from, n.left_on, n.protected)
                  IS DISTINCT FROM
                  (k.household_no, k.name, k.kana, k.birth_date, k.head, k.resident_from, k.left_on, k.protected)
        ), households AS (
            SELECT c.household_no FROM changed c
            UNION
            SELECT e.household_no FROM changed c JOIN entitlement e USING (resident_no)
            WHERE e.program_id = of_program
        )
        SELECT p.payment_no
        FROM unnest(payments) AS w (payment_no)
        JOIN payment p USING (payment_no)
        JOIN decision d USING (application_id)
        JOIN households h ON h.household_no = d.household_no;
END $$;

-- Which of these payments may not be paid now, and why: the one gate every entrance calls. A payment is
-- stopped by an open finding on it, its application, household, one of its residents, account or wallet, by a
-- resident who is no longer entitled, by a newer register that says something else about its household, and by an
-- application that no longer stands.
-- Plan: from what stops, which is little, to payments; hash joins only, no sort of a city. The planner cannot know
-- how long the array is, and one nested loop of a city's payments over a city's findings would take an hour.
CREATE FUNCTION gate_blocked(payments bigint[])
RETURNS TABLE (payment_no bigint, code text) LANGUAGE sql STABLE ROWS 100 SECURITY DEFINER
SET search_path = public, pg_temp SET enable_nestloop = off SET enable_mergejoin = off
SET work_mem = '64MB' AS $$
    WITH open AS NOT MATERIALIZED (
        SELECT * FROM finding f WHERE f.state = 'OPEN'
    ), stopped (application_id, code) AS (
        SELECT f.application_id, f.code FROM open f WHERE f.application_id IS NOT NULL
        UNION ALL
        SELECT d.application_id, f.code
        FROM open f JOIN decision d ON d.household_no = f.household_no AND d.program_id = f.program_id
        WHERE f.household_no IS NOT NULL
        UNION ALL
        SELECT d.application_id, d.state::text FROM decision d WHERE d.state <> 'DECIDED'
    ), blocked (payment_no, code) AS (
        SELECT p.payment_no, s.code FROM stopped s JOIN payment p USING (application_id)
        UNION ALL
        SELECT f.payment_no, f.code FROM open f WHERE f.payment_no IS NOT NULL
        UNION ALL
        SELECT s.payment_no, f.code
        FROM open f JOIN payment_share s ON s.program_id = f.program_id AND s.resident_no = f.resident_no
        WHERE f.resident_no IS NOT NULL
        UNION ALL
        SELECT s.payment_no, f.code
        FROM open f JOIN payment_share s ON s.program_id = f.program_id AND s.resident_no = f.other_resident_no
        WHERE f.other_resident_no IS NOT NULL
        UNION ALL
        SELECT s.payment_no, 'ENTITLEMENT_LOST'
        FROM entitlement e JOIN payment_share s USING (program_id, resident_no)
        WHERE e.ineligible_snapshot IS NOT NULL
        UNION ALL
        -- Told while an assessment that did not know it was under way; the next one settles it.
        SELECT s.payment_no, 'CLAIM_DIFFERS'
        FROM standing_decline c JOIN payment_share s USING (program_id, resident_no)
        UNION ALL
        SELECT p.payment_no, f.code
        FROM open f
        JOIN application fa ON fa.application_id = f.application_id AND fa.application_id = ANY (ARRAY(
            SELECT o.application_id FROM open o WHERE o.code IN ('SHARED_ACCOUNT', 'SHARED_WALLET')))
        JOIN account c ON c.fingerprint = fa.payee_fingerprint
        JOIN payment p ON p.application_id = c.application_id AND p.account_version = c.version
        WHERE f.code IN ('SHARED_ACCOUNT', 'SHARED_WALLET')
    ), few AS MATERIALIZED (
        SELECT DISTINCT b.payment_no, b.code FROM blocked b
    )
    SELECT DISTINCT b.payment_no, b.code FROM few b JOIN unnest(payments) AS w (payment_no) USING (payment_no)
    UNION ALL
    SELECT DISTINCT c.payment_no, 'REGISTER_CHANGED' FROM register_changes(payments) c
$$;

-- Planned payments that no file may take now: what the gate says against them.
CREATE FUNCTION held_now(of_program smallint) RETURNS TABLE (payment_no bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT b.payment_no
    FROM gate_blocked(ARRAY(
        SELECT p.payment_no FROM payment p WHERE p.program_id = of_program AND p.state = 'PLANNED')) b
$$;

-- What the gate says against these payments, the first twenty in words; null: nothing.
CREATE FUNCTION gate_words(payments bigint[]) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT string_agg(b.payment_no || ' ' || b.code, ', ' ORDER BY b.payment_no, b.code)
    FROM (SELECT * FROM gate_blocked(payments) ORDER BY 1, 2 LIMIT 20) b
$$;

-- Applications about which a person decided anything: a finding on it, its household or one of its residents, its
-- account, its match, what it says, a correction of its paid claim, a decline of somebody of its household; of every version of it. He or she neither approves nor
-- releases their payments (design §3.6).
CREATE FUNCTION decided_by(of_person text)
RETURNS TABLE (application_id bigint) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH mine AS MATERIALIZED (
        SELECT * FROM finding f WHERE f.decided_by = of_person
    ), decided AS (
        SELECT f.application_id FROM mine f WHERE f.application_id IS NOT NULL
        UNION
        SELECT p.application_id FROM mine f JOIN payment p USING (payment_no)
        UNION
        SELECT d.application_id FROM mine f JOIN decision d ON d.program_id = f.program_id AND d.household_no = f.household_no
        UNION
        SELECT p.application_id
        FROM mine f JOIN payment_share s USING (program_id, resident_no) JOIN payment p ON p.payment_no = s.payment_no
        UNION
        SELECT p.application_id
        FROM mine f JOIN payment_share s ON s.program_id = f.program_id AND s.resident_no = f.other_resident_no
        JOIN payment p ON p.payment_no = s.payment_no
        UNION
        SELECT c.application_id FROM account c WHERE c.changed_by = of_person
        UNION
        SELECT c.application_id FROM correction c JOIN posting g USING (posting_id) WHERE g.person = of_person
        UNION
        SELECT d.application_id
        FROM decline c JOIN entitlement e USING (program_id, resident_no)
        JOIN decision d ON d.program_id = e.program_id AND d.household_no = e.household_no
        WHERE c.person = of_person
        UNION
        SELECT m.application_id FROM match_decision m WHERE m.decided_by = of_person OR m.revoked_by = of_person
        UNION
        SELECT r.application_id FROM rectification r WHERE r.person = of_person
    )
    SELECT d.application_id FROM decided d
    UNION
    SELECT v.application_id
    FROM decided d JOIN application_version w USING (application_id) JOIN application_version v USING (first_id)
$$;
