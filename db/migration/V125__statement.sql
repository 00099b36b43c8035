-- What bank and point provider say about whole days: statements of the city's own accounts (入出金取引明細, 種別 03),
-- what of them is cleared against files and returned payments, and the provider's totals.

-- One account's part of a statement file. The account is the city's own (program.consignor_*).
CREATE TABLE statement (
    statement_no integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name         text NOT NULL,
    sha256       bytea NOT NULL,             -- of the whole file
    bank         text NOT NULL,
    branch       text NOT NULL,
    account_type smallint NOT NULL,
    account      text NOT NULL CHECK (account ~ '^[0-9]{10}$'),
    made_on      date NOT NULL,
    from_day     date NOT NULL,
    to_day       date NOT NULL CHECK (to_day >= from_day),
    opening      bigint NOT NULL,            -- yen, below 0: overdrawn
    closing      bigint NOT NULL,
    lines        integer NOT NULL,           -- in the file
    repeated     integer NOT NULL,           -- of them, that an earlier statement had told
    received_at  timestamptz NOT NULL DEFAULT act_time(),
    received_by  text NOT NULL,
    UNIQUE (sha256, bank, branch, account_type, account)
);
CREATE TRIGGER statement_is_a_fact BEFORE UPDATE OR DELETE ON statement
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- One movement of an account, once however many statements tell of it.
CREATE TABLE statement_line (
    line_no        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    statement_no   integer NOT NULL REFERENCES statement,
    line           integer NOT NULL,
    posted_on      date NOT NULL,            -- 勘定日
    credit         boolean NOT NULL,
    kind           text NOT NULL,            -- 取引区分
    amount         bigint NOT NULL CHECK (amount > 0),
    consignor_code text,                     -- null: the line names none
    payment_no     bigint,                   -- null: the line names none
    came_back      boolean NOT NULL,         -- whether it says so: 組戻し, 振込返却
    identity       bytea NOT NULL UNIQUE,    -- HMAC over account, record, and which of several equal ones it is
    sealed         bytea NOT NULL,           -- the record as received
    UNIQUE (statement_no, line)
);
CREATE TRIGGER statement_line_is_a_fact BEFORE UPDATE OR DELETE ON statement_line
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- 消込: lines of a statement that were found to be files paid or payments that came back. Lines and what they clear
-- hang together by the number of their first line; their sums are equal.
CREATE TABLE clearing (
    line_no      bigint PRIMARY KEY REFERENCES statement_line,
    head         bigint NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('DEBIT', 'RETURN')),
    business_day date NOT NULL,
    person       text NOT NULL,
    why          text NOT NULL,              -- the rule, or a person's words
    at           timestamptz NOT NULL DEFAULT act_time()
);
CREATE INDEX clearing_head ON clearing (head);
CREATE TRIGGER clearing_is_a_fact BEFORE UPDATE OR DELETE ON clearing
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TABLE cleared (
    head       bigint NOT NULL,
    file_no    integer UNIQUE,               -- debited once
    payment_no bigint UNIQUE,                -- came back once
    CHECK (num_nonnulls(file_no, payment_no) = 1)
);
CREATE INDEX cleared_head ON cleared (head);
CREATE TRIGGER cleared_is_a_fact BEFORE UPDATE OR DELETE ON cleared
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What a person said about something that could not be explained: never changed, one for each.
CREATE TABLE explanation (
    kind         text NOT NULL,
    ref          text NOT NULL,              -- as unexplained() names it
    program_id   smallint NOT NULL,
    business_day date NOT NULL,
    person       text NOT NULL,
    reason       text NOT NULL CHECK (reason <> ''),
    at           timestamptz NOT NULL DEFAULT act_time(),
    PRIMARY KEY (kind, ref)
);
CREATE TRIGGER explanation_is_a_fact BEFORE UPDATE OR DELETE ON explanation
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The provider's totals of a day; a later file about the same day takes the place of an earlier one.
CREATE TABLE point_total_file (
    total_file_no integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name          text NOT NULL,
    sha256        bytea NOT NULL UNIQUE,
    received_at   timestamptz NOT NULL DEFAULT act_time(),
    received_by   text NOT NULL
);
CREATE TRIGGER point_total_file_is_a_fact BEFORE UPDATE OR DELETE ON point_total_file
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TABLE point_total (
    total_file_no integer NOT NULL REFERENCES point_total_file,
    program_id    smallint NOT NULL,
    day           date NOT NULL,
    granted       integer NOT NULL,          -- grants
    points        bigint NOT NULL,           -- points of those
    failed        integer NOT NULL,
    expired       integer NOT NULL,
    PRIMARY KEY (program_id, day, total_file_no)
);
CREATE TRIGGER point_total_is_a_fact BEFORE UPDATE OR DELETE ON point_total
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Whose money moved: programs that send from the account of a statement.
CREATE VIEW statement_program AS
SELECT s.statement_no, p.program_id
FROM statement s
JOIN program p ON p.consignor_bank = s.bank AND p.consignor_branch = s.branch
              AND p.consignor_type = s.account_type AND lpad(p.consignor_account, 10, '0') = s.account;

