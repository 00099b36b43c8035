-- What is corrected after payment: differences of a paid claim, up (a further payment, planned here, that goes the
-- ordinary way) or down (a recovery case). A paid claim is never paid anew (design §3.2, §3.8). Every share is whole: a
-- program pays a rate to each resident, so a member is in the claim or is not.
-- Written only by the functions below; nothing here is ever changed.

-- What a confirmed fact changed about a member of a paid claim.
CREATE TABLE correction (
    application_id bigint NOT NULL,
    correction     smallint NOT NULL CHECK (correction > 0),    -- the nth of the application
    resident_no    digits NOT NULL,
    program_id     smallint NOT NULL,
    change         text NOT NULL CHECK (change IN ('DECLINES', 'CLAIMS')),
    payment_no     bigint NOT NULL,          -- the paid claim as it was named
    rail           rail NOT NULL,
    difference     bigint NOT NULL,          -- yen or points: above 0 to be paid, below 0 to be got back, 0 neither
    evidence       text NOT NULL CHECK (evidence <> ''),
    posting_id     bigint NOT NULL,          -- who, when, why
    PRIMARY KEY (application_id, correction, resident_no)
);

-- Money or points that a resident has and is not entitled to.
CREATE TABLE recovery_case (
    case_no     integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    program_id  smallint NOT NULL,
    payment_no  bigint NOT NULL,
    resident_no digits NOT NULL,
    rail        rail NOT NULL,
    amount      bigint NOT NULL CHECK (amount > 0),
    change      text NOT NULL CHECK (change IN ('DECLINES', 'INELIGIBLE')),
    evidence    text NOT NULL CHECK (evidence <> ''),
    posting_id  bigint NOT NULL
);
CREATE INDEX recovery_case_payment ON recovery_case (payment_no);

-- That somebody wants a case, or part of it, to end without money, or money to go back to the resident. Another person
-- does it.
CREATE TABLE recovery_request (
    request_no integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_no    integer NOT NULL REFERENCES recovery_case,
    kind       text NOT NULL CHECK (kind IN ('WRITTEN_OFF', 'WITHDRAWN', 'REFUNDED')),
    amount     bigint NOT NULL CHECK (amount > 0),
    reason     text NOT NULL CHECK (reason <> ''),
    evidence   text NOT NULL CHECK (evidence <> ''),
    person     text NOT NULL,
    posting_id bigint NOT NULL,
    UNIQUE (request_no, case_no, kind, amount, person)
);

-- Every movement of a case.
--   PAID         the resident paid back
--   REFUNDED     the city gave back what was paid back and is not owed any more
--   WRITTEN_OFF  owed, and will not come
--   WITHDRAWN    not owed after all, as people say
--   LAPSED       not owed after all, as the books show: the payment came back, the register took its proof back
CREATE TABLE recovery_entry (
    entry_no     integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_no      integer NOT NULL REFERENCES recovery_case,
    kind         text NOT NULL CHECK (kind IN ('PAID', 'REFUNDED', 'WRITTEN_OFF', 'WITHDRAWN', 'LAPSED')),
    amount       bigint NOT NULL CHECK (amount > 0),
    dated        date NOT NULL,
    evidence     text NOT NULL CHECK (evidence <> ''),
    person       text NOT NULL,
    request_no   integer UNIQUE,
    requested_by text,
    posting_id   bigint NOT NULL,
    CHECK ((kind IN ('REFUNDED', 'WRITTEN_OFF', 'WITHDRAWN')) = (request_no IS NOT NULL)),
    CHECK ((request_no IS NULL) = (requested_by IS NULL)),
    CONSTRAINT recovery_takes_two CHECK (requested_by <> person),
    FOREIGN KEY (request_no, case_no, kind, amount, requested_by)
        REFERENCES recovery_request (request_no, case_no, kind, amount, person)
);
CREATE INDEX recovery_entry_case ON recovery_entry (case_no);

DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['correction', 'recovery_case', 'recovery_request', 'recovery_entry'] LOOP
        EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I
                        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t || '_is_a_fact', t);
    END LOOP;
END $$;

