-- Who did what: append-only, each event holding the hash of the one before.
CREATE TABLE audit_event (
    seq       bigint      PRIMARY KEY,
    at        timestamptz NOT NULL,
    person    text        NOT NULL,
    act       text        NOT NULL,
    object    text        NOT NULL,
    detail    jsonb       NOT NULL,
    prev_hash bytea       NOT NULL CHECK (octet_length(prev_hash) = 32),
    hash      bytea       NOT NULL CHECK (octet_length(hash) = 32)
);
CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What calls leave behind, asked at every case that is opened: how many somebody has opened in the last hour.
CREATE INDEX audit_event_calls ON audit_event (person, at) WHERE act IN ('call.view', 'call.many');

-- Files of broken imports that somebody discarded: the pages that list such files say why.
CREATE INDEX audit_event_given_up ON audit_event (seq) WHERE act = 'upload.give-up';

-- Events of transactions that have not committed yet; for everybody else always empty.
CREATE TABLE audit_pending (
    pending_id bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at         timestamptz NOT NULL DEFAULT act_time(),
    person     text        NOT NULL,
    act        text        NOT NULL,
    object     text        NOT NULL,
    detail     jsonb       NOT NULL
);

-- What is hashed. The text of jsonb is the same for equal values, whatever the order of their keys.
CREATE FUNCTION audit_hash(prev_hash bytea, seq bigint, at timestamptz, person text, act text, object text, detail jsonb)
RETURNS bytea LANGUAGE sql STABLE SET timezone = 'UTC' AS $$
    SELECT sha256(prev_hash || convert_to(jsonb_build_array(
        seq, to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS.US'), person, act, object, detail)::text, 'UTF8'))
$$;

-- Notes an event; the transaction's commit chains it. What the database itself tells (V190) nobody else can.
CREATE FUNCTION audit_record(by_person text, of_act text, on_object text, with_detail jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF of_act IN ('facts', 'change') THEN
        RAISE EXCEPTION '% is told by the database alone', of_act USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO audit_pending (person, act, object, detail) VALUES (by_person, of_act, on_object, with_detail);
END
$$;

-- At commit, so that the lock which makes one chain of all events is held for the end of a transaction only.
CREATE FUNCTION audit_chain() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    last_seq  bigint;
    last_hash bytea;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('audit_chain'));
    SELECT seq, hash INTO last_seq, last_hash FROM audit_event ORDER BY seq DESC LIMIT 1;
    last_seq := coalesce(last_seq, 0) + 1;
    last_hash := coalesce(last_hash, decode(repeat('00', 32), 'hex'));
    INSERT INTO audit_event (seq, at, person, act, object, detail, prev_hash, hash)
    VALUES (last_seq, NEW.at, NEW.person, NEW.act, NEW.object, NEW.detail, last_hash,
            audit_hash(last_hash, last_seq, NEW.at, NEW.person, NEW.act, NEW.object, NEW.detail));
    DELETE FROM audit_pending WHERE pending_id = NEW.pending_id;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER audit_pending_chain AFTER INSERT ON audit_pending
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_chain();
