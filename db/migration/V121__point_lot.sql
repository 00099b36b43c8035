-- Points that were granted, lot by lot: claimed, expired, reversed. A lot comes into being when its grant is credited and
-- ends by the provider's word alone; what it says too early is not believed (横浜 2023). Written only by functions of the
-- owner; nothing here is ever changed.

CREATE TABLE point_lot (
    payment_no bigint PRIMARY KEY,
    program_id smallint NOT NULL,
    points     bigint NOT NULL CHECK (points > 0),
    granted_on date NOT NULL,
    expires_on date NOT NULL                 -- the last day on which it is good, as the file told the provider
);

-- A file of the provider about lots (docs/formats/point-lots.md).
CREATE TABLE point_lot_file (
    lot_file_no integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    program_id  smallint NOT NULL,
    name        text NOT NULL,
    sha256      bytea NOT NULL,
    received_at timestamptz NOT NULL DEFAULT act_time(),
    received_by text NOT NULL,
    lines       integer NOT NULL,
    UNIQUE (program_id, sha256)
);
CREATE TABLE point_lot_line (
    lot_file_no integer NOT NULL REFERENCES point_lot_file,
    line        integer NOT NULL,
    bucket      text NOT NULL,               -- as lot_verdict
    payment_no  bigint,                      -- null: unreadable
    kind        text,                        -- null: unknown word
    points      bigint,
    dated       date,
    sealed      bytea NOT NULL,
    PRIMARY KEY (lot_file_no, line)
);

-- What happened to a lot, and whose word it is.
--   CLAIMED           it is the resident's; final
--   EXPIRED           nobody claimed it in time; the payment comes back
--   REVERSAL_ASKED    the provider is asked to take it back; the payment stays where it is, paid
--   REVERSAL_REFUSED  the provider does not
--   REVERSED          the provider took it back: nobody can claim it any more, and the payment comes back
CREATE TABLE point_lot_event (
    event_no     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    payment_no   bigint NOT NULL REFERENCES point_lot,
    kind         text NOT NULL CHECK (kind IN ('CLAIMED', 'EXPIRED', 'REVERSAL_ASKED', 'REVERSAL_REFUSED', 'REVERSED')),
    dated        date NOT NULL,
    document     text NOT NULL CHECK (document <> ''),   -- what shows it; of a request: why
    told_by      text NOT NULL CHECK (told_by <> ''),
    person       text NOT NULL,
    business_day date NOT NULL,
    source       text NOT NULL CHECK (source IN ('PERSON', 'FILE', 'RESULT')),
    at           timestamptz NOT NULL DEFAULT act_time(),
    CHECK (dated <= business_day)
);
CREATE INDEX point_lot_event_payment ON point_lot_event (payment_no);
-- A lot ends once.
CREATE UNIQUE INDEX point_lot_ends_once ON point_lot_event (payment_no) WHERE kind IN ('CLAIMED', 'EXPIRED', 'REVERSED');

DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['point_lot', 'point_lot_file', 'point_lot_line', 'point_lot_event'] LOOP
        EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I
                        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t || '_is_a_fact', t);
    END LOOP;
END $$;

-- Where every lot stands, and whether the provider is asked to take it back.
CREATE VIEW point_lot_state AS
SELECT l.payment_no, l.program_id, l.points, l.granted_on, l.expires_on, coalesce(f.kind, 'GRANTED') AS state, f.dated AS ended_on,
       f.kind IS NULL AND a.kind IS NOT NULL AND a.kind = 'REVERSAL_ASKED' AS asked
FROM point_lot l
LEFT JOIN point_lot_event f ON f.payment_no = l.payment_no AND f.kind IN ('CLAIMED', 'EXPIRED', 'REVERSED')
LEFT JOIN (SELECT DISTINCT ON (payment_no) payment_no, kind FROM point_lot_event
           WHERE kind IN ('REVERSAL_ASKED', 'REVERSAL_REFUSED')
           ORDER BY payment_no, event_no DESC) a ON a.payment_no = l.payment_no;

