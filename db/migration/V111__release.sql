-- What happens to a file between release and the bank's word: every handing over of its bytes, what nobody is sure of,
-- and what must not be paid after all. Written only by functions of the owner; nothing here is ever changed.

-- Every doubt about a file and what ended it: whose word it is, what document shows it, of when.
CREATE TABLE file_evidence (
    evidence_no  integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    file_no      integer NOT NULL REFERENCES dispatch_file,
    from_state   file_state NOT NULL,
    to_state     file_state NOT NULL,
    document     text NOT NULL CHECK (document <> ''),   -- what shows it; of a doubt: why
    told_by      text NOT NULL CHECK (told_by <> ''),    -- at the bank or provider; of a doubt: who recorded it
    dated        date NOT NULL,
    person       text NOT NULL,
    business_day date NOT NULL,
    at           timestamptz NOT NULL DEFAULT act_time(),
    CHECK (dated <= business_day),
    CHECK ((from_state IN ('UNKNOWN', 'CANCEL_REQUESTED')) <> (to_state IN ('UNKNOWN', 'CANCEL_REQUESTED')))
);
CREATE INDEX file_evidence_file ON file_evidence (file_no);

-- That somebody wants a file's bytes sent once more, and why.
CREATE TABLE resend_request (
    request_no   integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    file_no      integer NOT NULL REFERENCES dispatch_file,
    person       text NOT NULL,
    reason       text NOT NULL CHECK (reason <> ''),
    business_day date NOT NULL,
    at           timestamptz NOT NULL DEFAULT act_time(),
    UNIQUE (request_no, file_no, person)
);

-- The register of sendings: every time a released file's bytes were handed on.
--   RELEASE   written into a folder by the release
--   DOWNLOAD  written once more by one person, before anything says that they were sent
--   SENT      given to bank or provider, as a person says
--   RESEND    written again for a second sending: one asked for it, another did it
CREATE TABLE sending (
    sending_no   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    file_no      integer NOT NULL REFERENCES dispatch_file,
    kind         text NOT NULL CHECK (kind IN ('RELEASE', 'DOWNLOAD', 'SENT', 'RESEND')),
    person       text NOT NULL,
    business_day date NOT NULL,
    at           timestamptz NOT NULL DEFAULT act_time(),
    how          text NOT NULL CHECK (how <> ''),
    goes_to      text NOT NULL CHECK (goes_to <> ''),
    sha256       bytea NOT NULL,
    request_no   integer,
    requested_by text,
    CHECK ((kind = 'RESEND') = (request_no IS NOT NULL)),
    CHECK ((request_no IS NULL) = (requested_by IS NULL)),
    CONSTRAINT resending_takes_two CHECK (requested_by <> person),
    FOREIGN KEY (request_no, file_no, requested_by) REFERENCES resend_request (request_no, file_no, person)
);
CREATE INDEX sending_file ON sending (file_no);

-- That the bytes of a sending are where it says: a row of the register without this was cut off.
CREATE TABLE sending_done (
    sending_no bigint PRIMARY KEY REFERENCES sending,
    at         timestamptz NOT NULL DEFAULT act_time()
);

-- A payment of a released file that the bank is asked not to make. The deadline is the bank's cut-off as it was known then.
CREATE TABLE payment_stop (
    stop_no      integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    payment_no   bigint NOT NULL,
    file_no      integer NOT NULL REFERENCES dispatch_file,
    reason       text NOT NULL CHECK (reason <> ''),
    person       text NOT NULL,
    requested_at timestamp NOT NULL,         -- Asia/Tokyo, the clock of the installation
    deadline     timestamp NOT NULL,
    business_day date NOT NULL,
    at           timestamptz NOT NULL DEFAULT act_time(),
    CONSTRAINT stop_is_in_time CHECK (requested_at <= deadline),
    FOREIGN KEY (payment_no, file_no) REFERENCES dispatch_item (payment_no, file_no)
);
CREATE INDEX payment_stop_payment ON payment_stop (payment_no);

-- What the bank said to a stop: once.
CREATE TABLE stop_answer (
    stop_no      integer PRIMARY KEY REFERENCES payment_stop,
    outcome      text NOT NULL CHECK (outcome IN ('CONFIRMED', 'REFUSED')),
    document     text NOT NULL CHECK (document <> ''),
    told_by      text NOT NULL CHECK (told_by <> ''),
    dated        date NOT NULL,
    person       text NOT NULL,
    business_day date NOT NULL,
    at           timestamptz NOT NULL DEFAULT act_time(),
    CHECK (dated <= business_day)
);

DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['file_evidence', 'resend_request', 'sending', 'sending_done', 'payment_stop', 'stop_answer'] LOOP
        EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I
                        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t || '_is_a_fact', t);
    END LOOP;
END $$;