-- Every line with its bucket: exactly one, as a line is cleared once, explained once, or neither.
CREATE VIEW statement_bucket AS
SELECT l.line_no, l.statement_no, l.line, l.posted_on, l.credit, l.kind, l.amount, l.payment_no, l.came_back,
       l.consignor_code, c.head,
       CASE WHEN c.kind IS NOT NULL THEN c.kind WHEN e.ref IS NOT NULL THEN 'EXPLAINED' ELSE 'UNEXPLAINED' END AS bucket
FROM statement_line l
LEFT JOIN clearing c USING (line_no)
LEFT JOIN explanation e ON e.kind = 'STATEMENT_LINE' AND e.ref = l.line_no::text;

-- Clears lines against the files they paid (DEBIT) or the returned payments they brought back (RETURN); what belongs
-- together has the same head. Refuses sums that differ, a line, file or payment twice, another account's file.
CREATE FUNCTION clear_lines(of_kind text, on_day date, by_person text, for_reason text, lines bigint[],
    line_heads bigint[], files integer[], file_heads bigint[], payments bigint[], payment_heads bigint[])
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    wrong bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('clearing'));
    SELECT coalesce(l.head, t.head) INTO wrong
    FROM (SELECT w.head, sum(s.amount) AS sum, min(s.statement_no) AS statement_no
          FROM unnest(lines, line_heads) AS w (line_no, head)
          JOIN statement_line s ON s.line_no = w.line_no AND s.credit = (of_kind = 'RETURN')
          LEFT JOIN explanation e ON e.kind = 'STATEMENT_LINE' AND e.ref = s.line_no::text
          WHERE e.ref IS NULL
          GROUP BY w.head) l
    FULL JOIN (SELECT x.head, sum(x.amount) AS sum, array_agg(DISTINCT x.program_id) AS programs
               FROM (SELECT w.head, f.sum AS amount, f.program_id
                     FROM unnest(files, file_heads) AS w (file_no, head) JOIN dispatch_file f USING (file_no)
                     WHERE f.rail = 'CASH' AND f.released_at IS NOT NULL AND of_kind = 'DEBIT'
                     UNION ALL
                     SELECT w.head, p.amount, p.program_id
                     FROM unnest(payments, payment_heads) AS w (payment_no, head) JOIN payment p USING (payment_no)
                     WHERE p.rail = 'CASH' AND p.state = 'RETURNED' AND of_kind = 'RETURN') x
               GROUP BY x.head) t USING (head)
    WHERE l.sum IS DISTINCT FROM t.sum
       OR NOT t.programs <@ (SELECT array_agg(s.program_id) FROM statement_program s WHERE s.statement_no = l.statement_no)
    LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'what line % stands for does not add up', wrong USING ERRCODE = 'KY031', DETAIL = wrong;
    END IF;
    INSERT INTO clearing (line_no, head, kind, business_day, person, why)
    SELECT w.line_no, w.head, of_kind, on_day, by_person, for_reason
    FROM unnest(lines, line_heads) AS w (line_no, head);
    INSERT INTO cleared (head, file_no, payment_no)
    SELECT w.head, w.file_no, NULL FROM unnest(files, file_heads) AS w (file_no, head)
    UNION ALL
    SELECT w.head, NULL, w.payment_no FROM unnest(payments, payment_heads) AS w (payment_no, head);
