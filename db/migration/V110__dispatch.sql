-- Transfer and point files. Bytes are made once, at build; approval binds them; releasing is the paid mark.
-- The application role changes these tables only through the functions below.

CREATE TABLE dispatch_file (
    file_no      integer PRIMARY KEY CHECK (file_no BETWEEN 1 AND 999999),
    program_id   smallint NOT NULL,
    rail         rail NOT NULL,
    pay_date     date,                       -- null on the point rail
    expires_on   date,                       -- of points, as the file tells the provider; null on the cash rail
    name         text NOT NULL UNIQUE,
    state        file_state NOT NULL,
    sealed       bytea NOT NULL,
    sha256       bytea NOT NULL,
    count        integer NOT NULL CHECK (count > 0),
    sum          bigint NOT NULL CHECK (sum BETWEEN 1 AND 999999999999),
    digest       bytea NOT NULL,             -- over sorted (payment, amount, account fingerprint, payee as sent)
    built_by     text NOT NULL,
    built_at     timestamptz,                -- null until take_files has taken its payments
    submitted_by text,
    submitted_at timestamptz,
    approved_by  text,
    approved_at  timestamptz,
    released_by  text,
    released_at  timestamptz,
    closed_by    text,                       -- who rejected or withdrew it
    closed_at    timestamptz,
    closed_why   text,
    evidence     text,                       -- of acceptance, or how it left UNKNOWN or CANCEL_REQUESTED
    CHECK ((rail = 'CASH') = (pay_date IS NOT NULL)),
    CHECK ((rail = 'POINTS') = (expires_on IS NOT NULL)),
    -- Maker, approver and releaser are three people (design §3.6).
    CONSTRAINT approver_is_not_maker CHECK (
        approved_by IS NULL OR (approved_by <> built_by AND approved_by <> submitted_by)),
    CONSTRAINT releaser_is_a_third CHECK (
        released_by IS NULL
        OR (released_by <> built_by AND released_by <> submitted_by AND released_by <> approved_by)),
    CHECK (state NOT IN ('SUBMITTED', 'APPROVED') OR submitted_by IS NOT NULL),
    CHECK (state <> 'APPROVED' OR approved_by IS NOT NULL),
    CHECK (state IN ('DRAFT', 'SUBMITTED', 'APPROVED', 'REJECTED', 'WITHDRAWN')
           OR (submitted_by IS NOT NULL AND approved_by IS NOT NULL AND released_by IS NOT NULL)),
    CHECK ((state IN ('REJECTED', 'WITHDRAWN')) = (closed_why IS NOT NULL)),
    CHECK (closed_why <> ''),
    CHECK (evidence <> ''),
    CHECK (state NOT IN ('ACCEPTED', 'SETTLED', 'CANCELLED') OR evidence IS NOT NULL)
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
    at      timestamptz NOT NULL DEFAULT act_time(),
    sha256  bytea NOT NULL,
    count   integer NOT NULL,
    sum     bigint NOT NULL,
    digest  bytea NOT NULL
);
CREATE TRIGGER approval_is_a_fact BEFORE UPDATE OR DELETE ON approval
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A file moves only forward, or out before release (design §3.4).
CREATE FUNCTION file_may_become(from_state file_state, into_state file_state) RETURNS boolean LANGUAGE sql IMMUTABLE
    RETURN CASE from_state
        WHEN 'DRAFT' THEN into_state IN ('SUBMITTED', 'REJECTED', 'WITHDRAWN')
        WHEN 'SUBMITTED' THEN into_state IN ('APPROVED', 'REJECTED', 'WITHDRAWN')
        WHEN 'APPROVED' THEN into_state IN ('RELEASED', 'REJECTED', 'WITHDRAWN')
        WHEN 'RELEASED' THEN into_state IN ('ACCEPTED', 'UNKNOWN', 'CANCEL_REQUESTED')
        WHEN 'UNKNOWN' THEN into_state IN ('ACCEPTED', 'RELEASED', 'CANCELLED')
        WHEN 'CANCEL_REQUESTED' THEN into_state IN ('ACCEPTED', 'RELEASED', 'CANCELLED')
        WHEN 'ACCEPTED' THEN into_state = 'SETTLED'
        ELSE false END;