-- Where every case stands. owed: what of the amount the resident had no right to, as known today; balance: what is still
-- to come; below 0 the city has too much and must give it back.
CREATE VIEW recovery_balance AS
SELECT c.case_no, c.program_id, c.payment_no, c.resident_no, c.rail, c.change, c.amount, c.evidence, c.posting_id,
       e.paid, e.written_off, c.amount - e.ended AS owed, c.amount - e.ended - e.written_off - e.paid AS balance,
       CASE sign(c.amount - e.ended - e.written_off - e.paid) WHEN 1 THEN 'OPEN' WHEN 0 THEN 'CLOSED' ELSE 'REFUND_DUE' END
           AS state
FROM recovery_case c
CROSS JOIN LATERAL (
    SELECT coalesce(sum(CASE e.kind WHEN 'PAID' THEN e.amount WHEN 'REFUNDED' THEN -e.amount END), 0)::bigint AS paid,
           coalesce(sum(e.amount) FILTER (WHERE e.kind = 'WRITTEN_OFF'), 0)::bigint AS written_off,
           coalesce(sum(e.amount) FILTER (WHERE e.kind IN ('WITHDRAWN', 'LAPSED')), 0)::bigint AS ended
    FROM recovery_entry e WHERE e.case_no = c.case_no) e;

-- Requests that wait for another person: the newest of a case, unless it was done or the claim was corrected since.
CREATE VIEW open_recovery_request AS
SELECT r.*
FROM recovery_request r JOIN recovery_case c USING (case_no)
WHERE NOT EXISTS (SELECT 1 FROM recovery_entry e WHERE e.request_no = r.request_no)
  AND NOT EXISTS (SELECT 1 FROM recovery_request n WHERE n.case_no = r.case_no AND n.request_no > r.request_no)
  AND NOT EXISTS (SELECT 1 FROM correction n
                  WHERE n.program_id = c.program_id AND n.resident_no = c.resident_no AND n.posting_id > r.posting_id);

-- What is paid and got back since: what the subsidy figure leaves out.
CREATE VIEW recovered AS
SELECT b.payment_no, sum(b.paid)::bigint AS amount FROM recovery_balance b WHERE b.paid <> 0 GROUP BY b.payment_no;

-- ---- corrections ---------------------------------------------------------------------------------------------

-- Records that members of a paid claim decline after all, or claim after all, and what follows from it: a recovery case
-- for each share that was paid, one further payment for all shares that were not, a request to withdraw a case that has
-- lost its ground. The decision says from then on who claims; assess keeps it, as it keeps every paid claim. Gives the
-- number of the correction. Refuses
--   KY061  a payment that is not there, or is not paid: its claim changes in the ordinary way
--   KY062  a resident who is none of the claim's
--   KY063  a fact that changes nothing
--   KY064  a resident who is not entitled
--   KY065  a resident whose share stands in a file that is not released
--   KY066  a household beyond its cap
-- Numbers and live shares are given under the lock of the counter alone, so that nobody else can pay one of them meanwhile.
CREATE FUNCTION correct_claim(of_payment bigint, declining text[], claiming text[], on_day date, by_person text,
    for_reason text, with_evidence text)
RETURNS smallint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    fresh bigint;
    paid payment%ROWTYPE;
    d decision%ROWTYPE;
    nth smallint;
    posted bigint;
    r text;
    changed bigint;
    share record;
    unpaid text[] := '{}';
    rate bigint;
    cap bigint;
    live bigint;
