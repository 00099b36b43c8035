-- What is owed to whom, and every movement of it. The application role reads these tables and changes
-- them only through the functions below (db/role grants no INSERT, UPDATE or DELETE on them).

-- Why a set of payments moved: one act of one person or one job.
CREATE TABLE posting (
    posting_id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    program_id   smallint NOT NULL,
    at           timestamptz NOT NULL DEFAULT act_time(),
    business_day date NOT NULL,
    person       text NOT NULL,
    act          text NOT NULL,
    why          text NOT NULL,
    cause        text NOT NULL               -- file, result file, finding or run that led to it
);
CREATE TRIGGER posting_is_a_fact BEFORE UPDATE OR DELETE ON posting
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Numbers are global to the installation, without gaps and never reused: a row, not a sequence.
CREATE TABLE payment_counter (
    id      smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    last_no bigint NOT NULL
);
INSERT INTO payment_counter (last_no) VALUES (0);

CREATE TABLE payment (
    payment_no      bigint PRIMARY KEY CHECK (payment_no BETWEEN 1 AND 9999999999),
    program_id      smallint NOT NULL,
    application_id  bigint NOT NULL,
    attempt         smallint NOT NULL CHECK (attempt > 0),
    correction      smallint NOT NULL DEFAULT 0 CHECK (correction >= 0),
    rail            rail NOT NULL,
    amount          bigint NOT NULL CHECK (amount > 0),
    residents       smallint NOT NULL CHECK (residents > 0),
    account_version smallint NOT NULL,
    state           payment_state NOT NULL,
    postings        smallint NOT NULL,
    UNIQUE (application_id, correction, attempt)
) WITH (fillfactor = 45);  -- room to move every payment of a page without touching an index

-- Whether a payment in this state may still reach, or has reached, the payee (design §3.2).
CREATE FUNCTION payment_live(state payment_state) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN state <> 'RETURNED' AND state <> 'CANCELLED';

CREATE TABLE payment_share (
    payment_no  bigint NOT NULL,
    resident_no digits NOT NULL,
    program_id  smallint NOT NULL,
    correction  smallint NOT NULL,
    amount      bigint NOT NULL CHECK (amount > 0),
    live        boolean NOT NULL,
    PRIMARY KEY (payment_no, resident_no)
);
-- One live payment per entitlement: the index that makes paying twice impossible.
CREATE UNIQUE INDEX payment_share_live_once ON payment_share (program_id, resident_no, correction)
    WHERE live;
-- The few that are differences: looked up where only a benefit is to be paid.
CREATE INDEX payment_share_difference ON payment_share (program_id, resident_no) WHERE correction <> 0;

CREATE TABLE payment_event (
    payment_no bigint NOT NULL,
    seq        smallint NOT NULL,
    from_state payment_state,                -- null: the payment came into being
    to_state   payment_state NOT NULL,
    amount     bigint NOT NULL,
    posting_id bigint NOT NULL,
    PRIMARY KEY (payment_no, seq) WITH (fillfactor = 30),  -- room for the three movements of nearly every payment
    CHECK ((from_state IS NULL) = (seq = 1)),
    CHECK (CASE
        WHEN from_state IS NULL THEN to_state = 'PLANNED'
        WHEN from_state = 'PLANNED' THEN to_state IN ('IN_FILE', 'CANCELLED')
        WHEN from_state = 'IN_FILE' THEN to_state IN ('PLANNED', 'RELEASED')
        WHEN from_state = 'RELEASED' THEN to_state IN ('ACCEPTED', 'RETURNED')
        WHEN from_state = 'ACCEPTED' THEN to_state IN ('SETTLED', 'RETURNED')
        WHEN from_state = 'SETTLED' THEN to_state = 'RETURNED'
        ELSE false END)
);
CREATE TRIGGER payment_event_is_a_fact BEFORE UPDATE OR DELETE ON payment_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Only state and the number of postings of a payment ever change. The triggers look after the row was written, which
-- refuses the statement as well as before: a trigger BEFORE would lock every row of a city once more, with its own WAL.
CREATE FUNCTION payment_is_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'payment %: only its state may change', OLD.payment_no
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER payment_is_fixed AFTER UPDATE ON payment FOR EACH ROW
    WHEN ((OLD.payment_no, OLD.program_id, OLD.application_id, OLD.attempt, OLD.correction, OLD.rail,
           OLD.amount, OLD.residents, OLD.account_version)
          IS DISTINCT FROM
          (NEW.payment_no, NEW.program_id, NEW.application_id, NEW.attempt, NEW.correction, NEW.rail,
           NEW.amount, NEW.residents, NEW.account_version)
          OR (OLD.state IS DISTINCT FROM NEW.state AND NEW.postings <> OLD.postings + 1))
    EXECUTE FUNCTION payment_is_fixed();