END $$;

-- The newest totals of each day beside the results taken in, where they differ. A day older than the newest totals
-- without any is a difference too.
CREATE VIEW point_total_difference AS
WITH told AS (
    SELECT DISTINCT ON (program_id, day) program_id, day, granted, points, failed, expired
    FROM point_total ORDER BY program_id, day, total_file_no DESC
), answered AS (
    SELECT f.program_id, l.granted_on AS day,
           count(*) FILTER (WHERE l.outcome = 'CREDITED') AS granted,
           coalesce(sum(l.amount) FILTER (WHERE l.outcome = 'CREDITED'), 0) AS points,
           count(*) FILTER (WHERE l.outcome NOT IN ('CREDITED', 'CODE_EXPIRED')) AS failed,
           count(*) FILTER (WHERE l.outcome = 'CODE_EXPIRED') AS expired
    FROM result_line l
    JOIN result_file f USING (result_file_no)
    JOIN (SELECT t.program_id, max(t.day) AS day FROM point_total t GROUP BY t.program_id) last USING (program_id)
    WHERE f.rail = 'POINTS' AND l.bucket = 'APPLIED' AND coalesce(l.granted_on, date '-infinity') <= last.day
    GROUP BY f.program_id, l.granted_on
    UNION ALL
    -- What the provider told otherwise than by results: in a file about lots, or in writing.
    SELECT l.program_id, e.dated, 0, 0, 0, count(*)
    FROM point_lot_event e JOIN point_lot l USING (payment_no)
    WHERE e.kind = 'EXPIRED' AND e.source <> 'RESULT'
      AND e.dated <= (SELECT max(t.day) FROM point_total t WHERE t.program_id = l.program_id)
    GROUP BY l.program_id, e.dated
), taken AS (
    SELECT program_id, day, sum(granted) AS granted, sum(points) AS points, sum(failed) AS failed, sum(expired) AS expired
    FROM answered GROUP BY program_id, day
)
SELECT program_id, day,
       coalesce(t.granted || '/' || t.points || '/' || t.failed || '/' || t.expired, '-') AS told,
       coalesce(k.granted || '/' || k.points || '/' || k.failed || '/' || k.expired, '-') AS taken
FROM told t FULL JOIN taken k USING (program_id, day)
WHERE (coalesce(t.granted, 0), coalesce(t.points, 0), coalesce(t.failed, 0), coalesce(t.expired, 0))
      IS DISTINCT FROM
      (coalesce(k.granted, 0), coalesce(k.points, 0), coalesce(k.failed, 0), coalesce(k.expired, 0));