BEGIN
    SELECT last_no + 1 INTO fresh FROM payment_counter FOR UPDATE;
    SELECT * INTO paid FROM payment WHERE payment_no = of_payment FOR UPDATE;
    SELECT * INTO d FROM decision WHERE application_id = paid.application_id FOR UPDATE;
    IF paid.payment_no IS NULL OR d.state IS DISTINCT FROM 'DECIDED' OR paid.state NOT IN ('RELEASED', 'ACCEPTED', 'SETTLED')
    THEN
        RAISE EXCEPTION 'payment % is not paid', of_payment
            USING ERRCODE = 'KY061', DETAIL = of_payment || ' ' || coalesce(paid.state::text, '-');
    END IF;
    SELECT CASE paid.rail WHEN 'CASH' THEN g.rate_cash ELSE g.rate_points END,
           CASE paid.rail WHEN 'CASH' THEN g.cap_cash ELSE g.cap_points END INTO rate, cap
    FROM program g WHERE g.program_id = paid.program_id;
    nth := 1 + greatest((SELECT coalesce(max(c.correction), 0) FROM correction c WHERE c.application_id = d.application_id),
                        (SELECT max(p.correction) FROM payment p WHERE p.application_id = d.application_id));
    posted := new_posting(paid.program_id, on_day, by_person, 'CORRECT', for_reason, 'payment ' || of_payment);

    FOREACH r IN ARRAY declining || claiming LOOP
        IF NOT EXISTS (SELECT 1 FROM entitlement e
                       WHERE e.program_id = paid.program_id AND e.resident_no = r AND e.household_no = d.household_no
                         AND claims(d.members, '{}', d.reserved, r)) OR r = ANY (declining) AND r = ANY (claiming)
           OR EXISTS (SELECT 1 FROM payment_share s JOIN payment p USING (payment_no)
                      WHERE s.program_id = paid.program_id AND s.resident_no = r AND s.live
                        AND p.application_id <> d.application_id)
        THEN
            RAISE EXCEPTION 'resident % is none of payment %', r, of_payment
                USING ERRCODE = 'KY062', DETAIL = r || ' ' || of_payment;
        END IF;
        SELECT p.payment_no, p.state, p.rail, s.amount,
               s.amount - coalesce((SELECT sum(b.owed) FROM recovery_balance b
                                    WHERE b.payment_no = p.payment_no AND b.resident_no = r), 0) AS kept INTO share
        FROM payment_share s JOIN payment p USING (payment_no)
        WHERE s.program_id = paid.program_id AND s.resident_no = r AND s.live
        FOR UPDATE OF p;
        changed := 0;
        IF share.state = 'IN_FILE' THEN
            RAISE EXCEPTION 'the share of % stands in a file', r
                USING ERRCODE = 'KY065', DETAIL = r || ' ' || share.payment_no;
        END IF;
        IF (r = ANY (declining)) = (r = ANY (d.declined)) AND (r = ANY (declining) OR share.kept > 0) THEN
            RAISE EXCEPTION 'nothing changes for %', r USING ERRCODE = 'KY063', DETAIL = r;
        END IF;
        IF r = ANY (declining) THEN
            IF share.state <> 'PLANNED' AND share.kept > 0 THEN
                INSERT INTO recovery_case (program_id, payment_no, resident_no, rail, amount, change, evidence, posting_id)
                VALUES (paid.program_id, share.payment_no, r, share.rail, share.kept, 'DECLINES', with_evidence, posted);
                changed := -share.kept;
            END IF;
        ELSE
            IF NOT EXISTS (SELECT 1 FROM entitlement e WHERE e.program_id = paid.program_id AND e.resident_no = r
                                                         AND e.ineligible_snapshot IS NULL) THEN
                RAISE EXCEPTION 'resident % is not entitled', r USING ERRCODE = 'KY064', DETAIL = r;
            END IF;
            IF share.payment_no IS NULL THEN
                unpaid := unpaid || r;
                changed := rate;
            ELSE
                INSERT INTO recovery_request (case_no, kind, amount, reason, evidence, person, posting_id)
                SELECT b.case_no, 'WITHDRAWN', b.owed - b.written_off, for_reason, with_evidence, by_person, posted
                FROM recovery_balance b
                WHERE b.payment_no = share.payment_no AND b.resident_no = r AND b.owed > b.written_off
                ORDER BY b.case_no;
            END IF;
        END IF;
        INSERT INTO correction (application_id, correction, resident_no, program_id, change, payment_no, rail, difference,
                                evidence, posting_id)
        VALUES (d.application_id, nth, r, paid.program_id,
                CASE WHEN r = ANY (declining) THEN 'DECLINES' ELSE 'CLAIMS' END, of_payment, paid.rail, changed,
                with_evidence, posted);
    END LOOP;

    IF cardinality(unpaid) > 0 THEN
        SELECT sum(p.amount) INTO live FROM payment p WHERE p.application_id = d.application_id AND payment_live(p.state);
        IF live + cardinality(unpaid) * rate > cap THEN
            RAISE EXCEPTION 'the household of payment % is beyond its cap', of_payment
                USING ERRCODE = 'KY066', DETAIL = of_payment || ' ' || cap;
        END IF;
        INSERT INTO payment (payment_no, program_id, application_id, attempt, correction, rail, amount, residents,
                             account_version, state, postings)
        VALUES (fresh, paid.program_id, d.application_id, 1, nth, paid.rail, cardinality(unpaid) * rate,
                cardinality(unpaid), paid.account_version, 'PLANNED', 1);
        INSERT INTO payment_share (payment_no, resident_no, program_id, correction, amount, live)
        SELECT fresh, u.resident_no, paid.program_id, nth, rate, true FROM unnest(unpaid) AS u (resident_no);
        INSERT INTO payment_event (payment_no, seq, from_state, to_state, amount, posting_id)
        VALUES (fresh, 1, NULL, 'PLANNED', cardinality(unpaid) * rate, posted);
        UPDATE payment_counter SET last_no = fresh;
    END IF;

    -- Who claims after all declines no more.
    INSERT INTO decline (program_id, resident_no, change, reason, evidence, person, business_day)
    SELECT s.program_id, s.resident_no, 'CLAIMS', for_reason, with_evidence, by_person, on_day
    FROM standing_decline s WHERE s.program_id = paid.program_id AND s.resident_no = ANY (claiming)
    ORDER BY s.resident_no;
    UPDATE decision t SET declined = n.declined, residents = n.residents,
        amount = n.residents * CASE t.rail WHEN 'CASH' THEN g.rate_cash ELSE g.rate_points END
    FROM program g
    CROSS JOIN LATERAL (
        SELECT ARRAY(SELECT x FROM unnest(d.declined || declining) AS x WHERE x <> ALL (claiming) ORDER BY x) AS declined
    ) w
    CROSS JOIN LATERAL (
        SELECT w.declined, count(*) AS residents FROM entitlement e
        WHERE e.program_id = d.program_id AND e.household_no = d.household_no AND e.ineligible_snapshot IS NULL
          AND claims(d.members, w.declined, d.reserved, e.resident_no)) n
    WHERE t.application_id = d.application_id AND g.program_id = t.program_id;
    UPDATE finding f SET state = 'RESOLVED', decision = 'CORRECTED', decided_by = by_person, decided_at = act_time(),
                         reason = for_reason
    WHERE f.state = 'OPEN' AND f.program_id = paid.program_id
      AND f.payment_no IN (SELECT p.payment_no FROM payment p WHERE p.application_id = d.application_id)
      AND (f.code = 'CLAIM_DIFFERS' OR f.code = 'SHARE_UNPAID' AND f.resident_no = ANY (declining || claiming));
    RETURN nth;