CREATE TRIGGER payment_stays BEFORE DELETE ON payment
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The state of a payment alone decides whether its shares are live.
CREATE FUNCTION set_live() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE payment_share SET live = payment_live(NEW.state) WHERE payment_no = NEW.payment_no;
    RETURN NULL;
END $$;
CREATE TRIGGER payment_sets_live AFTER UPDATE ON payment FOR EACH ROW
    WHEN (payment_live(OLD.state) IS DISTINCT FROM payment_live(NEW.state))
    EXECUTE FUNCTION set_live();
CREATE TRIGGER share_follows_its_payment BEFORE UPDATE ON payment_share FOR EACH STATEMENT
    WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER share_stays BEFORE DELETE ON payment_share
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Shares are checked as a set: they belong to a payment of their program, to entitled residents, are
-- not above the rate, and sum to the payment. Does for 555,000 rows at once, in one reading, what foreign keys do one
-- by one.
CREATE FUNCTION check_shares() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET enable_nestloop = off SET work_mem = '64MB' AS $$
DECLARE
    wrong bigint;
    entitled boolean;
BEGIN
    SELECT s.payment_no, s.entitled INTO wrong, entitled
    FROM (SELECT f.payment_no, f.program_id, f.correction, sum(f.amount::integer) AS amount, max(f.amount) AS largest,
                 count(*) AS residents, bool_and(f.live) AS live,
                 bool_and(e.resident_no IS NOT NULL AND e.ineligible_snapshot IS NULL) AS entitled
          FROM fresh f
          LEFT JOIN entitlement e ON e.program_id = f.program_id AND e.resident_no = f.resident_no
          GROUP BY f.payment_no, f.program_id, f.correction) s
    LEFT JOIN payment p USING (payment_no)
    LEFT JOIN program g ON g.program_id = s.program_id
    WHERE NOT s.entitled OR p.payment_no IS NULL OR g.program_id IS NULL
       OR (p.program_id, p.correction, p.amount, p.residents)
          IS DISTINCT FROM (s.program_id, s.correction, s.amount, s.residents)
       OR s.live IS DISTINCT FROM payment_live(p.state)
       OR s.largest > CASE p.rail WHEN 'CASH' THEN g.rate_cash ELSE g.rate_points END
    LIMIT 1;
    IF FOUND AND NOT entitled THEN
        RAISE EXCEPTION 'payment % has a share of a resident who is not entitled', wrong
            USING ERRCODE = 'foreign_key_violation';
    END IF;
    IF FOUND THEN
        RAISE EXCEPTION 'shares of payment % do not make it up', wrong
            USING ERRCODE = 'check_violation';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM correction) THEN
        RETURN NULL;
    END IF;
    SELECT f.payment_no INTO wrong
    FROM fresh f JOIN payment_share s USING (program_id, resident_no)
    WHERE f.live AND f.correction = 0 AND s.live AND s.correction <> 0
    LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'payment % pays a resident who is paid by a difference', wrong
            USING ERRCODE = 'unique_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER shares_make_up_their_payment AFTER INSERT ON payment_share
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION check_shares();