-- Stops that the bank has not answered.
CREATE VIEW open_stop AS
SELECT s.* FROM payment_stop s WHERE NOT EXISTS (SELECT 1 FROM stop_answer a WHERE a.stop_no = s.stop_no);

-- Other files of the installation with the same count and sum, which a person could take for this one (垂水). A file that
-- ended before its release never left the database and is none.
CREATE VIEW look_alike AS
SELECT f.file_no, o.file_no AS other_no, o.name, o.state, o.pay_date,
       (o.built_at AT TIME ZONE 'Asia/Tokyo')::date AS built_on,
       (o.released_at AT TIME ZONE 'Asia/Tokyo')::date AS released_on
FROM dispatch_file f
JOIN dispatch_file o ON o.rail = f.rail AND o.count = f.count AND o.sum = f.sum AND o.file_no <> f.file_no
WHERE f.state NOT IN ('REJECTED', 'WITHDRAWN') AND o.state NOT IN ('REJECTED', 'WITHDRAWN');

-- Which of these payments nothing may move now, the first twenty in words: a stop the bank has not answered, a file of
-- which nobody knows whether it was sent or cancelled. Null: none.
-- Plan: nothing but two small tables is read while there is neither.
CREATE FUNCTION held_fast(payments bigint[]) RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp SET enable_nestloop = off AS $$
DECLARE
    doubted integer[] := ARRAY(SELECT f.file_no FROM dispatch_file f WHERE f.state IN ('UNKNOWN', 'CANCEL_REQUESTED'));
BEGIN
    IF cardinality(doubted) = 0 AND NOT EXISTS (SELECT 1 FROM open_stop) THEN
        RETURN NULL;
    END IF;
    RETURN (
        SELECT string_agg(h.payment_no || ' ' || h.why, ', ' ORDER BY h.payment_no, h.why)
        FROM (SELECT s.payment_no, 'stop ' || s.stop_no AS why
              FROM open_stop s JOIN unnest(payments) AS w (payment_no) USING (payment_no)
              UNION ALL
              SELECT i.payment_no, 'file ' || i.file_no
              FROM dispatch_item i JOIN unnest(payments) AS w (payment_no) USING (payment_no)
              WHERE i.file_no = ANY (doubted)
              ORDER BY 1, 2 LIMIT 20) h);
END $$;

-- Enters a handing over into the register before the bytes go; give_sent then says that they went. Refuses
--   KY042  bytes that are not those released
--   KY043  a file that was not released, or is UNKNOWN, CANCEL_REQUESTED or CANCELLED
--   KY044  a further handing over without a request: after a sending, an acceptance, a doubt or one copy more than the
--          release wrote, the same bytes go out again only as RESEND
--   KY045  a RESEND that nobody asked for, or that was done already
-- and, by constraint, a RESEND by the person who asked for it.
CREATE FUNCTION log_sending(of_file integer, of_kind text, on_day date, by_person text, by_means text, to_place text,
    with_sha256 bytea)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    f dispatch_file%ROWTYPE;
    asked resend_request%ROWTYPE;
    sent integer;
    resent integer;
    made bigint;
BEGIN
    SELECT * INTO f FROM dispatch_file WHERE file_no = of_file FOR UPDATE;
    IF f.sha256 IS DISTINCT FROM with_sha256 THEN
        RAISE EXCEPTION 'these are not the bytes of file %', of_file USING ERRCODE = 'KY042', DETAIL = of_file;
    END IF;
    IF f.released_at IS NULL OR f.state NOT IN ('RELEASED', 'ACCEPTED', 'SETTLED') THEN
        RAISE EXCEPTION 'file % is %: its bytes go nowhere', of_file, f.state
            USING ERRCODE = 'KY043', DETAIL = of_file || ' ' || f.state;
    END IF;
    SELECT count(*) FILTER (WHERE s.kind = 'SENT'), count(DISTINCT s.request_no) INTO sent, resent
    FROM sending s WHERE s.file_no = of_file;
    IF of_kind = 'RESEND' THEN
        SELECT * INTO asked FROM resend_request r WHERE r.file_no = of_file ORDER BY r.request_no DESC LIMIT 1;
        IF asked.request_no IS NULL OR EXISTS (
            SELECT 1 FROM sending s JOIN sending_done d USING (sending_no) WHERE s.request_no = asked.request_no)
        THEN
            RAISE EXCEPTION 'nobody asked for another sending of file %', of_file
                USING ERRCODE = 'KY045', DETAIL = of_file;
        END IF;
    ELSIF of_kind = 'RELEASE' AND EXISTS (SELECT 1 FROM sending s WHERE s.file_no = of_file)
       OR of_kind = 'SENT' AND sent > resent
       OR of_kind = 'DOWNLOAD' AND (
              f.state <> 'RELEASED' OR sent + resent > 0
              OR EXISTS (SELECT 1 FROM file_evidence e WHERE e.file_no = of_file)
              OR (SELECT count(*) FROM sending s JOIN sending_done d USING (sending_no) WHERE s.file_no = of_file) > 1)
    THEN
        RAISE EXCEPTION 'file % was handed over', of_file USING ERRCODE = 'KY044', DETAIL = of_file;
    END IF;
    INSERT INTO sending (file_no, kind, person, business_day, how, goes_to, sha256, request_no, requested_by)
    VALUES (of_file, of_kind, by_person, on_day, by_means, to_place, with_sha256, asked.request_no, asked.person)
    RETURNING sending_no INTO made;
    RETURN made;
