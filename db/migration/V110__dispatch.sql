-- Transfer and point files. Bytes are made once, at build; approval binds them; releasing is the paid mark.
-- The application role changes these tables only through the functions below.

CREATE TABLE dispatch_file (
    file_no      integer PRIMARY KEY CHECK (file_no BETWEEN 1 AND 999999),
    program_id   smallint NOT NULL,
    rail         rail NOT NULL,
    pay_date     date,                       -- null on the point rail
    name         text NOT NULL UNIQUE,
    state        file_state NOT NULL,
    sealed       bytea NOT NULL,
    sha256       bytea NOT NULL,
    count        integer NOT NULL CHECK (count > 0),
    sum          bigint NOT NULL CHECK (sum BETWEEN 1 AND 999999999999),
    digest       bytea NOT NULL,             -- over sorted (payment, amount, account fingerprint, payee as sent)
    built_by     text NOT NULL,
    built_at     timestamptz NOT NULL DEFAULT now(),
    submitted_by text,
    submitted_at timestamptz,
    approved_by  text,
    approved_at  timestamptz,
    released_by  text,
    released_at  timestamptz,
    closed_by    text,                       -- who rejected or withdrew it
    closed_at    timestamptz,
    closed_why   text,
    evidence     text,                       -- of the bank's or provider's acceptance
    CHECK ((rail = 'CASH') = (pay_date IS NOT NULL)),
    -- Maker, approver and releaser are three people (design §3.6).
    CHECK (approved_by IS NULL OR (approved_by <> built_by AND approved_by <> submitted_by)),
    CHECK (released_by IS NULL
           OR (released_by <> built_by AND released_by <> submitted_by AND released_by <> approved_by)),
    CHECK (state NOT IN ('SUBMITTED', 'APPROVED') OR submitted_by IS NOT NULL),
    CHECK (state <> 'APPROVED' OR approved_by IS NOT NULL),
    CHECK (state IN ('DRAFT', 'SUBMITTED', 'APPROVED', 'REJECTED', 'WITHDRAWN')
           OR (submitted_by IS NOT NULL AND approved_by IS NOT NULL AND released_by IS NOT NULL)),
    CHECK ((state IN ('REJECTED', 'WITHDRAWN')) = (closed_why IS NOT NULL))
);
ALTER TABLE dispatch_file ALTER COLUMN sealed SET STORAGE EXTERNAL;

CREATE TABLE dispatch_item (
    payment_no  bigint NOT NULL,
    file_no     integer NOT NULL,
    amount      bigint NOT NULL,
    fingerprint bytea,                       -- of account or wallet; null: charge code
    PRIMARY KEY (payment_no, file_no)
);
CREATE INDEX dispatch_item_file ON dispatch_item (file_no);
CREATE TRIGGER dispatch_item_is_a_fact BEFORE UPDATE OR DELETE ON dispatch_item
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What exactly the approver saw.
CREATE TABLE approval (
    file_no integer PRIMARY KEY REFERENCES dispatch_file,
    person  text NOT NULL,
    at      timestamptz NOT NULL DEFAULT now(),
    sha256  bytea NOT NULL,
    count   integer NOT NULL,
    sum     bigint NOT NULL,
    digest  bytea NOT NULL
);
CREATE TRIGGER approval_is_a_fact BEFORE UPDATE OR DELETE ON approval
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Every time bytes left the database.
CREATE TABLE download (
    download_no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    file_no     integer NOT NULL REFERENCES dispatch_file,
    person      text NOT NULL,
    at          timestamptz NOT NULL DEFAULT now()
);