END $$;

-- What a paid household may need to be corrected in, told to people and never done by itself (大阪府):
--   SHARE_UNPAID   a member who became entitled after the claim was paid
--   CLAIM_DIFFERS  a later application, a duplicate of the paid one, that names other decliners
--                  than the claim as it stands, and arrived since it was last corrected
-- Another account or telephone number is no difference. Plan: the few who may be due first, then what was paid them by the
-- index of payment, one by one; right after a release the statistics still say that nothing is paid.
CREATE VIEW correction_due AS
SELECT t.program_id, t.code, t.application_id, w.payment_no, t.resident_no
FROM (
    SELECT DISTINCT e.program_id, 'SHARE_UNPAID' AS code, NULL::bigint AS application_id, e.resident_no::text,
           d.application_id AS paid_application
    FROM entitlement_event v
    JOIN entitlement e USING (program_id, resident_no)
    JOIN decision d ON d.program_id = e.program_id AND d.household_no = e.household_no AND d.state = 'DECIDED'
                   AND claims(d.members, d.declined, d.reserved, e.resident_no)
    WHERE v.change IN ('ADDED', 'ELIGIBLE_AGAIN') AND e.ineligible_snapshot IS NULL
      AND NOT EXISTS (SELECT 1 FROM standing_decline n WHERE n.program_id = e.program_id AND n.resident_no = e.resident_no)
      AND NOT EXISTS (SELECT 1 FROM payment_share s
                      WHERE s.program_id = e.program_id AND s.resident_no = e.resident_no AND s.live)
    UNION ALL
    SELECT d.program_id, 'CLAIM_DIFFERS', l.application_id, NULL, d.application_id
    FROM decision l
    JOIN decision d ON d.application_id = l.duplicate_of AND d.state = 'DECIDED'
    JOIN application la ON la.application_id = l.application_id
    JOIN intake_file lf ON lf.file_id = la.file_id
    JOIN application a ON a.application_id = d.application_id
    WHERE l.state = 'DUPLICATE' AND l.members IS NOT DISTINCT FROM d.members
      AND (la.received_at, la.receipt_no) > (a.received_at, a.receipt_no)
      AND (l.codes && '{DECLINER_UNKNOWN,ALL_DECLINED}'
           OR NOT (l.declined <@ d.declined AND l.declined @> d.declined))
      AND NOT EXISTS (SELECT 1 FROM correction c JOIN posting g USING (posting_id)
                      WHERE c.application_id = d.application_id AND g.at > lf.completed_at)
) t
CROSS JOIN LATERAL (
    SELECT max(p.payment_no) AS payment_no FROM payment p
    WHERE p.application_id = t.paid_application AND p.correction = 0
      AND p.state IN ('RELEASED', 'ACCEPTED', 'SETTLED')
) w
WHERE w.payment_no IS NOT NULL;