-- Benefit and confirmed differences together never exceed what a resident is entitled to. The benefit
-- alone cannot (one live row, at most the rate, by the rules above), so only differences are looked at, and a benefit that
-- comes after one (check_shares). Each sum in parts of its rate, without dividing: 5,000 yen beside 1 point of 6,000 is more
-- than one entitlement.
CREATE FUNCTION check_live_sum() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (
        SELECT 1
        FROM payment_share s JOIN payment p USING (payment_no) JOIN program g ON g.program_id = s.program_id
        WHERE s.live AND s.program_id = NEW.program_id AND s.resident_no = NEW.resident_no
        HAVING sum(s.amount::numeric * greatest(1, CASE p.rail WHEN 'CASH' THEN g.rate_points ELSE g.rate_cash END))
               > min(greatest(1, g.rate_cash)::numeric * greatest(1, g.rate_points)))
    THEN
        RAISE EXCEPTION 'live payments of one resident are above what is entitled (payment %)', NEW.payment_no
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER live_sum_within_entitlement AFTER INSERT OR UPDATE ON payment_share
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.live AND NEW.correction <> 0) EXECUTE FUNCTION check_live_sum();

-- Moves payments to a state with one posting; refuses the whole act when one of them is not in a state
-- that may go there, is named twice, or is held fast (V111). Returns how many moved. Works with the rights of its caller: the
-- application, which may not write payments, gets here only through the functions below and of dispatch.
-- Plan: hash joins only, for the planner believes that no payment is in the state it is in just now.
CREATE FUNCTION move_payments(of_posting bigint, payments bigint[], from_states payment_state[], into_state payment_state)
RETURNS integer LANGUAGE plpgsql SET enable_nestloop = off AS $$
DECLARE
    from_this payment_state;
    changed integer;
    moved integer := 0;
    fast text;
BEGIN
    FOREACH from_this IN ARRAY from_states LOOP
        WITH changed AS (
            UPDATE payment p SET state = into_state, postings = postings + 1
            FROM unnest(payments) AS w (payment_no)
            WHERE p.payment_no = w.payment_no AND p.state = from_this
            RETURNING p.payment_no, p.postings, p.amount
        )
        INSERT INTO payment_event (payment_no, seq, from_state, to_state, amount, posting_id)
        SELECT payment_no, postings, from_this, into_state, amount, of_posting FROM changed;
        GET DIAGNOSTICS changed = ROW_COUNT;
        moved := moved + changed;
    END LOOP;
    IF moved <> cardinality(payments) THEN
        RAISE EXCEPTION '% of % payments cannot become %', cardinality(payments) - moved,
            cardinality(payments), into_state USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    -- Asked when the rows are ours: whoever wants to hold one fast now waits for us.
    fast := held_fast(payments);
    IF fast IS NOT NULL THEN
        RAISE EXCEPTION 'payments are held fast: %', fast USING ERRCODE = 'KY041', DETAIL = fast;
    END IF;
    RETURN moved;
END $$;

-- What other stages may post: that a payment was accepted, credited or came back, or that a planned one is
-- not wanted any more. Into files and out of them payments move only with their file.
CREATE FUNCTION post_payments(of_posting bigint, payments bigint[], from_states payment_state[], into_state payment_state)
RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF into_state NOT IN ('ACCEPTED', 'SETTLED', 'RETURNED', 'CANCELLED') THEN
        RAISE EXCEPTION 'payments become % only with their file', into_state
            USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    RETURN move_payments(of_posting, payments, from_states, into_state);
END $$;

CREATE FUNCTION new_posting(of_program smallint, on_day date, by_person text, of_act text, for_reason text, by_cause text)
RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO posting (program_id, business_day, person, act, why, cause)
    VALUES (of_program, on_day, by_person, of_act, for_reason, by_cause)
    RETURNING posting_id