-- A file keeps its bytes and its makers; it moves only forward, or out before release.
CREATE FUNCTION dispatch_file_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.file_no, OLD.program_id, OLD.rail, OLD.pay_date, OLD.name, OLD.sha256, OLD.count, OLD.sum,
        OLD.digest, OLD.built_by, OLD.built_at)
       IS DISTINCT FROM
       (NEW.file_no, NEW.program_id, NEW.rail, NEW.pay_date, NEW.name, NEW.sha256, NEW.count, NEW.sum,
        NEW.digest, NEW.built_by, NEW.built_at)
       OR OLD.sealed IS DISTINCT FROM NEW.sealed
       OR (OLD.submitted_by IS NOT NULL AND OLD.submitted_by IS DISTINCT FROM NEW.submitted_by)
       OR (OLD.approved_by IS NOT NULL AND OLD.approved_by IS DISTINCT FROM NEW.approved_by)
       OR (OLD.released_by IS NOT NULL AND OLD.released_by IS DISTINCT FROM NEW.released_by)
    THEN
        RAISE EXCEPTION 'file % is fixed since it was built', OLD.file_no USING ERRCODE = 'restrict_violation';
    END IF;
    IF NOT (CASE OLD.state
        WHEN 'DRAFT' THEN NEW.state IN ('SUBMITTED', 'REJECTED', 'WITHDRAWN')
        WHEN 'SUBMITTED' THEN NEW.state IN ('APPROVED', 'REJECTED', 'WITHDRAWN')
        WHEN 'APPROVED' THEN NEW.state IN ('RELEASED', 'REJECTED', 'WITHDRAWN')
        WHEN 'RELEASED' THEN NEW.state IN ('ACCEPTED', 'UNKNOWN', 'CANCEL_REQUESTED')
        WHEN 'UNKNOWN' THEN NEW.state IN ('ACCEPTED', 'RELEASED', 'CANCELLED')
        WHEN 'CANCEL_REQUESTED' THEN NEW.state IN ('ACCEPTED', 'RELEASED', 'CANCELLED')
        WHEN 'ACCEPTED' THEN NEW.state = 'SETTLED'
        ELSE false END)
    THEN
        RAISE EXCEPTION 'file % is % and cannot become %', OLD.file_no, OLD.state, NEW.state
            USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    IF NEW.state = 'RELEASED' AND NOT EXISTS (
        SELECT 1 FROM approval a
        WHERE a.file_no = NEW.file_no AND a.person = NEW.approved_by AND a.sha256 = NEW.sha256
          AND a.count = NEW.count AND a.sum = NEW.sum AND a.digest = NEW.digest)
    THEN
        RAISE EXCEPTION 'file % is not what was approved', NEW.file_no USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER dispatch_file_moves BEFORE UPDATE ON dispatch_file
    FOR EACH ROW EXECUTE FUNCTION dispatch_file_moves();
