-- Data keys, each wrapped (AES-256-GCM) by the master key that stands in a file outside the database. The newest
-- seals, all of them open. Wrapping binds the other key files too, so that a mixed-up set of files is noticed.
CREATE TABLE data_key (
    key_id     integer     PRIMARY KEY CHECK (key_id BETWEEN 1 AND 32767),
    wrapped    bytea       NOT NULL CHECK (octet_length(wrapped) = 60),  -- nonce, key, tag
    created_at timestamptz NOT NULL DEFAULT now()
);

-- Every master key that ever was, by a proof that its holder can give: who has the password of the database but not
-- the key file cannot wrap anything anew, and so cannot lock the city out of its data.
CREATE TABLE master_key (
    generation integer     PRIMARY KEY CHECK (generation > 0),
    proof_hash bytea       NOT NULL CHECK (octet_length(proof_hash) = 32),
    made_at    timestamptz NOT NULL DEFAULT now(),
    made_by    text        NOT NULL
);
CREATE TRIGGER master_key_is_a_fact BEFORE UPDATE OR DELETE OR TRUNCATE ON master_key
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A data key stays for ever, for rows are sealed with it; only its wrapping is replaced, when its master key is.
CREATE FUNCTION data_key_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.key_id, NEW.created_at) IS DISTINCT FROM (OLD.key_id, OLD.created_at)
        OR NOT EXISTS (SELECT 1 FROM master_key WHERE made_at = now())
    THEN
        RAISE EXCEPTION 'data key % is wrapped anew only with a new master key', OLD.key_id
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER data_key_stays BEFORE UPDATE ON data_key FOR EACH ROW EXECUTE FUNCTION data_key_stays();

-- The first master key and the first data key of an empty vault.
CREATE FUNCTION begin_keys(with_proof_hash bytea, with_wrapped bytea) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO master_key (generation, proof_hash, made_by) VALUES (1, with_proof_hash, session_user);
    INSERT INTO data_key (key_id, wrapped) VALUES (1, with_wrapped);
$$;

-- The next master key: every data key wrapped anew and one more, which seals from now on. Wrappings stand in order of
-- key_id from 1. Refuses who cannot prove that he holds the present master key, and anything but all data keys.
CREATE FUNCTION rotate_keys(proof bytea, next_proof_hash bytea, wrappings bytea[], by_person text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    now_generation integer;
    newest integer;
BEGIN
    SELECT max(key_id) INTO newest FROM data_key;
    SELECT generation INTO now_generation FROM master_key
    WHERE generation = (SELECT max(generation) FROM master_key) AND proof_hash = sha256(proof);
    IF now_generation IS NULL OR cardinality(wrappings) IS DISTINCT FROM newest + 1 THEN
        RAISE EXCEPTION 'keys are rotated by who holds the present master key, all of them'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO master_key (generation, proof_hash, made_by) VALUES (now_generation + 1, next_proof_hash, by_person);
    UPDATE data_key SET wrapped = wrappings[key_id];
    INSERT INTO data_key (key_id, wrapped) VALUES (newest + 1, wrappings[newest + 1]);
    RETURN now_generation + 1;
END
$$;