-- ---- recovery ------------------------------------------------------------------------------------------------

-- Shares on their way or paid to residents whom a newer register, or a person's word on a register duplicate, shows not to be
-- entitled, less what cases say of them already.
CREATE VIEW recovery_due AS
SELECT s.program_id, s.payment_no, s.resident_no, p.rail, s.amount - coalesce(b.owed, 0) AS amount, e.ineligible_snapshot
FROM entitlement e
JOIN payment_share s USING (program_id, resident_no)
JOIN payment p USING (payment_no)
LEFT JOIN (SELECT payment_no, resident_no, sum(owed)::bigint AS owed FROM recovery_balance GROUP BY payment_no, resident_no) b
    USING (payment_no, resident_no)
WHERE e.ineligible_snapshot IS NOT NULL AND s.live AND p.state IN ('RELEASED', 'ACCEPTED', 'SETTLED')
  AND s.amount > coalesce(b.owed, 0);

-- Cases that the register opened and whose proof it took back.
CREATE VIEW recovery_over AS
SELECT b.*
FROM recovery_balance b JOIN entitlement e USING (program_id, resident_no)
WHERE b.change = 'INELIGIBLE' AND b.owed > b.written_off AND e.ineligible_snapshot IS NULL;

-- Opens a case for every share that is due back, and lets lapse what is over (design §3.1).
-- Promise: running it twice does nothing the second time. Gives how many cases it opened or ended.
CREATE FUNCTION follow_recoveries(of_program smallint, on_day date, by_person text, by_cause text)
RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_nestloop = off AS $$
DECLARE
    posted bigint;
    opened integer;
    ended integer;
BEGIN
    IF NOT EXISTS (SELECT 1 FROM recovery_due d WHERE d.program_id = of_program)
       AND NOT EXISTS (SELECT 1 FROM recovery_over o WHERE o.program_id = of_program) THEN
        RETURN 0;
    END IF;
    posted := new_posting(of_program, on_day, by_person, 'RECOVER', '', by_cause);
    INSERT INTO recovery_case (program_id, payment_no, resident_no, rail, amount, change, evidence, posting_id)
    SELECT d.program_id, d.payment_no, d.resident_no, d.rail, d.amount, 'INELIGIBLE', 'register ' || d.ineligible_snapshot,
           posted
    FROM recovery_due d WHERE d.program_id = of_program
    ORDER BY d.payment_no, d.resident_no;
    GET DIAGNOSTICS opened = ROW_COUNT;
    INSERT INTO recovery_entry (case_no, kind, amount, dated, evidence, person, posting_id)
    SELECT o.case_no, 'LAPSED', o.owed - o.written_off, on_day, 'register', by_person, posted
    FROM recovery_over o WHERE o.program_id = of_program;
    GET DIAGNOSTICS ended = ROW_COUNT;
    RETURN opened + ended;
END $$;

-- A payment that came back whole leaves nothing to be got back from anybody.
CREATE FUNCTION end_recoveries() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM recovery_case) THEN
        INSERT INTO recovery_entry (case_no, kind, amount, dated, evidence, person, posting_id)
        SELECT b.case_no, 'LAPSED', b.owed - b.written_off, g.business_day, g.cause, g.person, g.posting_id
        FROM fresh e JOIN posting g USING (posting_id) JOIN recovery_balance b USING (payment_no)
        WHERE e.to_state = 'RETURNED' AND b.owed > b.written_off;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER return_ends_recovery AFTER INSERT ON payment_event
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION end_recoveries();

-- A case under lock. Refuses (KY071) one that is not there.
CREATE FUNCTION hold_case(of_case integer) RETURNS recovery_balance LANGUAGE plpgsql AS $$
DECLARE
    held recovery_balance%ROWTYPE;