-- A file keeps its makers and all it says. (Its bytes: V190 refuses every statement that names them; comparing them here would
-- read a city's files twice at every act.)
CREATE FUNCTION dispatch_file_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.file_no, OLD.program_id, OLD.rail, OLD.pay_date, OLD.expires_on, OLD.name, OLD.sha256, OLD.count, OLD.sum,
        OLD.digest, OLD.built_by, coalesce(OLD.built_at, NEW.built_at))
       IS DISTINCT FROM
       (NEW.file_no, NEW.program_id, NEW.rail, NEW.pay_date, NEW.expires_on, NEW.name, NEW.sha256, NEW.count, NEW.sum,
        NEW.digest, NEW.built_by, NEW.built_at)
       OR (OLD.submitted_by IS NOT NULL AND OLD.submitted_by IS DISTINCT FROM NEW.submitted_by)
       OR (OLD.approved_by IS NOT NULL AND OLD.approved_by IS DISTINCT FROM NEW.approved_by)
       OR (OLD.released_by IS NOT NULL AND OLD.released_by IS DISTINCT FROM NEW.released_by)
    THEN
        RAISE EXCEPTION 'file % is fixed since it was built', OLD.file_no USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.built_at IS NULL AND NEW.state = 'DRAFT' THEN
        RETURN NEW;
    END IF;
    IF OLD.built_at IS NULL OR NOT file_may_become(OLD.state, NEW.state)
    THEN
        RAISE EXCEPTION 'file % is % and cannot become %', OLD.file_no, OLD.state, NEW.state
            USING ERRCODE = 'KY007', DETAIL = OLD.file_no || ' ' || OLD.state || ' ' || NEW.state;
    END IF;
    IF NEW.state = 'RELEASED' AND NOT EXISTS (
        SELECT 1 FROM approval a
        WHERE a.file_no = NEW.file_no AND a.person = NEW.approved_by AND a.sha256 = NEW.sha256
          AND a.count = NEW.count AND a.sum = NEW.sum AND a.digest = NEW.digest)
    THEN
        RAISE EXCEPTION 'file % is not what was approved', NEW.file_no
            USING ERRCODE = 'KY008', DETAIL = NEW.file_no;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER dispatch_file_moves BEFORE UPDATE ON dispatch_file
    FOR EACH ROW EXECUTE FUNCTION dispatch_file_moves();
CREATE TRIGGER dispatch_file_stays BEFORE DELETE ON dispatch_file
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A file that was added and whose payments were not taken does not outlive its transaction: between add_file and
-- take_files nothing has been asked of the gate yet.
CREATE FUNCTION file_is_taken() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM dispatch_file f WHERE f.file_no = NEW.file_no AND f.built_at IS NULL) THEN
        RAISE EXCEPTION 'file % was added and not taken', NEW.file_no USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER dispatch_file_is_taken AFTER INSERT ON dispatch_file
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION file_is_taken();

-- The number of the next file. Whoever asked first commits or gives up before the next one is answered, so
-- numbers go on without gaps and two builders never see the same payments waiting.
CREATE FUNCTION next_file_no() RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    LOCK TABLE dispatch_file IN SHARE ROW EXCLUSIVE MODE;
    RETURN (SELECT coalesce(max(file_no), 0) + 1 FROM dispatch_file);
END $$;