CREATE TRIGGER dispatch_file_stays BEFORE DELETE ON dispatch_file
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Why nothing may be built now: what came in since the last assessment. No row: the view is current.
CREATE FUNCTION gate_stale(of_program smallint)
RETURNS TABLE (what text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    WITH last AS (
        SELECT through_seq, master_id FROM assessment_run
        WHERE program_id = of_program AND finished_at IS NOT NULL
        ORDER BY run_id DESC LIMIT 1)
    SELECT 'NEVER_ASSESSED' WHERE NOT EXISTS (SELECT 1 FROM last)
    UNION ALL
    SELECT f.kind FROM intake_file f, last
    WHERE f.completed_seq > last.through_seq AND f.kind IN ('APPLICATIONS', 'REGISTER')
      AND (f.program_id IS NULL OR f.program_id = of_program)
    UNION ALL
    SELECT 'BANK_MASTER' FROM last
    WHERE last.master_id < (SELECT max(master_id) FROM bank_master WHERE completed)
$$;

-- Which of these payments may not be paid now, and why: the one gate every entrance calls. A payment is
-- stopped by an open finding on it, its application, household, one of its residents, account or wallet, by a
-- resident who is no longer entitled, and by an application that no longer stands.
CREATE FUNCTION gate_blocked(payments bigint[])
RETURNS TABLE (payment_no bigint, code text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    WITH mine AS MATERIALIZED (
        SELECT p.payment_no, p.program_id, p.application_id, p.account_version
        FROM payment p WHERE p.payment_no = ANY (payments)
    ), open AS MATERIALIZED (
        SELECT * FROM finding WHERE state = 'OPEN'
    )
    SELECT m.payment_no, f.code FROM mine m JOIN open f ON f.application_id = m.application_id
    UNION
    SELECT m.payment_no, f.code FROM mine m JOIN open f ON f.payment_no = m.payment_no
    UNION
    SELECT m.payment_no, f.code
    FROM open f
    JOIN decision d ON d.household_no = f.household_no AND d.program_id = f.program_id
    JOIN mine m ON m.application_id = d.application_id
    WHERE f.household_no IS NOT NULL
    UNION
    SELECT m.payment_no, f.code
    FROM open f
    JOIN payment_share s ON s.resident_no = f.resident_no AND s.program_id = f.program_id AND s.live
    JOIN mine m ON m.payment_no = s.payment_no
    WHERE f.resident_no IS NOT NULL
    UNION
    SELECT m.payment_no, f.code
    FROM open f
    JOIN application fa ON fa.application_id = f.application_id
    JOIN account c ON c.fingerprint = fa.payee_fingerprint
    JOIN mine m ON m.application_id = c.application_id AND m.account_version = c.version
    WHERE f.code IN ('SHARED_ACCOUNT', 'SHARED_WALLET')
    UNION
    SELECT m.payment_no, 'ENTITLEMENT_LOST'
    FROM entitlement e
    JOIN payment_share s ON s.program_id = e.program_id AND s.resident_no = e.resident_no
    JOIN mine m ON m.payment_no = s.payment_no
    WHERE e.ineligible_snapshot IS NOT NULL
    UNION
    SELECT m.payment_no, d.state::text
    FROM mine m JOIN decision d USING (application_id)
    WHERE d.state <> 'DECIDED'
$$;

-- Payments that a file may take now, in order of payment number. Amounts are recomputed by the caller.
CREATE FUNCTION payable_now(of_program smallint)
RETURNS TABLE (payment_no bigint) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE
    waiting bigint[];
BEGIN
    SELECT coalesce(array_agg(p.payment_no), '{}') INTO waiting
    FROM payment p WHERE p.program_id = of_program AND p.state = 'PLANNED';
    RETURN QUERY
        SELECT w.no FROM unnest(waiting) AS w (no)
        EXCEPT SELECT b.payment_no FROM gate_blocked(waiting) b
        ORDER BY 1;
END $$;

-- Stores a built file as DRAFT and takes its payments into it: the only way in. Recomputes every amount from
-- residents and rate, refuses one above the household cap, a file beyond the rail's budget, a stale view, a
-- blocked payment, and a count or sum that the payments do not give.
CREATE FUNCTION create_file(new_file_no integer, of_program smallint, on_rail rail, on_pay_date date, new_name text,
    new_sealed bytea, new_sha256 bytea, new_digest bytea, payments bigint[], fingerprints bytea[],
    on_day date, by_person text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    g program%ROWTYPE;
    rate bigint;
    cap bigint;
    budget bigint;
    spent bigint;
    total bigint;
    wrong bigint;
BEGIN
    SELECT * INTO STRICT g FROM program WHERE program_id = of_program FOR UPDATE;
    IF EXISTS (SELECT 1 FROM gate_stale(of_program)) THEN
        RAISE EXCEPTION 'something arrived that was not assessed' USING ERRCODE = 'KY001';
    END IF;
    SELECT b.payment_no INTO wrong FROM gate_blocked(payments) b LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'payment % is stopped by a finding', wrong USING ERRCODE = 'KY002';
    END IF;
    rate := CASE on_rail WHEN 'CASH' THEN g.rate_cash ELSE g.rate_points END;
    cap := CASE on_rail WHEN 'CASH' THEN g.cap_cash ELSE g.cap_points END;
    SELECT p.payment_no INTO wrong
    FROM payment p
    LEFT JOIN (SELECT s.payment_no, count(*) AS residents FROM payment_share s
               WHERE s.payment_no = ANY (payments) AND s.live GROUP BY s.payment_no) s USING (payment_no)
    WHERE p.payment_no = ANY (payments)
      AND (p.rail <> on_rail OR p.program_id <> of_program
           OR (p.correction = 0 AND p.amount IS DISTINCT FROM s.residents * rate) OR p.amount > cap)
    LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'payment % is not what its residents are due, or above the cap', wrong USING ERRCODE = 'KY003';
    END IF;
    SELECT sum(p.amount) INTO total FROM payment p WHERE p.payment_no = ANY (payments);
    SELECT sum(CASE on_rail WHEN 'CASH' THEN l.cash ELSE l.points END) INTO budget
    FROM budget_line l WHERE l.program_id = of_program;
    SELECT coalesce(sum(p.amount), 0) INTO spent FROM payment p
    WHERE p.program_id = of_program AND p.rail = on_rail AND p.state IN ('IN_FILE', 'RELEASED', 'ACCEPTED', 'SETTLED');
    IF spent + total > coalesce(budget, 0) THEN
        RAISE EXCEPTION 'file of % is beyond the remaining budget of %', total, coalesce(budget, 0) - spent
            USING ERRCODE = 'KY004', DETAIL = total || ' ' || (coalesce(budget, 0) - spent);
    END IF;
    INSERT INTO dispatch_file (file_no, program_id, rail, pay_date, name, state, sealed, sha256, count, sum,
                               digest, built_by)
    VALUES (new_file_no, of_program, on_rail, on_pay_date, new_name, 'DRAFT', new_sealed, new_sha256,
            cardinality(payments), total, new_digest, by_person);
    INSERT INTO dispatch_item (payment_no, file_no, amount, fingerprint)
    SELECT p.payment_no, new_file_no, p.amount, i.fingerprint
    FROM unnest(payments, fingerprints) AS i (payment_no, fingerprint) JOIN payment p USING (payment_no)
    ORDER BY p.payment_no;
    PERFORM post_payments(
        new_posting(of_program, on_day, by_person, 'BUILD', '', 'file ' || new_file_no),
        payments, ARRAY['PLANNED']::payment_state[], 'IN_FILE');
END $$;

-- Moves a file: the one function behind submit, approve, reject, withdraw, release and acceptance. Takes the
-- file's lock, checks exactly its payments at the gate again, keeps the people apart, posts its payments.
CREATE FUNCTION move_file(of_file integer, into_state file_state, on_day date, by_person text, for_reason text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    f dispatch_file%ROWTYPE;
    payments bigint[];
    blocked text;
BEGIN
    SELECT * INTO f FROM dispatch_file WHERE file_no = of_file FOR UPDATE;
    IF f.file_no IS NULL THEN
        RAISE EXCEPTION 'no file %', of_file USING ERRCODE = 'no_data_found';
    END IF;
    SELECT array_agg(i.payment_no ORDER BY i.payment_no) INTO payments
    FROM dispatch_item i WHERE i.file_no = of_file;
    PERFORM 1 FROM payment p WHERE p.payment_no = ANY (payments) ORDER BY p.payment_no FOR UPDATE;

    IF into_state IN ('SUBMITTED', 'APPROVED', 'RELEASED') AND f.state IN ('DRAFT', 'SUBMITTED', 'APPROVED') THEN
        SELECT string_agg(b.payment_no || ' ' || b.code, ', ' ORDER BY b.payment_no) INTO blocked
        FROM (SELECT * FROM gate_blocked(payments) ORDER BY 1 LIMIT 20) b;
        IF blocked IS NOT NULL THEN
            RAISE EXCEPTION 'file % holds payments that may not be paid: %', of_file, blocked
                USING ERRCODE = 'KY002', DETAIL = blocked;
        END IF;
    END IF;
    -- Who decided about one of these payments does not also approve or release it (design §3.6).
    IF into_state IN ('APPROVED', 'RELEASED') AND EXISTS (
        SELECT 1 FROM payment p
        WHERE p.payment_no = ANY (payments)
          AND (EXISTS (SELECT 1 FROM finding n WHERE n.decided_by = by_person
                         AND (n.application_id = p.application_id OR n.payment_no = p.payment_no))
               OR EXISTS (SELECT 1 FROM account c WHERE c.changed_by = by_person
                            AND c.application_id = p.application_id)
               OR EXISTS (SELECT 1 FROM match_decision m WHERE m.decided_by = by_person
                            AND m.application_id = p.application_id)))
    THEN
        RAISE EXCEPTION '% decided about a payment of file %', by_person, of_file USING ERRCODE = 'KY005';
    END IF;

    IF into_state = 'APPROVED' THEN
        INSERT INTO approval (file_no, person, sha256, count, sum, digest)
        VALUES (of_file, by_person, f.sha256, f.count, f.sum, f.digest);
    END IF;
    UPDATE dispatch_file SET
        state = into_state,
        submitted_by = CASE into_state WHEN 'SUBMITTED' THEN by_person ELSE submitted_by END,
        submitted_at = CASE into_state WHEN 'SUBMITTED' THEN now() ELSE submitted_at END,
        approved_by = CASE into_state WHEN 'APPROVED' THEN by_person ELSE approved_by END,
        approved_at = CASE into_state WHEN 'APPROVED' THEN now() ELSE approved_at END,
        released_by = CASE WHEN into_state = 'RELEASED' AND f.state = 'APPROVED' THEN by_person ELSE released_by END,
        released_at = CASE WHEN into_state = 'RELEASED' AND f.state = 'APPROVED' THEN now() ELSE released_at END,
        closed_by = CASE WHEN into_state IN ('REJECTED', 'WITHDRAWN') THEN by_person ELSE closed_by END,
        closed_at = CASE WHEN into_state IN ('REJECTED', 'WITHDRAWN') THEN now() ELSE closed_at END,
        closed_why = CASE WHEN into_state IN ('REJECTED', 'WITHDRAWN') THEN for_reason ELSE closed_why END,
        evidence = CASE into_state WHEN 'ACCEPTED' THEN for_reason ELSE evidence END
    WHERE file_no = of_file;

    IF into_state IN ('REJECTED', 'WITHDRAWN') THEN
        PERFORM post_payments(
            new_posting(f.program_id, on_day, by_person, into_state::text, for_reason, 'file ' || of_file),
            payments, ARRAY['IN_FILE']::payment_state[], 'PLANNED');
    ELSIF into_state = 'RELEASED' AND f.state = 'APPROVED' THEN
        PERFORM post_payments(
            new_posting(f.program_id, on_day, by_person, 'RELEASE', for_reason, 'file ' || of_file),
            payments, ARRAY['IN_FILE']::payment_state[], 'RELEASED');
    ELSIF into_state = 'ACCEPTED' THEN
        -- A return may have come first: those stay returned.
        SELECT coalesce(array_agg(p.payment_no), '{}') INTO payments
        FROM payment p WHERE p.payment_no = ANY (payments) AND p.state = 'RELEASED';
        PERFORM post_payments(
            new_posting(f.program_id, on_day, by_person, 'ACCEPT', for_reason, 'file ' || of_file),
            payments, ARRAY['RELEASED']::payment_state[], 'ACCEPTED');
    END IF;
END $$;