$$;

-- The last payment number that was given, held for this transaction: who asks next waits for its end.
CREATE FUNCTION hold_numbers() RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT last_no FROM payment_counter FOR UPDATE
$$;

-- Creates the first payment of every decided application that never had one, in any state. A retry is
-- never created here. Applications with a member who already has a live payment are left out: assessment
-- raises a finding for what stays decided and unpaid.
-- Numbers continue without a gap in order of (received, receipt number); of these payments those are created whose
-- numbers are above after_no and not above up_to_no. So a city can be planned in two transactions side by side: the first
-- holds the numbers (hold_numbers) while it works; the second writes the numbers after it and, before it ends,
-- waits for the first and refuses itself unless the numbers before its own were given by then. Killed between the
-- two, the next run gives the rest the same numbers.
-- Promise: running it twice creates nothing the second time. Returns how many.
CREATE FUNCTION plan_payments(of_program smallint, on_day date, by_person text, by_cause text,
    after_no bigint, up_to_no bigint)
RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_nestloop = off AS $$
DECLARE
    given bigint;
    made integer;
BEGIN
    INSERT INTO payment (payment_no, program_id, application_id, attempt, rail, amount, residents,
                         account_version, state, postings)
    SELECT n.payment_no, of_program, n.application_id, 1, n.rail, n.amount, n.residents, 1, 'PLANNED', 1
    FROM (
        SELECT c.last_no + row_number() OVER (ORDER BY a.received_at, a.receipt_no, a.application_id) AS payment_no,
               d.application_id, d.rail, d.amount, d.residents
        FROM payment_counter c, decision d JOIN application a USING (application_id)
        WHERE d.program_id = of_program AND d.state = 'DECIDED' AND d.amount > 0
          AND NOT EXISTS (SELECT 1 FROM payment p WHERE p.application_id = d.application_id)
          AND EXISTS (SELECT 1 FROM account c WHERE c.application_id = d.application_id AND c.version = 1
                                              AND c.rail = d.rail)
          AND NOT EXISTS (
              SELECT 1 FROM entitlement e
              JOIN payment_share s ON s.program_id = e.program_id AND s.resident_no = e.resident_no AND s.live
              WHERE e.program_id = of_program AND e.household_no = d.household_no
                AND e.ineligible_snapshot IS NULL
                AND claims(d.members, d.declined, d.reserved, e.resident_no))
    ) n
    WHERE n.payment_no > after_no AND n.payment_no <= up_to_no;
    GET DIAGNOSTICS made = ROW_COUNT;
    IF made = 0 THEN
        RETURN 0;
    END IF;
    INSERT INTO payment_share (payment_no, resident_no, program_id, correction, amount, live)
    SELECT p.payment_no, e.resident_no, of_program, 0,
           CASE p.rail WHEN 'CASH' THEN g.rate_cash ELSE g.rate_points END, true
    FROM payment p
    JOIN decision d USING (application_id)
    JOIN program g ON g.program_id = of_program
    JOIN entitlement e ON e.program_id = of_program AND e.household_no = d.household_no
    WHERE p.payment_no > after_no AND p.payment_no <= up_to_no AND e.ineligible_snapshot IS NULL
      AND claims(d.members, d.declined, d.reserved, e.resident_no);
    INSERT INTO payment_event (payment_no, seq, from_state, to_state, amount, posting_id)
    SELECT p.payment_no, 1, NULL, 'PLANNED', p.amount, g.posting_id
    FROM new_posting(of_program, on_day, by_person, 'PLAN', '', by_cause) AS g (posting_id),
         payment p
    WHERE p.payment_no > after_no AND p.payment_no <= up_to_no
    ORDER BY p.payment_no;
    SELECT last_no INTO given FROM payment_counter FOR UPDATE;
    IF given <> after_no THEN
        RAISE EXCEPTION 'payment numbers go on after %, not after %', given, after_no
            USING ERRCODE = 'serialization_failure';
    END IF;
    UPDATE payment_counter SET last_no = after_no + made;
    RETURN made;
