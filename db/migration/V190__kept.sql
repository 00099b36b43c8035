-- What stays, and how it shows if it did not: comes after every table (V200 makes those of Spring Batch, a log).

-- ---- nothing is deleted --------------------------------------------------------------------------------------

-- What may change in a table of the ledger, whoever asks, the owner too; a table that is not named: nothing. Tables with
-- rules of their own about what changes when (payment, dispatch_file, program, intake_file, data_key) name columns
-- here as well: this is the outer wall.
CREATE FUNCTION changeable() RETURNS TABLE (of_table text, columns text[]) LANGUAGE sql IMMUTABLE AS $$
    VALUES
    ('application', '{name_key}'::text[]),
    ('assessment_run', '{finished_at}'),
    ('data_key', '{wrapped}'),
    ('decision', '{run_id,state,codes,household_no,rail,amount,residents,members,declined,reserved,duplicate_of}'),
    ('dispatch_file', '{state,built_at,submitted_by,submitted_at,approved_by,approved_at,released_by,released_at,closed_by,
        closed_at,closed_why,evidence,anchor_seq,anchor_hash}'),
    ('entitlement', '{ineligible_snapshot,same_as,excluded_by}'),
    ('finding', '{state,decision,decided_by,decided_at,reason}'),
    ('intake_counter', '{last_seq}'),
    ('intake_file', '{next_offset,next_line,rows_accepted,rows_repeated,rows_rejected,completed_seq,completed_at}'),
    ('match', '{snapshot_id,resident_no,household_no,method,weight,gap,pattern,model,code}'),
    ('match_decision', '{revoked_by,revoked_at}'),
    ('payment', '{state,postings}'),
    ('payment_counter', '{last_no}'),
    ('payment_share', '{live}'),
    ('person', '{ends_on}'),
    ('program', '{name,reference_date,window_from,window_to,rate_cash,rate_points,cap_cash,cap_points,points_currency,
        points_expires,consignor_code,consignor_name,consignor_bank,consignor_branch,consignor_type,consignor_account,
        terminator,clearing_house,symbols,records_per_file,cut_off,earliest_days,latest_days,return_days,today,excludes,continues}'),
    ('register_snapshot', '{completed_at}'),
    ('resident', '{current,name_key,given_key,family_key}'),
    ('resident_alias', '{name_key}')
$$;

-- A trigger on the names of columns costs nothing where a statement does not name them, however many rows it changes.
-- Left out: a budget is replaced as a whole, evidence is recomputed, pending events are chained at commit.
DO $$
DECLARE
    t record;
BEGIN
    FOR t IN
        SELECT c.relname AS name, h.columns AS may_change,
               (SELECT string_agg(quote_ident(a.attname), ', ') FROM pg_attribute a
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                  AND a.attname <> ALL (coalesce(h.columns, '{}'))) AS fixed
        FROM pg_class c LEFT JOIN changeable() h ON h.of_table = c.relname
        WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
          AND c.relname NOT IN ('flyway_schema_history', 'audit_pending', 'budget_line', 'match_evidence')
    LOOP
        EXECUTE format('CREATE TRIGGER %I BEFORE DELETE OR TRUNCATE ON %I
                        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t.name || '_is_kept', t.name);
        EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OF %s ON %I
                        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t.name || '_stands', t.fixed, t.name);
    END LOOP;
END $$;

-- ---- facts are counted as they come in -------------------------------------------------------------------------