-- Adds a built file as DRAFT with its payments; item i says how much of which payment goes where. One file a call, so
-- that a builder holds one file in memory and the next is made while this one is stored. Nothing is asked here:
-- take_files does for all files of the transaction, and without it the transaction cannot commit.
CREATE FUNCTION add_file(of_program smallint, on_rail rail, on_pay_date date, by_person text, with_no integer,
    with_name text, with_sealed bytea, with_sha256 bytea, with_digest bytea, payments bigint[], amounts bigint[],
    fingerprints bytea[])
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO dispatch_file (file_no, program_id, rail, pay_date, expires_on, name, state, sealed, sha256, count, sum,
                               digest, built_by)
    SELECT with_no, of_program, on_rail, on_pay_date,
           (SELECT g.points_expires FROM program g WHERE g.program_id = of_program AND on_rail = 'POINTS'),
           with_name, 'DRAFT', with_sealed, with_sha256,
           cardinality(payments), (SELECT sum(a.amount) FROM unnest(amounts) AS a (amount)), with_digest, by_person;
    INSERT INTO dispatch_item (payment_no, file_no, amount, fingerprint)
    SELECT i.payment_no, with_no, i.amount, i.fingerprint
    FROM unnest(payments, amounts, fingerprints) AS i (payment_no, amount, fingerprint)
$$;

-- Of the payments in these files, those that are not what they should be: of the file's program and rail, within the
-- household cap, sent to their own account, and worth what decision and register give today: members of the household
-- that the application claims, times the rate. A payment that stands in them twice is wrong too.
-- Plan: every table read once for all files, hash joins only; on two cores, for while a build waits for this nothing else works.
CREATE FUNCTION wrong_items(of_files integer[])
RETURNS TABLE (payment_no bigint) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp SET enable_nestloop = off SET enable_mergejoin = off
SET work_mem = '64MB' SET max_parallel_workers_per_gather = 1 AS $$
    WITH mine AS MATERIALIZED (
        SELECT i.payment_no, p.correction, p.residents, d.program_id, d.household_no, d.members, d.declined, d.reserved,
               (p.program_id, p.rail, p.amount, c.rail, c.fingerprint)
               IS DISTINCT FROM (f.program_id, f.rail, i.amount, f.rail, i.fingerprint)
               OR i.amount > CASE f.rail WHEN 'CASH' THEN g.cap_cash ELSE g.cap_points END
               OR i.amount <> p.residents * CASE f.rail WHEN 'CASH' THEN g.rate_cash ELSE g.rate_points END
               OR (p.correction > 0 OR p.attempt > 1)
                  AND (SELECT sum(o.amount) FROM payment o
                       WHERE o.application_id = p.application_id AND o.rail = p.rail AND payment_live(o.state))
                      > CASE f.rail WHEN 'CASH' THEN g.cap_cash ELSE g.cap_points END
               AS wrong
        FROM dispatch_item i
        JOIN dispatch_file f USING (file_no)
        JOIN program g USING (program_id)
        LEFT JOIN payment p ON p.payment_no = i.payment_no
        LEFT JOIN decision d ON d.application_id = p.application_id
        LEFT JOIN account c ON c.application_id = p.application_id AND c.version = p.account_version
        WHERE i.file_no = ANY (of_files)
    ), different AS MATERIALIZED (
        SELECT s.payment_no, s.program_id, s.resident_no FROM payment_share s WHERE s.correction <> 0 AND s.live
    )
    SELECT m.payment_no FROM mine m WHERE m.wrong
    UNION ALL
    SELECT m.payment_no
    FROM mine m
    LEFT JOIN entitlement e ON e.program_id = m.program_id AND e.household_no = m.household_no
                           AND e.ineligible_snapshot IS NULL
                           AND claims(m.members, m.declined, m.reserved, e.resident_no)
    GROUP BY m.payment_no
    -- Of a benefit those who are not paid by a difference, of a difference those it is for.
    HAVING count(e.resident_no) FILTER (WHERE CASE m.correction
               WHEN 0 THEN (e.program_id, e.resident_no) NOT IN (SELECT x.program_id, x.resident_no FROM different x)
               ELSE (m.payment_no, e.resident_no) IN (SELECT x.payment_no, x.resident_no FROM different x) END)
           IS DISTINCT FROM min(m.residents)
    UNION ALL
    -- Where all entitled members claim, as many shares as residents are the right ones.
    SELECT s.payment_no
    FROM mine m JOIN payment_share s USING (payment_no)
    WHERE (m.members IS NOT NULL OR m.declined <> '{}' OR m.reserved <> '{}')
      AND NOT claims(m.members, m.declined, m.reserved, s.resident_no)