-- Everything of a program that stands unexplained on a day: what a daily close refuses to close over.
--   STATEMENT_LINE   neither a file's debit nor money that came back
--   STATEMENT_GAP    a balance that does not follow from the statement before: days are missing
--   DEBIT_MISSING    released, its pay date past, and the bank took no money for it
--   STOP_OPEN        a payment the bank was asked to stop, its pay date come, and no answer
--   RESULT_LINE      an answer about nothing that was sent, or not as it was sent, or of no known meaning
--   LOT_LINE         a word about points that is not believed: expired too early, taken back unasked, claimed and expired
--   POINT_TOTAL      the provider counts other grants than it answered
CREATE FUNCTION unexplained(of_program smallint, on_day date)
RETURNS TABLE (kind text, ref text, day date, amount bigint, note text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH item AS (
        SELECT 'STATEMENT_LINE' AS kind, b.line_no::text AS ref, b.posted_on AS day,
               CASE WHEN b.credit THEN b.amount ELSE -b.amount END AS amount,
               'statement ' || b.statement_no || ':' || b.line AS note
        FROM statement_bucket b JOIN statement_program p USING (statement_no)
        WHERE p.program_id = of_program AND b.bucket = 'UNEXPLAINED' AND b.posted_on <= on_day
        UNION ALL
        SELECT 'STATEMENT_GAP', s.statement_no || '-' || before.statement_no, s.from_day,
               s.opening - before.closing - before.between_them, 'statement ' || s.statement_no
        FROM statement s
        JOIN statement_program p ON p.statement_no = s.statement_no AND p.program_id = of_program
        CROSS JOIN LATERAL (
            SELECT b.statement_no, b.closing,
                   coalesce((SELECT sum(CASE WHEN l.credit THEN l.amount ELSE -l.amount END)
                             FROM statement_line l JOIN statement o USING (statement_no)
                             WHERE (o.bank, o.branch, o.account_type, o.account)
                                 = (s.bank, s.branch, s.account_type, s.account)
                               AND l.posted_on > b.to_day AND l.posted_on < s.from_day), 0)::bigint AS between_them
            FROM statement b
            WHERE (b.bank, b.branch, b.account_type, b.account) = (s.bank, s.branch, s.account_type, s.account)
              AND b.to_day < s.from_day
            ORDER BY b.to_day DESC, b.statement_no DESC LIMIT 1) AS before
        WHERE s.opening <> before.closing + before.between_them AND s.from_day <= on_day
        UNION ALL
        SELECT 'DEBIT_MISSING', f.file_no::text, f.pay_date, -f.sum, f.name
        FROM dispatch_file f
        WHERE f.program_id = of_program AND f.rail = 'CASH' AND f.released_at IS NOT NULL AND f.state <> 'CANCELLED'
          AND f.pay_date < on_day AND NOT EXISTS (SELECT 1 FROM cleared c WHERE c.file_no = f.file_no)
        UNION ALL
        SELECT 'STOP_OPEN', s.stop_no::text, f.pay_date, p.amount, 'payment ' || s.payment_no
        FROM open_stop s JOIN dispatch_file f USING (file_no) JOIN payment p ON p.payment_no = s.payment_no
        WHERE f.program_id = of_program AND f.pay_date <= on_day
        UNION ALL
        SELECT 'RESULT_LINE', l.result_file_no || ':' || l.line, NULL, l.amount,
               l.bucket || coalesce(' ' || l.payment_no, '')
        FROM result_line l JOIN result_file f USING (result_file_no)
        WHERE f.program_id = of_program AND l.bucket NOT IN ('APPLIED', 'ALREADY_APPLIED')
          AND NOT EXISTS (SELECT 1 FROM finding d
                          WHERE d.program_id = of_program AND d.code = 'RESULT_UNEXPLAINED' AND d.state <> 'OPEN'
                            AND d.detail = l.bucket || ' ' || l.result_file_no || ':' || l.line)
        UNION ALL
        SELECT 'LOT_LINE', l.lot_file_no || ':' || l.line, l.dated, l.points, l.bucket || coalesce(' ' || l.payment_no, '')
        FROM point_lot_line l JOIN point_lot_file f USING (lot_file_no)
        WHERE f.program_id = of_program AND l.bucket NOT IN ('APPLIED', 'ALREADY_APPLIED')
          AND NOT EXISTS (SELECT 1 FROM finding d
                          WHERE d.program_id = of_program AND d.code = 'RESULT_UNEXPLAINED' AND d.state <> 'OPEN'
                            AND d.detail = l.bucket || ' lot ' || l.lot_file_no || ':' || l.line)
        UNION ALL
        SELECT 'POINT_TOTAL', d.program_id || '/' || coalesce(d.day::text, '-') || ' ' || d.told || ' ' || d.taken,
               d.day, NULL, d.told || ' <> ' || d.taken
        FROM point_total_difference d
        WHERE d.program_id = of_program AND coalesce(d.day, on_day) <= on_day
    )
    SELECT i.kind, i.ref, i.day, i.amount, i.note
    FROM item i
    WHERE NOT EXISTS (SELECT 1 FROM explanation e WHERE e.kind = i.kind AND e.ref = i.ref)
    ORDER BY i.kind, i.day, i.ref
$$;

-- A person's word on something unexplained. Returns false where it is not, or not any more.
CREATE FUNCTION explain_item(of_program smallint, of_kind text, of_ref text, on_day date, by_person text, for_reason text)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('clearing'));
    IF NOT EXISTS (SELECT 1 FROM unexplained(of_program, 'infinity') u WHERE u.kind = of_kind AND u.ref = of_ref) THEN
        RETURN false;
    END IF;
    INSERT INTO explanation (kind, ref, program_id, business_day, person, reason)
    VALUES (of_kind, of_ref, of_program, on_day, by_person, for_reason);
    RETURN true;
END $$;