-- Tables of facts: a number by which rows of one statement lie together, and the columns that never change.
CREATE FUNCTION facts() RETURNS TABLE (of_table text, key text, columns text) LANGUAGE sql IMMUTABLE AS $$
    VALUES
    ('posting', 'posting_id', 'posting_id, program_id, at, business_day, person, act, why, cause'),
    ('payment', 'payment_no',
     'payment_no, program_id, application_id, attempt, correction, rail::text, amount, residents, account_version'),
    ('payment_share', 'payment_no', 'payment_no, resident_no::text, program_id, correction, amount'),
    ('payment_event', 'posting_id', 'payment_no, seq, from_state::text, to_state::text, amount, posting_id'),
    ('account', '(extract(epoch FROM changed_at) * 1000000)::bigint',
     'application_id, version, rail::text, fingerprint, last3, sealed, changed_by, changed_at, reason, evidence'),
    ('approval', 'file_no', 'file_no, person, at, sha256, count, sum, digest'),
    ('file_evidence', 'evidence_no',
     'evidence_no, file_no, from_state::text, to_state::text, document, told_by, dated, person, business_day, at'),
    ('resend_request', 'request_no', 'request_no, file_no, person, reason, business_day, at'),
    ('sending', 'sending_no',
     'sending_no, file_no, kind, person, business_day, at, how, goes_to, sha256, request_no, requested_by'),
    ('sending_done', 'sending_no', 'sending_no, at'),
    ('payment_stop', 'stop_no', 'stop_no, payment_no, file_no, reason, person, requested_at, deadline, business_day, at'),
    ('stop_answer', 'stop_no', 'stop_no, outcome, document, told_by, dated, person, business_day, at'),
    ('result_file', 'result_file_no',
     'result_file_no, program_id, rail::text, name, sha256, received_at, received_by, lines'),
    ('result_line', 'result_file_no',
     'result_file_no, line, bucket, payment_no, code, outcome, amount, granted_on, sealed'),
    ('point_lot', 'payment_no', 'payment_no, program_id, points, granted_on, expires_on'),
    ('point_lot_file', 'lot_file_no', 'lot_file_no, program_id, name, sha256, received_at, received_by, lines'),
    ('point_lot_line', 'lot_file_no', 'lot_file_no, line, bucket, payment_no, kind, points, dated, sealed'),
    ('point_lot_event', 'event_no',
     'event_no, payment_no, kind, dated, document, told_by, person, business_day, source, at'),
    ('statement', 'statement_no',
     'statement_no, name, sha256, bank, branch, account_type, account, made_on, from_day, to_day, opening, closing, lines,
      repeated, received_at, received_by'),
    ('statement_line', 'line_no',
     'line_no, statement_no, line, posted_on, credit, kind, amount, consignor_code, payment_no, came_back, identity,
      sealed'),
    ('clearing', 'line_no', 'line_no, head, kind, business_day, person, why, at'),
    ('cleared', 'head', 'head, file_no, payment_no'),
    ('explanation', '(extract(epoch FROM at) * 1000000)::bigint',
     'kind, ref, program_id, business_day, person, reason, at'),
    ('point_total_file', 'total_file_no', 'total_file_no, name, sha256, received_at, received_by'),
    ('point_total', 'total_file_no', 'total_file_no, program_id, day, granted, points, failed, expired'),
    ('day_close', '(extract(epoch FROM at) * 1000000)::bigint',
     'program_id, closed_on, since, last_posting, person, at, previous, digest'),
    ('rectification', 'application_id',
     'application_id, corrects, first_id, version, source, fields, reason, person, at'),
    ('contact', 'contact_no',
     'contact_no, program_id, household_no::text, application_id, relation, topic, sealed, person, at'),
    ('entitlement_event', 'event_no', 'event_no, program_id, resident_no::text, snapshot_id, change, at'),
    ('decision_history', '(extract(epoch FROM replaced_at) * 1000000)::bigint',
     'application_id, run_id, replaced_at, state::text, codes, amount, duplicate_of'),
    ('decline', 'decline_no',
     'decline_no, program_id, resident_no::text, change, reason, evidence, person, business_day, at'),
    ('correction', 'posting_id',
     'application_id, correction, resident_no::text, program_id, change, payment_no, rail::text, difference, evidence,
      posting_id'),
    ('recovery_case', 'case_no',
     'case_no, program_id, payment_no, resident_no::text, rail::text, amount, change, evidence, posting_id'),
    ('recovery_request', 'request_no', 'request_no, case_no, kind, amount, reason, evidence, person, posting_id'),
    ('recovery_entry', 'entry_no',
     'entry_no, case_no, kind, amount, dated, evidence, person, request_no, requested_by, posting_id'),
    ('program_amendment', 'amendment_id', 'amendment_id, program_id, amended_at, amended_by, before::text, after::text'),
    ('match_decision', 'decision_no', 'decision_no, application_id, verdict, resident_no::text, decided_by, decided_at, reason'),
    ('person', '(extract(epoch FROM added_at) * 1000000)::bigint', 'person_id, added_at, added_by'),
    ('person_role', '(extract(epoch FROM granted_at) * 1000000)::bigint', 'person_id, role, granted_at, granted_by'),
    ('credential', '(extract(epoch FROM set_at) * 1000000)::bigint', 'person_id, version, hash, one_time, set_by, set_at'),
    ('master_key', 'generation', 'generation, proof_hash, made_at, made_by')
$$;

-- Tells the chain of a statement's rows: their range, their number and the sum of their hashes. The chain's SHA-256 binds
-- that; a sum, because a city's rows are added in a tenth of a second and two statements of one range add up. (The hash of
-- a record is linear in its columns, which would let two rows exchange a value unseen: it is hashed once more.)
CREATE FUNCTION count_facts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    counted record;
BEGIN
    EXECUTE format('SELECT count(*) AS rows, min(%1$s) AS first, max(%1$s) AS last,
                           sum(hashint8extended(hash_record_extended(ROW(%2$s), 0), 0)) AS sum FROM fresh', TG_ARGV[0], TG_ARGV[1])
        INTO counted;
    IF counted.rows > 0 THEN
        INSERT INTO audit_pending (person, act, object, detail)
        VALUES ('database', 'facts', TG_TABLE_NAME, jsonb_build_object(
            'first', counted.first, 'last', counted.last, 'rows', counted.rows, 'sum', counted.sum));
    END IF;
    RETURN NULL;
END $$;

-- What is in the tables against what the chain was told.
-- Promise: no row while every fact is there as it came in, and no other. One pass over each table: where number and sum
-- of all its rows are what was told in all, they are in every range, for a row's range is among what is hashed. Only of
-- another table a second pass tells the ranges.
CREATE FUNCTION wrong_facts() RETURNS TABLE (of_table text, first bigint, last bigint, rows_told numeric, rows_there bigint)
LANGUAGE plpgsql STABLE AS $$
DECLARE
    fact record;
    as_told boolean;
BEGIN
    FOR fact IN
        SELECT f.*, coalesce(t.rows, 0) AS rows, coalesce(t.sum, 0) AS sum
        FROM facts() f
        LEFT JOIN (SELECT e.object, sum((e.detail ->> 'rows')::bigint) AS rows, sum((e.detail ->> 'sum')::numeric) AS sum
                   FROM audit_event e WHERE e.act = 'facts' GROUP BY e.object) t ON t.object = f.of_table
    LOOP
        EXECUTE format('SELECT count(*) = $1 AND coalesce(sum(hashint8extended(hash_record_extended(ROW(%2$s), 0), 0)), 0) = $2
                        FROM %1$I', fact.of_table, fact.columns)
            INTO as_told USING fact.rows, fact.sum;
        CONTINUE WHEN as_told;
        RETURN QUERY EXECUTE format($q$
            WITH told AS (
                SELECT (e.detail ->> 'first')::bigint AS first, (e.detail ->> 'last')::bigint AS last,
                       (e.detail ->> 'rows')::bigint AS rows, (e.detail ->> 'sum')::numeric AS sum
                FROM audit_event e WHERE e.act = 'facts' AND e.object = %1$L
            ), ordered AS (
                SELECT t.*, coalesce(t.first > max(t.last) OVER (
                           ORDER BY t.first, t.last ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), true) AS begins
                FROM told t
            ), numbered AS (
                SELECT o.*, count(*) FILTER (WHERE o.begins) OVER (ORDER BY o.first, o.last) AS n FROM ordered o
            ), range AS (
                SELECT n::int, min(r.first) AS first, max(r.last) AS last, sum(r.rows) AS rows, sum(r.sum) AS sum
                FROM numbered r GROUP BY n
            ), there AS (
                SELECT width_bucket(%2$s, (SELECT coalesce(array_agg(g.first ORDER BY g.first), '{}') FROM range g)) AS n,
                       count(*) AS rows, sum(hashint8extended(hash_record_extended(ROW(%3$s), 0), 0)) AS sum
                FROM %1$I GROUP BY 1
            )
            SELECT %1$L, r.first, r.last, coalesce(r.rows, 0), coalesce(t.rows, 0)
            FROM range r FULL JOIN there t USING (n)
            WHERE r.rows IS DISTINCT FROM t.rows OR r.sum IS DISTINCT FROM t.sum
            ORDER BY 2$q$, fact.of_table, fact.key, fact.columns);
    END LOOP;
END $$;

-- ---- changes are followed row by row -----------------------------------------------------------------------------

-- Tables whose rows change with acts of people: their key, what a row says, and which rows are worth following. What the
-- computer does to findings by the thousand is not.
CREATE FUNCTION followed() RETURNS TABLE (of_table text, key text, says text, which text) LANGUAGE sql IMMUTABLE AS $$
    VALUES
    ('dispatch_file', 't.file_no',
     'jsonb_build_array(t.file_no, t.program_id, t.rail, t.pay_date, t.name, t.state, encode(t.sha256, ''hex''), t.count,
        t.sum, encode(t.digest, ''hex''), t.expires_on, t.built_by, t.built_at, t.submitted_by, t.submitted_at, t.approved_by,
        t.approved_at, t.released_by, t.released_at, t.closed_by, t.closed_at, t.closed_why, t.evidence, t.anchor_seq,
        encode(t.anchor_hash, ''hex''))', 'true'),
    ('program', 't.program_id', 'to_jsonb(t)', 'true'),
    ('budget_line', 't.program_id || '' '' || t.source', 'to_jsonb(t)', 'true'),
    ('person', 't.person_id', 'jsonb_build_array(t.person_id, t.ends_on)', 'true'),
    ('finding', 't.finding_no', 'jsonb_build_array(t.decision, t.decided_by, t.decided_at, t.reason)',
     't.state = ''RESOLVED'''),
    ('match_decision', 't.decision_no', 'jsonb_build_array(t.revoked_by, t.revoked_at)', 't.revoked_at IS NOT NULL')
$$;

-- Tells the chain what a row said before and says now, each as SHA-256.
CREATE FUNCTION follow_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
    digest text := format('SELECT encode(sha256(convert_to((%s)::text, ''UTF8'')), ''hex'') FROM (SELECT ($1).*) t',
                          TG_ARGV[1]);
    key text := format('SELECT (%s)::text FROM (SELECT ($1).*) t', TG_ARGV[0]);
    of_row text;
    before text;
    after text;
BEGIN
    IF TG_TABLE_NAME = 'dispatch_file' THEN -- its bytes speak by their SHA-256; a record is handed on with all of them
        NEW.sealed := NULL;
        IF TG_OP <> 'INSERT' THEN
            OLD.sealed := NULL;
        END IF;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        EXECUTE digest INTO before USING OLD;
        EXECUTE key INTO of_row USING OLD;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        EXECUTE digest INTO after USING NEW;
        EXECUTE key INTO of_row USING NEW;
    END IF;
    IF before IS DISTINCT FROM after THEN
        INSERT INTO audit_pending (person, act, object, detail)
        VALUES ('database', 'change', TG_TABLE_NAME || ' ' || of_row,
                jsonb_build_object('before', before, 'after', after));
    END IF;
    RETURN NULL;
END $$;

-- Rows that do not say what the chain last heard of them; rows it never heard of; rows that are gone.
CREATE FUNCTION wrong_changes() RETURNS TABLE (object text) LANGUAGE plpgsql STABLE SET timezone = 'UTC' AS $$
DECLARE
    one record;
BEGIN
    FOR one IN SELECT * FROM followed() LOOP
        RETURN QUERY EXECUTE format($q$
            WITH told AS (
                SELECT DISTINCT ON (e.object) e.object, e.detail ->> 'after' AS says
                FROM audit_event e WHERE e.act = 'change' AND split_part(e.object, ' ', 1) = %1$L
                ORDER BY e.object, e.seq DESC
            ), there AS (
                SELECT %1$L || ' ' || (%2$s) AS object, encode(sha256(convert_to((%3$s)::text, 'UTF8')), 'hex') AS says
                FROM %1$I t WHERE %4$s
            )
            SELECT coalesce(o.object, h.object) FROM told o FULL JOIN there h USING (object)
            WHERE o.says IS DISTINCT FROM h.says ORDER BY 1$q$, one.of_table, one.key, one.says, one.which);
    END LOOP;
END $$;

DO $$
DECLARE
    t record;
BEGIN
    FOR t IN SELECT * FROM facts() LOOP
        EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS fresh
                        FOR EACH STATEMENT EXECUTE FUNCTION count_facts(%L, %L)',
                       t.of_table || '_is_counted', t.of_table, t.key, t.columns);
    END LOOP;
    FOR t IN SELECT * FROM followed() LOOP
        EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE ON %I
                        FOR EACH ROW WHEN (%s) EXECUTE FUNCTION follow_change(%L, %L)',
                       t.of_table || '_is_followed', t.of_table, replace(t.which, 't.', 'NEW.'), t.key, t.says);
    END LOOP;
    CREATE TRIGGER budget_line_goes AFTER DELETE ON budget_line
        FOR EACH ROW EXECUTE FUNCTION follow_change('t.program_id || '' '' || t.source', 'to_jsonb(t)');
END $$;
