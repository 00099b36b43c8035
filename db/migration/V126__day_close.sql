-- 日計表: the books of a day, closed once. A closed day takes no further postings.

CREATE TABLE day_close (
    program_id   smallint NOT NULL REFERENCES program,
    closed_on    date NOT NULL,              -- the last business day it covers
    since        date,                       -- the day closed before it; null: the first close
    last_posting bigint NOT NULL,            -- the newest posting then, of whichever day
    person       text NOT NULL,
    at           timestamptz NOT NULL DEFAULT act_time(),
    previous     bytea NOT NULL,             -- digest of the close before; 32 zeros: the first
    digest       bytea NOT NULL,
    PRIMARY KEY (program_id, closed_on)
);
CREATE TRIGGER day_close_is_a_fact BEFORE UPDATE OR DELETE ON day_close
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Payments, residents and yen or points of one state: what was there, came in, went out, is there.
CREATE TABLE day_close_line (
    program_id        smallint NOT NULL,
    closed_on         date NOT NULL,
    rail              rail NOT NULL,
    state             payment_state NOT NULL,
    opening_count     bigint NOT NULL,
    opening_residents bigint NOT NULL,
    opening_sum       bigint NOT NULL,
    in_count          bigint NOT NULL,
    in_residents      bigint NOT NULL,
    in_sum            bigint NOT NULL,
    out_count         bigint NOT NULL,
    out_residents     bigint NOT NULL,
    out_sum           bigint NOT NULL,
    closing_count     bigint NOT NULL CHECK (closing_count = opening_count + in_count - out_count),
    closing_residents bigint NOT NULL CHECK (closing_residents = opening_residents + in_residents - out_residents),
    closing_sum       bigint NOT NULL CHECK (closing_sum = opening_sum + in_sum - out_sum),
    PRIMARY KEY (program_id, closed_on, rail, state)
);
CREATE TRIGGER day_close_line_is_a_fact BEFORE UPDATE OR DELETE ON day_close_line
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What is to come back from residents, yen or points, on each rail that ever had a case.
CREATE TABLE day_close_recovery (
    program_id  smallint NOT NULL,
    closed_on   date NOT NULL,
    rail        rail NOT NULL,
    opening     bigint NOT NULL,
    opened      bigint NOT NULL,             -- new cases
    paid        bigint NOT NULL,             -- paid back, less given back
    written_off bigint NOT NULL,
    ended       bigint NOT NULL,             -- withdrawn and lapsed
    closing     bigint NOT NULL CHECK (closing = opening + opened - paid - written_off - ended),
    PRIMARY KEY (program_id, closed_on, rail)
);
CREATE TRIGGER day_close_recovery_is_a_fact BEFORE UPDATE OR DELETE ON day_close_recovery
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What cases moved after one day and through another, counted from their postings.
CREATE FUNCTION recoveries_moved(of_program smallint, after_day date, through_day date)
RETURNS TABLE (rail rail, opened bigint, paid bigint, written_off bigint, ended bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT m.rail, sum(m.opened)::bigint, sum(m.paid)::bigint, sum(m.written_off)::bigint, sum(m.ended)::bigint
    FROM (
        SELECT c.rail, c.posting_id, c.amount AS opened, 0 AS paid, 0 AS written_off, 0 AS ended FROM recovery_case c
        UNION ALL
        SELECT c.rail, e.posting_id, 0,
               CASE e.kind WHEN 'PAID' THEN e.amount WHEN 'REFUNDED' THEN -e.amount ELSE 0 END,
               CASE e.kind WHEN 'WRITTEN_OFF' THEN e.amount ELSE 0 END,
               CASE WHEN e.kind IN ('WITHDRAWN', 'LAPSED') THEN e.amount ELSE 0 END
        FROM recovery_entry e JOIN recovery_case c USING (case_no)) m
    JOIN posting g USING (posting_id)
    WHERE g.program_id = of_program AND g.business_day > after_day AND g.business_day <= through_day
    GROUP BY m.rail
$$;

-- The digest of a close: the one before, the day, and every line.
CREATE FUNCTION day_close_digest(of_program smallint, on_day date, before bytea) RETURNS bytea LANGUAGE sql STABLE AS $$
    SELECT sha256(before || convert_to(jsonb_build_array(p.code, on_day::text, (
        SELECT jsonb_agg(jsonb_build_array(l.rail, l.state,
                   l.opening_count, l.opening_residents, l.opening_sum, l.in_count, l.in_residents, l.in_sum,
                   l.out_count, l.out_residents, l.out_sum, l.closing_count, l.closing_residents, l.closing_sum)
                   ORDER BY l.rail, l.state)
        FROM day_close_line l WHERE l.program_id = of_program AND l.closed_on = on_day))::text
        || coalesce((
            SELECT jsonb_agg(jsonb_build_array(r.rail, r.opening, r.opened, r.paid, r.written_off, r.ended, r.closing)
                             ORDER BY r.rail)
            FROM day_close_recovery r WHERE r.program_id = of_program AND r.closed_on = on_day)::text, ''), 'UTF8'))
    FROM program p WHERE p.program_id = of_program
$$;

-- A posting belongs to a day that is open.
CREATE FUNCTION posting_day_is_open() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    closed date;
BEGIN
    SELECT max(c.closed_on) INTO closed FROM day_close c WHERE c.program_id = NEW.program_id;
    IF NEW.business_day <= closed THEN
        RAISE EXCEPTION '% is closed until %', NEW.business_day, closed
            USING ERRCODE = 'KY021', DETAIL = NEW.business_day || ' ' || closed;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER posting_day_is_open BEFORE INSERT ON posting FOR EACH ROW EXECUTE FUNCTION posting_day_is_open();

-- Where payments stood at the end of a day, counted from the payments themselves with what moved later taken back,
-- residents and sums from their shares. Knows nothing of the postings up to that day.
CREATE FUNCTION states_on(of_program smallint, on_day date)
RETURNS TABLE (rail rail, state payment_state, count bigint, residents bigint, sum bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET enable_nestloop = off SET work_mem = '64MB' AS $$
    WITH later AS (
        SELECT DISTINCT ON (e.payment_no) e.payment_no, e.from_state
        FROM payment_event e JOIN posting g USING (posting_id)
        WHERE g.program_id = of_program AND g.business_day > on_day
        ORDER BY e.payment_no, e.seq
    ), share AS (
        SELECT s.payment_no, count(*) AS residents, sum(s.amount)::bigint AS sum
        FROM payment_share s WHERE s.program_id = of_program GROUP BY s.payment_no
    )
    SELECT p.rail, CASE WHEN l.payment_no IS NULL THEN p.state ELSE l.from_state END AS state,
           count(*), sum(s.residents)::bigint, sum(s.sum)::bigint
    FROM payment p
    JOIN share s USING (payment_no)
    LEFT JOIN later l USING (payment_no)
    WHERE p.program_id = of_program AND (l.payment_no IS NULL OR l.from_state IS NOT NULL)
    GROUP BY 1, 2
$$;

-- Payments of accepted files that nobody said anything about: no return, no answer that waits for a person, no stop
-- that waits for the bank, no movement after the day. Plan: hash joins only, as in move_payments.
CREATE FUNCTION silent_payments(of_files integer[], on_day date) RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET enable_nestloop = off AS $$
    SELECT p.payment_no
    FROM dispatch_item i JOIN payment p USING (payment_no)
    WHERE i.file_no = ANY (of_files) AND p.state = 'ACCEPTED'
      AND NOT EXISTS (SELECT 1 FROM finding f WHERE f.payment_no = p.payment_no AND f.code = 'RESULT_UNEXPLAINED'
                                                 AND f.state = 'OPEN')
      AND NOT EXISTS (SELECT 1 FROM open_stop s WHERE s.payment_no = p.payment_no)
      AND NOT EXISTS (SELECT 1 FROM payment_event e JOIN posting g USING (posting_id)
                      WHERE e.payment_no = p.payment_no AND g.business_day > on_day)
    ORDER BY p.payment_no
$$;

-- Makes whoever posts wait until the end of the transaction. A close asks for it before it settles anything, so that it
-- never waits for somebody who waits for it.
CREATE FUNCTION hold_postings() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    LOCK TABLE posting IN SHARE ROW EXCLUSIVE MODE;
END $$;

-- Closes a day: opening from the close before, movements from the postings since, closing compared with an independent
-- count. Refuses while anything is unexplained or a count differs; whoever posts waits. Gives the digest.
CREATE FUNCTION close_day(of_program smallint, on_day date, by_person text) RETURNS bytea
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_nestloop = off SET work_mem = '64MB' AS $$
DECLARE
    last_day date;
    before bytea;
    made bytea;
    wrong text;
BEGIN
    PERFORM hold_postings();
    SELECT c.closed_on, c.digest INTO last_day, before
    FROM day_close c WHERE c.program_id = of_program ORDER BY c.closed_on DESC LIMIT 1;
    IF on_day <= last_day THEN
        RAISE EXCEPTION '% is closed', last_day USING ERRCODE = 'KY021', DETAIL = on_day || ' ' || last_day;
    END IF;
    SELECT string_agg(u.kind || ' ' || u.ref, ', ') INTO wrong FROM unexplained(of_program, on_day) u;
    IF wrong IS NOT NULL THEN
        RAISE EXCEPTION 'unexplained: %', wrong USING ERRCODE = 'KY022', DETAIL = wrong;
    END IF;
    INSERT INTO day_close_line
    WITH moved AS (
        SELECT p.rail, m.state,
               sum(m.came) AS in_count, sum(m.came * p.residents) AS in_residents, sum(m.came * e.amount) AS in_sum,
               sum(1 - m.came) AS out_count, sum((1 - m.came) * p.residents) AS out_residents,
               sum((1 - m.came) * e.amount) AS out_sum
        FROM posting g
        JOIN payment_event e USING (posting_id)
        JOIN payment p USING (payment_no)
        CROSS JOIN LATERAL (VALUES (e.to_state, 1), (e.from_state, 0)) AS m (state, came)
        WHERE g.program_id = of_program AND g.business_day > coalesce(last_day, '-infinity')
          AND g.business_day <= on_day AND m.state IS NOT NULL
        GROUP BY p.rail, m.state
    ), line AS (
        SELECT rail, state,
               coalesce(o.closing_count, 0) AS c0, coalesce(o.closing_residents, 0) AS r0, coalesce(o.closing_sum, 0) AS s0,
               coalesce(m.in_count, 0) AS c1, coalesce(m.in_residents, 0) AS r1, coalesce(m.in_sum, 0) AS s1,
               coalesce(m.out_count, 0) AS c2, coalesce(m.out_residents, 0) AS r2, coalesce(m.out_sum, 0) AS s2
        FROM moved m
        FULL JOIN (SELECT * FROM day_close_line l WHERE l.program_id = of_program AND l.closed_on = last_day) o
            USING (rail, state)
    )
    SELECT of_program, on_day, rail, state, c0, r0, s0, c1, r1, s1, c2, r2, s2, c0 + c1 - c2, r0 + r1 - r2, s0 + s1 - s2
    FROM line;
    INSERT INTO day_close_recovery
    SELECT of_program, on_day, rail, coalesce(o.closing, 0), coalesce(m.opened, 0), coalesce(m.paid, 0),
           coalesce(m.written_off, 0), coalesce(m.ended, 0),
           coalesce(o.closing, 0) + coalesce(m.opened - m.paid - m.written_off - m.ended, 0)
    FROM recoveries_moved(of_program, coalesce(last_day, '-infinity'), on_day) m
    FULL JOIN (SELECT * FROM day_close_recovery r WHERE r.program_id = of_program AND r.closed_on = last_day) o USING (rail);
    SELECT string_agg(coalesce(l.rail, s.rail) || ' ' || coalesce(l.state, s.state), ', ') INTO wrong
    FROM (SELECT * FROM day_close_line l WHERE l.program_id = of_program AND l.closed_on = on_day) l
    FULL JOIN states_on(of_program, on_day) s ON s.rail = l.rail AND s.state = l.state
    WHERE (coalesce(l.closing_count, 0), coalesce(l.closing_residents, 0), coalesce(l.closing_sum, 0))
          <> (coalesce(s.count, 0), coalesce(s.residents, 0), coalesce(s.sum, 0));
    IF wrong IS NOT NULL THEN
        RAISE EXCEPTION 'postings and payments differ: %', wrong USING ERRCODE = 'KY023', DETAIL = wrong;
    END IF;
    before := coalesce(before, decode(repeat('00', 32), 'hex'));
    made := day_close_digest(of_program, on_day, before);
    INSERT INTO day_close (program_id, closed_on, since, last_posting, person, previous, digest)
    SELECT of_program, on_day, last_day, coalesce(max(g.posting_id), 0), by_person, before, made FROM posting g;
    RETURN made;
END $$;

-- What was sent with every released file, and what became of it; difference is 0 or something is lost.
CREATE VIEW file_books AS
SELECT f.program_id, f.file_no, f.rail, f.pay_date, f.state, f.count, f.sum AS sent,
       i.credited, i.returned, i.pending, f.sum - i.credited - i.returned - i.pending AS difference,
       EXISTS (SELECT 1 FROM cleared c WHERE c.file_no = f.file_no) AS debited, i.came_back
FROM dispatch_file f
JOIN (
    SELECT d.file_no,
           coalesce(sum(p.amount) FILTER (WHERE p.state = 'SETTLED'), 0)::bigint AS credited,
           coalesce(sum(p.amount) FILTER (WHERE p.state = 'RETURNED'), 0)::bigint AS returned,
           coalesce(sum(p.amount) FILTER (WHERE p.state IN ('RELEASED', 'ACCEPTED')), 0)::bigint AS pending,
           coalesce(sum(p.amount) FILTER (WHERE c.payment_no IS NOT NULL), 0)::bigint AS came_back
    FROM dispatch_item d JOIN payment p USING (payment_no) LEFT JOIN cleared c ON c.payment_no = p.payment_no
    GROUP BY d.file_no) i USING (file_no)
WHERE f.released_at IS NOT NULL;

-- The fiscal year of a day: April to March.
CREATE FUNCTION fiscal_year(day date) RETURNS integer LANGUAGE sql IMMUTABLE
    RETURN extract(year FROM day - interval '3 months')::integer;

-- The subsidy figure: settled less recovered, by program, fiscal year, rail and funding source. The year is that of the
-- pay date, for points of the day the grant was settled. Each source bears the share its budget line has of the rail's
-- budget; what rounding leaves goes to the largest remainders, then in the order of the program file.
CREATE VIEW subsidy AS
WITH paid AS (
    SELECT p.program_id, fiscal_year(coalesce(f.pay_date, g.business_day)) AS fiscal_year, p.rail,
           p.amount AS settled, coalesce(r.amount, 0) AS recovered
    FROM payment p
    JOIN payment_event e ON e.payment_no = p.payment_no AND e.to_state = 'SETTLED'
    JOIN posting g USING (posting_id)
    JOIN dispatch_item i ON i.payment_no = p.payment_no
    JOIN dispatch_file f ON f.file_no = i.file_no AND f.released_at IS NOT NULL
    LEFT JOIN (SELECT payment_no, sum(amount) AS amount FROM recovered GROUP BY payment_no) r
        ON r.payment_no = p.payment_no
    WHERE p.state = 'SETTLED'
), total AS (
    SELECT program_id, fiscal_year, rail, m.what, sum(m.amount) AS amount
    FROM paid CROSS JOIN LATERAL (VALUES ('settled', settled), ('recovered', recovered)) AS m (what, amount)
    GROUP BY program_id, fiscal_year, rail, m.what
), part AS (
    SELECT t.*, l.source, l.position, floor(t.amount * l.part / l.whole) AS least,
           row_number() OVER (PARTITION BY t.program_id, t.fiscal_year, t.rail, t.what
                              ORDER BY (t.amount * l.part) % l.whole DESC, l.position) AS place
    FROM total t
    JOIN (SELECT b.program_id, b.source, b.position, r.rail, r.part::numeric,
                 sum(r.part) OVER (PARTITION BY b.program_id, r.rail) AS whole
          FROM budget_line b
          CROSS JOIN LATERAL (VALUES ('CASH'::rail, b.cash), ('POINTS', b.points)) AS r (rail, part)) l
        ON l.program_id = t.program_id AND l.rail = t.rail AND l.whole > 0
), shared AS (
    SELECT program_id, fiscal_year, rail, source, position, what,
           least + CASE WHEN place <= amount - sum(least) OVER (PARTITION BY program_id, fiscal_year, rail, what)
                        THEN 1 ELSE 0 END AS amount
    FROM part
)
SELECT program_id, fiscal_year, rail, source, position,
       sum(amount) FILTER (WHERE what = 'settled')::bigint AS settled,
       sum(amount) FILTER (WHERE what = 'recovered')::bigint AS recovered,
       (sum(amount) FILTER (WHERE what = 'settled') - sum(amount) FILTER (WHERE what = 'recovered'))::bigint AS claimable
FROM shared
GROUP BY program_id, fiscal_year, rail, source, position;