-- Files with points that were good until before a day and of which nobody has said what became: neither claimed, nor
-- expired, nor taken back. What Alarms asks. Plan: nothing is joined before the last day has passed.
CREATE FUNCTION lots_overdue(of_program smallint, on_day date) RETURNS TABLE (file_no integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET enable_nestloop = off AS $$
    SELECT DISTINCT i.file_no
    FROM point_lot l
    JOIN dispatch_item i USING (payment_no)
    JOIN dispatch_file f ON f.file_no = i.file_no AND f.released_at IS NOT NULL
    WHERE l.program_id = of_program AND l.expires_on < on_day
      AND NOT EXISTS (SELECT 1 FROM point_lot_event e
                      WHERE e.payment_no = l.payment_no AND e.kind IN ('CLAIMED', 'EXPIRED', 'REVERSED'))
$$;

-- A grant that is credited is a lot; one whose payment comes back has ended, whoever moved it, and was not claimed.
CREATE FUNCTION follow_lots() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET enable_nestloop = off AS $$
DECLARE
    claimed bigint;
BEGIN
    IF NOT EXISTS (SELECT 1 FROM fresh e WHERE e.to_state IN ('SETTLED', 'RETURNED')) THEN
        RETURN NULL;
    END IF;
    INSERT INTO point_lot (payment_no, program_id, points, granted_on, expires_on)
    SELECT p.payment_no, p.program_id, p.amount, coalesce(min(l.granted_on), min(g.business_day)), min(f.expires_on)
    FROM fresh e
    JOIN posting g USING (posting_id)
    JOIN payment p USING (payment_no)
    JOIN dispatch_item i USING (payment_no)
    JOIN dispatch_file f ON f.file_no = i.file_no AND f.released_at IS NOT NULL
    LEFT JOIN result_line l ON l.payment_no = p.payment_no AND l.bucket = 'APPLIED' AND l.outcome = 'CREDITED'
    WHERE e.to_state = 'SETTLED' AND p.rail = 'POINTS'
    GROUP BY p.payment_no;
    SELECT min(s.payment_no) INTO claimed
    FROM fresh e JOIN point_lot_state s USING (payment_no) WHERE e.to_state = 'RETURNED' AND s.state = 'CLAIMED';
    IF claimed IS NOT NULL THEN
        RAISE EXCEPTION 'the points of payment % are claimed', claimed USING ERRCODE = 'KY081', DETAIL = claimed || ' AFTER_CLAIM';
    END IF;
    INSERT INTO point_lot_event (payment_no, kind, dated, document, told_by, person, business_day, source)
    SELECT e.payment_no, CASE WHEN bool_or(l.outcome = 'CODE_EXPIRED') THEN 'EXPIRED' ELSE 'REVERSED' END,
           min(least(coalesce(l.granted_on, g.business_day), g.business_day)), min(g.cause), min(g.cause), min(g.person),
           min(g.business_day), 'RESULT'
    FROM fresh e
    JOIN posting g USING (posting_id)
    JOIN point_lot_state s USING (payment_no)
    LEFT JOIN result_line l ON l.payment_no = e.payment_no AND l.bucket = 'APPLIED' AND l.outcome <> 'CREDITED'
    WHERE e.to_state = 'RETURNED' AND s.state = 'GRANTED'
    GROUP BY e.payment_no;
    RETURN NULL;
END $$;
CREATE TRIGGER grant_is_a_lot AFTER INSERT ON payment_event
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION follow_lots();

-- What is to be thought of a word about a lot, as the books stand. APPLIED: it is believed.
CREATE FUNCTION lot_verdict(lot point_lot_state, of_kind text, of_points bigint, on_date date, on_day date) RETURNS text
LANGUAGE sql IMMUTABLE
    RETURN CASE
        WHEN of_kind IS NULL THEN 'UNKNOWN_KIND'
        WHEN lot.payment_no IS NULL THEN 'UNKNOWN_LOT'
        WHEN of_points IS DISTINCT FROM lot.points OR on_date IS NULL OR on_date > on_day OR on_date < lot.granted_on THEN 'DIFFERS'
        WHEN lot.state = of_kind THEN 'ALREADY_APPLIED'
        WHEN lot.state <> 'GRANTED' THEN 'CONTRADICTS'
        WHEN of_kind = 'EXPIRED' AND on_date <= lot.expires_on THEN 'EXPIRED_EARLY'
        WHEN of_kind = 'CLAIMED' AND on_date > lot.expires_on THEN 'CONTRADICTS'
        WHEN of_kind IN ('REVERSED', 'REVERSAL_REFUSED') AND NOT lot.asked THEN 'NOT_ASKED'
        WHEN of_kind = 'REVERSAL_ASKED' AND lot.asked THEN 'ALREADY_APPLIED'
        ELSE 'APPLIED' END;

-- Enters words that are believed into their lots; a lot that expired or was taken back brings its payment back, with a
-- finding for the office. Runs with the rights of its caller.
CREATE FUNCTION enter_lots(of_program smallint, payments bigint[], kinds text[], dates date[], on_day date, by_person text,
    with_document text, by_teller text, from_source text)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    back bigint[];
BEGIN
    INSERT INTO point_lot_event (payment_no, kind, dated, document, told_by, person, business_day, source)
    SELECT w.payment_no, w.kind, w.dated, with_document, by_teller, by_person, on_day, from_source
    FROM unnest(payments, kinds, dates) AS w (payment_no, kind, dated);
    SELECT array_agg(w.payment_no ORDER BY w.payment_no) INTO back
    FROM unnest(payments, kinds) AS w (payment_no, kind) WHERE w.kind IN ('EXPIRED', 'REVERSED');
    IF back IS NOT NULL THEN
        PERFORM move_payments(new_posting(of_program, on_day, by_person, 'LOT', with_document, with_document), back,
                              '{SETTLED}', 'RETURNED');
        PERFORM raise_finding(of_program, 'PAYMENT_RETURNED', NULL, w.payment_no, NULL, NULL,
                              CASE w.kind WHEN 'EXPIRED' THEN 'CODE_EXPIRED' ELSE w.kind END)
        FROM unnest(payments, kinds) AS w (payment_no, kind) WHERE w.kind IN ('EXPIRED', 'REVERSED');
    END IF;
END $$;

-- A person's word about a lot: what the provider said, or that it is asked to take it back. Refuses (KY081) what is not
-- believed, and says why.
CREATE FUNCTION tell_lot(of_payment bigint, of_kind text, on_date date, on_day date, by_person text, with_document text,
    by_teller text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    lot point_lot_state%ROWTYPE;
    verdict text;
BEGIN
    PERFORM 1 FROM payment p WHERE p.payment_no = of_payment FOR UPDATE;
    SELECT * INTO lot FROM point_lot_state s WHERE s.payment_no = of_payment;
    verdict := lot_verdict(lot, of_kind, lot.points, on_date, on_day);
    IF verdict <> 'APPLIED' THEN
        RAISE EXCEPTION 'lot %: %', of_payment, verdict USING ERRCODE = 'KY081', DETAIL = of_payment || ' ' || verdict;
    END IF;
    PERFORM enter_lots(lot.program_id, ARRAY[of_payment], ARRAY[of_kind], ARRAY[on_date], on_day, by_person, with_document,
                       by_teller, 'PERSON');
END $$;

-- Takes the lines of a provider's file, of one payment at most one, each into exactly one bucket; what is believed is
-- entered, what is not raises a finding on its payment.
CREATE FUNCTION take_lots(of_file integer, of_lines integer[], payments bigint[], kinds text[], of_points bigint[], dates date[],
    originals bytea[], on_day date, by_person text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_nestloop = off AS $$
DECLARE
    of_program smallint := (SELECT f.program_id FROM point_lot_file f WHERE f.lot_file_no = of_file);
BEGIN
    PERFORM 1 FROM payment p WHERE p.payment_no = ANY (payments) ORDER BY p.payment_no FOR UPDATE;
    INSERT INTO point_lot_line (lot_file_no, line, bucket, payment_no, kind, points, dated, sealed)
    SELECT of_file, w.line, lot_verdict(s, w.kind, w.points, w.dated, on_day), w.payment_no, w.kind, w.points, w.dated, w.sealed
    FROM unnest(of_lines, payments, kinds, of_points, dates, originals) AS w (line, payment_no, kind, points, dated, sealed)
    LEFT JOIN point_lot_state s ON s.payment_no = w.payment_no AND s.program_id = of_program;
    PERFORM enter_lots(of_program, array_agg(l.payment_no), array_agg(l.kind), array_agg(l.dated), on_day, by_person,
                       'lot file ' || of_file, 'lot file ' || of_file, 'FILE')
    FROM point_lot_line l
    WHERE l.lot_file_no = of_file AND l.line = ANY (of_lines) AND l.bucket = 'APPLIED'
    HAVING count(*) > 0;
    PERFORM raise_finding(p.program_id, 'RESULT_UNEXPLAINED', NULL, p.payment_no, NULL, NULL,
                          l.bucket || ' lot ' || of_file || ':' || l.line)
    FROM point_lot_line l JOIN payment p USING (payment_no)
    WHERE l.lot_file_no = of_file AND l.line = ANY (of_lines) AND l.bucket NOT IN ('APPLIED', 'ALREADY_APPLIED')
      AND p.program_id = of_program;
END $$;