BEGIN
    PERFORM 1 FROM recovery_case c WHERE c.case_no = of_case FOR UPDATE;
    SELECT * INTO held FROM recovery_balance b WHERE b.case_no = of_case;
    IF held.case_no IS NULL THEN
        RAISE EXCEPTION 'there is no case %', of_case USING ERRCODE = 'KY071', DETAIL = of_case;
    END IF;
    RETURN held;
END $$;

-- What may still be entered into a case of one kind: more is refused.
CREATE FUNCTION case_room(of_case recovery_balance, of_kind text) RETURNS bigint LANGUAGE sql IMMUTABLE
    RETURN CASE of_kind WHEN 'REFUNDED' THEN -of_case.balance WHEN 'WITHDRAWN' THEN of_case.owed - of_case.written_off
                        ELSE of_case.balance END;

-- Records that a resident paid back, all or part. Refuses (KY072) more than is owed.
CREATE FUNCTION recovery_paid(of_case integer, paid bigint, on_date date, on_day date, by_person text, with_evidence text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    held recovery_balance := hold_case(of_case);
BEGIN
    IF paid > case_room(held, 'PAID') THEN
        RAISE EXCEPTION 'case % owes %', of_case, held.balance USING ERRCODE = 'KY072', DETAIL = of_case || ' ' || held.balance;
    END IF;
    INSERT INTO recovery_entry (case_no, kind, amount, dated, evidence, person, posting_id)
    VALUES (of_case, 'PAID', paid, on_date, with_evidence, by_person,
            new_posting(held.program_id, on_day, by_person, 'RECOVERY_PAID', with_evidence, 'recovery ' || of_case));
END $$;

-- Asks for a case to be written off or withdrawn, or for money to be given back, whole (no amount) or in part. Refuses
-- more than there is room for (KY072). A newer request takes the place of one that waits.
CREATE FUNCTION ask_recovery(of_case integer, of_kind text, of_amount bigint, on_day date, by_person text, for_reason text,
    with_evidence text)
RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    held recovery_balance := hold_case(of_case);
    wanted bigint := coalesce(of_amount, case_room(held, of_kind));
    made integer;
BEGIN
    IF wanted <= 0 OR wanted > case_room(held, of_kind) THEN
        RAISE EXCEPTION 'case % has no room for %', of_case, wanted
            USING ERRCODE = 'KY072', DETAIL = of_case || ' ' || held.balance;
    END IF;
    INSERT INTO recovery_request (case_no, kind, amount, reason, evidence, person, posting_id)
    VALUES (of_case, of_kind, wanted, for_reason, with_evidence, by_person,
            new_posting(held.program_id, on_day, by_person, 'RECOVERY_ASKED', for_reason, 'recovery ' || of_case))
    RETURNING request_no INTO made;
    RETURN made;
END $$;

-- Does what another person asked for. Refuses a request that is not there or was done (KY073), and one for which there is
-- no room any more (KY072); by constraint, the person who asked.
CREATE FUNCTION do_recovery(of_request integer, on_day date, by_person text)
RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    asked recovery_request%ROWTYPE;
    held recovery_balance;
BEGIN
    SELECT * INTO asked FROM recovery_request r WHERE r.request_no = of_request;
    IF asked.request_no IS NOT NULL THEN
        held := hold_case(asked.case_no);
    END IF;
    IF asked.request_no IS NULL OR NOT EXISTS (SELECT 1 FROM open_recovery_request r WHERE r.request_no = of_request) THEN
        RAISE EXCEPTION 'request % does not wait', of_request USING ERRCODE = 'KY073', DETAIL = of_request;
    END IF;
    IF asked.amount > case_room(held, asked.kind) THEN
        RAISE EXCEPTION 'case % has no room for %', asked.case_no, asked.amount
            USING ERRCODE = 'KY072', DETAIL = asked.case_no || ' ' || held.balance;
    END IF;
    INSERT INTO recovery_entry (case_no, kind, amount, dated, evidence, person, request_no, requested_by, posting_id)
    VALUES (asked.case_no, asked.kind, asked.amount, on_day, asked.evidence, by_person, of_request, asked.person,
            new_posting(held.program_id, on_day, by_person, asked.kind, asked.reason, 'recovery ' || asked.case_no));
    RETURN asked.case_no;
END $$;