$$;

-- Takes the payments of all files that this transaction added into them: the only way in. Refuses a stale view, a
-- blocked payment, an item that is not what its residents are due or above the household cap, and files beyond
-- a rail's budget. The gate and every amount are asked once, for all files of a build together.
CREATE FUNCTION take_files(of_program smallint, on_day date, by_person text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET enable_nestloop = off SET work_mem = '64MB' AS $$
DECLARE
    files integer[];
    payments bigint[];
    beyond record;
    blocked text;
    wrong bigint;
BEGIN
    PERFORM 1 FROM program WHERE program_id = of_program FOR UPDATE;
    SELECT array_agg(f.file_no ORDER BY f.file_no) INTO files
    FROM dispatch_file f WHERE f.program_id = of_program AND f.built_at IS NULL;
    IF files IS NULL THEN
        RETURN;
    END IF;
    SELECT array_agg(i.payment_no ORDER BY i.payment_no) INTO payments
    FROM dispatch_item i WHERE i.file_no = ANY (files);
    SELECT string_agg(s.what, ' ' ORDER BY s.what) INTO blocked FROM gate_stale(of_program) s;
    IF blocked IS NOT NULL THEN
        RAISE EXCEPTION 'something arrived that was not assessed: %', blocked
            USING ERRCODE = 'KY001', DETAIL = blocked;
    END IF;
    blocked := gate_words(payments);
    IF blocked IS NOT NULL THEN
        RAISE EXCEPTION 'payments may not be paid: %', blocked USING ERRCODE = 'KY002', DETAIL = blocked;
    END IF;
    SELECT min(w.payment_no) INTO wrong FROM wrong_items(files) w;
    IF wrong IS NOT NULL THEN
        RAISE EXCEPTION 'payment % is not what its residents are due, or above the cap', wrong
            USING ERRCODE = 'KY003', DETAIL = wrong;
    END IF;
    SELECT f.total, f.budget - f.spent AS remaining INTO beyond
    FROM (SELECT t.rail, t.total,
                 (SELECT coalesce(sum(CASE t.rail WHEN 'CASH' THEN l.cash ELSE l.points END), 0)
                  FROM budget_line l WHERE l.program_id = of_program) AS budget,
                 (SELECT coalesce(sum(p.amount), 0)
                  FROM payment p
                  WHERE p.program_id = of_program AND p.rail = t.rail
                    AND p.state IN ('IN_FILE', 'RELEASED', 'ACCEPTED', 'SETTLED')) AS spent
          FROM (SELECT d.rail, sum(d.sum) AS total
                FROM dispatch_file d WHERE d.file_no = ANY (files) GROUP BY d.rail) t) f
    WHERE f.spent + f.total > f.budget
    ORDER BY f.rail LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'files of % are beyond the remaining budget of %', beyond.total, beyond.remaining
            USING ERRCODE = 'KY004', DETAIL = beyond.total || ' ' || beyond.remaining;
    END IF;
    UPDATE dispatch_file SET built_at = act_time() WHERE file_no = ANY (files);
    PERFORM move_payments(
        new_posting(of_program, on_day, by_person, 'BUILD', '', file_cause(files)),
        payments, ARRAY['PLANNED']::payment_state[], 'IN_FILE');
END $$;

-- Files as the cause of a posting.
CREATE FUNCTION file_cause(files integer[]) RETURNS text LANGUAGE sql IMMUTABLE
    RETURN 'file ' || array_to_string(files, ', ');

-- Moves files of one program, all or none: the one function behind submit, approve, reject, withdraw, release, acceptance
-- and what follows. Takes the files' locks (payments in a file move only with it), checks exactly their payments
-- at the gate again, keeps the people apart, posts their payments. On the way to release a pay date must lie ahead
-- (holidays and cut-off are the caller's, who knows them). A doubt, and how it ended, is written down as evidence: told_by
-- and dated say whose word it is and of when; without them the document speaks for itself.
CREATE FUNCTION move_files(of_files integer[], into_state file_state, on_day date, by_person text, for_reason text,
    told_by text DEFAULT NULL, dated date DEFAULT NULL)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET enable_nestloop = off SET work_mem = '64MB' AS $$
DECLARE
    f dispatch_file%ROWTYPE;
    payments bigint[];
    blocked text;
    before_release boolean := false;
    closing boolean := into_state IN ('REJECTED', 'WITHDRAWN');
    found_files integer := 0;
    first_released integer[] := '{}';
    doubted integer[] := '{}';
    doubted_from file_state[] := '{}';
    doubting boolean := into_state IN ('UNKNOWN', 'CANCEL_REQUESTED');
    wrong bigint;
BEGIN
    FOR f IN SELECT * FROM dispatch_file WHERE file_no = ANY (of_files) ORDER BY file_no FOR UPDATE LOOP
        found_files := found_files + 1;
        IF NOT file_may_become(f.state, into_state) THEN -- before anything else is said about it
            RAISE EXCEPTION 'file % is % and cannot become %', f.file_no, f.state, into_state
                USING ERRCODE = 'KY007', DETAIL = f.file_no || ' ' || f.state || ' ' || into_state;
        END IF;
        before_release := before_release OR f.state IN ('DRAFT', 'SUBMITTED', 'APPROVED');
        IF into_state = 'RELEASED' AND f.state = 'APPROVED' THEN
            first_released := first_released || f.file_no;
        END IF;
        IF doubting OR f.state IN ('UNKNOWN', 'CANCEL_REQUESTED') THEN
            doubted := doubted || f.file_no;
            doubted_from := doubted_from || f.state;
        END IF;
        IF f.pay_date <= on_day AND (into_state IN ('SUBMITTED', 'APPROVED') OR into_state = 'RELEASED' AND f.state = 'APPROVED')
        THEN
            RAISE EXCEPTION 'file % was to be paid on %', f.file_no, f.pay_date
                USING ERRCODE = 'KY009', DETAIL = f.file_no || ' ' || f.pay_date;
        END IF;
    END LOOP;
    IF found_files <> cardinality(of_files) OR found_files = 0 THEN
        RAISE EXCEPTION 'not every file is there once: %', of_files USING ERRCODE = 'no_data_found';
    END IF;
    IF (SELECT count(DISTINCT d.program_id) FROM dispatch_file d WHERE d.file_no = ANY (of_files)) > 1 THEN
        RAISE EXCEPTION 'files of several programs: %', of_files USING ERRCODE = 'KY011', DETAIL = array_to_string(of_files, ', ');
    END IF;
    SELECT array_agg(i.payment_no) INTO payments FROM dispatch_item i WHERE i.file_no = ANY (of_files);

    IF into_state IN ('SUBMITTED', 'APPROVED', 'RELEASED') AND before_release THEN
        blocked := gate_words(payments);
        IF blocked IS NOT NULL THEN
            RAISE EXCEPTION 'payments may not be paid: %', blocked USING ERRCODE = 'KY002', DETAIL = blocked;
        END IF;
    END IF;
    IF into_state IN ('APPROVED', 'RELEASED') AND before_release THEN
        SELECT min(p.payment_no) INTO wrong
        FROM unnest(payments) AS w (payment_no) JOIN payment p USING (payment_no)
        WHERE p.application_id IN (SELECT d.application_id FROM decided_by(by_person) d);
        IF wrong IS NOT NULL THEN
            RAISE EXCEPTION '% decided about payment %', by_person, wrong USING ERRCODE = 'KY005', DETAIL = wrong;
        END IF;
    END IF;
    IF into_state = 'SETTLED' THEN
        SELECT min(p.payment_no) INTO wrong
        FROM unnest(payments) AS w (payment_no) JOIN payment p USING (payment_no)
        WHERE p.state NOT IN ('SETTLED', 'RETURNED');
        IF wrong IS NOT NULL THEN
            RAISE EXCEPTION 'payment % is outstanding', wrong
                USING ERRCODE = 'object_not_in_prerequisite_state';
        END IF;
    END IF;

    IF into_state = 'APPROVED' THEN
        INSERT INTO approval (file_no, person, sha256, count, sum, digest)
        SELECT a.file_no, by_person, a.sha256, a.count, a.sum, a.digest
        FROM dispatch_file a WHERE a.file_no = ANY (of_files) AND a.state = 'SUBMITTED';
    END IF;
    UPDATE dispatch_file SET
        state = into_state,
        submitted_by = CASE into_state WHEN 'SUBMITTED' THEN by_person ELSE submitted_by END,
        submitted_at = CASE into_state WHEN 'SUBMITTED' THEN act_time() ELSE submitted_at END,
        approved_by = CASE into_state WHEN 'APPROVED' THEN by_person ELSE approved_by END,
        approved_at = CASE into_state WHEN 'APPROVED' THEN act_time() ELSE approved_at END,
        released_by = CASE WHEN file_no = ANY (first_released) THEN by_person ELSE released_by END,
        released_at = CASE WHEN file_no = ANY (first_released) THEN act_time() ELSE released_at END,
        closed_by = CASE WHEN closing THEN by_person ELSE closed_by END,
        closed_at = CASE WHEN closing THEN act_time() ELSE closed_at END,
        closed_why = CASE WHEN closing THEN for_reason ELSE closed_why END,
        evidence = CASE WHEN into_state = 'ACCEPTED' OR state IN ('UNKNOWN', 'CANCEL_REQUESTED')
                        THEN for_reason ELSE evidence END
    WHERE file_no = ANY (of_files);
    INSERT INTO file_evidence (file_no, from_state, to_state, document, told_by, dated, person, business_day)
    SELECT w.file_no, w.from_state, into_state, for_reason,
           coalesce(told_by, CASE WHEN doubting THEN by_person ELSE for_reason END), coalesce(dated, on_day), by_person, on_day
    FROM unnest(doubted, doubted_from) AS w (file_no, from_state);

    IF closing THEN
        PERFORM move_payments(
            file_posting(of_files, into_state, on_day, by_person, for_reason), payments, '{IN_FILE}', 'PLANNED');
    ELSIF cardinality(first_released) > 0 THEN
        IF cardinality(first_released) < found_files THEN
            SELECT array_agg(i.payment_no) INTO payments FROM dispatch_item i WHERE i.file_no = ANY (first_released);
        END IF;
        PERFORM move_payments(
            file_posting(first_released, into_state, on_day, by_person, for_reason), payments, '{IN_FILE}', 'RELEASED');
    ELSIF into_state IN ('ACCEPTED', 'CANCELLED') THEN
        -- A return may have come before: those stay returned.
        SELECT coalesce(array_agg(i.payment_no), '{}') INTO payments
        FROM dispatch_item i JOIN payment p USING (payment_no)
        WHERE i.file_no = ANY (of_files) AND p.state = 'RELEASED';
        PERFORM move_payments(
            file_posting(of_files, into_state, on_day, by_person, for_reason), payments, '{RELEASED}',
            CASE into_state WHEN 'ACCEPTED' THEN 'ACCEPTED' ELSE 'RETURNED' END::payment_state);
        IF into_state = 'CANCELLED' THEN
            PERFORM raise_finding(p.program_id, 'PAYMENT_RETURNED', NULL, p.payment_no, NULL, NULL, 'CANCELLED_BY_BANK')
            FROM unnest(payments) AS w (payment_no) JOIN payment p USING (payment_no);
        END IF;
    END IF;
END $$;

-- One posting for what happens to files of one program.
CREATE FUNCTION file_posting(files integer[], into_state file_state, on_day date, by_person text, for_reason text)
RETURNS bigint LANGUAGE sql AS $$
    SELECT new_posting(min(f.program_id), on_day, by_person, into_state::text, for_reason, file_cause(files))
    FROM dispatch_file f WHERE f.file_no = ANY (files)
$$;