END $$;

CREATE FUNCTION end_sending(of_sending bigint) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO sending_done (sending_no) VALUES (of_sending)
$$;

-- Asks for the same bytes to be sent once more; another person must do it. Refuses a file in doubt (KY043).
CREATE FUNCTION ask_to_resend(of_file integer, on_day date, by_person text, for_reason text)
RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    f dispatch_file%ROWTYPE;
    made integer;
BEGIN
    SELECT * INTO f FROM dispatch_file WHERE file_no = of_file FOR UPDATE;
    IF f.released_at IS NULL OR f.state NOT IN ('RELEASED', 'ACCEPTED', 'SETTLED') THEN
        RAISE EXCEPTION 'file % is %: its bytes go nowhere', of_file, f.state
            USING ERRCODE = 'KY043', DETAIL = of_file || ' ' || f.state;
    END IF;
    INSERT INTO resend_request (file_no, person, reason, business_day)
    VALUES (of_file, by_person, for_reason, on_day) RETURNING request_no INTO made;
    RETURN made;
END $$;

-- Asks the bank, through finance, not to make a payment. From then on nothing moves it but the bank's answer. Refuses
-- (KY046) a payment that is in no released or accepted file, or whose stop waits for an answer already.
CREATE FUNCTION request_stop(of_payment bigint, at_moment timestamp, until timestamp, by_person text, for_reason text)
RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    file integer;
    made integer;
BEGIN
    SELECT f.file_no INTO file
    FROM dispatch_item i JOIN dispatch_file f USING (file_no)
    WHERE i.payment_no = of_payment AND f.state IN ('RELEASED', 'ACCEPTED') FOR UPDATE OF f;
    IF file IS NULL OR NOT EXISTS (
           SELECT 1 FROM payment p WHERE p.payment_no = of_payment AND p.state IN ('RELEASED', 'ACCEPTED') FOR UPDATE)
       OR EXISTS (SELECT 1 FROM open_stop s WHERE s.payment_no = of_payment)
    THEN
        RAISE EXCEPTION 'payment % cannot be stopped', of_payment USING ERRCODE = 'KY046', DETAIL = of_payment;
    END IF;
    INSERT INTO payment_stop (payment_no, file_no, reason, person, requested_at, deadline, business_day)
    VALUES (of_payment, file, for_reason, by_person, at_moment, until, at_moment::date) RETURNING stop_no INTO made;
    RETURN made;
END $$;

-- Records what the bank said to a stop. Confirmed: the payment comes back, as every return does, with a finding for
-- the office. Refused: it stays and goes its way. Refuses (KY047) a stop that is unknown or answered.
CREATE FUNCTION answer_stop(of_stop integer, confirmed boolean, on_day date, by_person text, with_document text,
    by_teller text, of_day date)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    stop payment_stop%ROWTYPE;
    of_program smallint;
BEGIN
    SELECT s.* INTO stop FROM payment_stop s WHERE s.stop_no = of_stop;
    IF stop.stop_no IS NOT NULL THEN
        PERFORM 1 FROM dispatch_file f WHERE f.file_no = stop.file_no FOR UPDATE;
    END IF;
    IF stop.stop_no IS NULL OR EXISTS (SELECT 1 FROM stop_answer a WHERE a.stop_no = of_stop) THEN
        RAISE EXCEPTION 'stop % waits for no answer', of_stop USING ERRCODE = 'KY047', DETAIL = of_stop;
    END IF;
    INSERT INTO stop_answer (stop_no, outcome, document, told_by, dated, person, business_day)
    VALUES (of_stop, CASE WHEN confirmed THEN 'CONFIRMED' ELSE 'REFUSED' END, with_document, by_teller, of_day, by_person,
            on_day);
    IF confirmed THEN
        SELECT p.program_id INTO of_program FROM payment p WHERE p.payment_no = stop.payment_no;
        PERFORM move_payments(
            new_posting(of_program, on_day, by_person, 'STOP', with_document, 'stop ' || of_stop),
            ARRAY[stop.payment_no], '{RELEASED,ACCEPTED}', 'RETURNED');
        PERFORM raise_finding(of_program, 'PAYMENT_RETURNED', NULL, stop.payment_no, NULL, NULL, 'STOPPED');
    END IF;
END $$;