END $$;

-- Creates attempt n + 1 of a payment that was returned or cancelled, with the account version given, for the
-- residents whom decision and register give now: of a difference those of them it was for, of a benefit those who are not
-- paid by a difference. Called by the resolution of the payment's finding only.
CREATE FUNCTION plan_retry(of_payment bigint, with_version smallint, on_day date, by_person text, for_reason text, by_cause text)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    old payment%ROWTYPE;
    fresh bigint;
    members text[];
    on_rail rail;
    posted bigint;
    fast text := held_fast(ARRAY[of_payment]);
BEGIN
    IF fast IS NOT NULL THEN
        RAISE EXCEPTION 'payment is held fast: %', fast USING ERRCODE = 'KY041', DETAIL = fast;
    END IF;
    SELECT last_no + 1 INTO fresh FROM payment_counter FOR UPDATE;
    SELECT * INTO old FROM payment WHERE payment_no = of_payment FOR UPDATE;
    IF old.payment_no IS NULL OR payment_live(old.state) OR EXISTS (
        SELECT 1 FROM payment WHERE application_id = old.application_id
                                AND correction = old.correction AND attempt > old.attempt)
    THEN
        RAISE EXCEPTION 'payment % is not one that can be tried again', of_payment
            USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    SELECT c.rail INTO STRICT on_rail FROM account c
    WHERE c.application_id = old.application_id AND c.version = with_version;
    SELECT array_agg(e.resident_no ORDER BY e.resident_no) INTO members
    FROM decision d
    JOIN entitlement e ON e.program_id = old.program_id AND e.household_no = d.household_no
                      AND e.ineligible_snapshot IS NULL AND claims(d.members, d.declined, d.reserved, e.resident_no)
    WHERE d.application_id = old.application_id
      AND CASE old.correction
              WHEN 0 THEN NOT EXISTS (SELECT 1 FROM payment_share s
                                      WHERE s.program_id = e.program_id AND s.resident_no = e.resident_no
                                        AND s.correction <> 0 AND s.live)
              ELSE EXISTS (SELECT 1 FROM payment_share s
                           WHERE s.payment_no = of_payment AND s.resident_no = e.resident_no) END;
    IF members IS NULL THEN
        RAISE EXCEPTION 'nobody of payment % is still entitled', of_payment USING ERRCODE = 'KY006';
    END IF;
    posted := new_posting(old.program_id, on_day, by_person, 'RETRY', for_reason, by_cause);
    INSERT INTO payment (payment_no, program_id, application_id, attempt, correction, rail, amount, residents,
                         account_version, state, postings)
    SELECT fresh, old.program_id, old.application_id, old.attempt + 1, old.correction, on_rail,
           cardinality(members) * CASE on_rail WHEN 'CASH' THEN g.rate_cash ELSE g.rate_points END,
           cardinality(members), with_version, 'PLANNED', 1
    FROM program g WHERE g.program_id = old.program_id;
    INSERT INTO payment_share (payment_no, resident_no, program_id, correction, amount, live)
    SELECT fresh, m.resident_no, old.program_id, old.correction,
           CASE on_rail WHEN 'CASH' THEN g.rate_cash ELSE g.rate_points END, true
    FROM unnest(members) AS m (resident_no), program g
    WHERE g.program_id = old.program_id;
    INSERT INTO payment_event (payment_no, seq, from_state, to_state, amount, posting_id)
    SELECT payment_no, 1, NULL, 'PLANNED', amount, posted FROM payment WHERE payment_no = fresh;
    UPDATE payment_counter SET last_no = fresh;
    RETURN fresh;
END $$;
