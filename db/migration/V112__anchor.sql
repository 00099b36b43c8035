-- Every released file remembers the end of the audit chain at its release. Whoever rewrites the chain, however well,
-- must rewrite every file released since, and each of those is in the chain again.

ALTER TABLE dispatch_file
    ADD anchor_seq  bigint,
    ADD anchor_hash bytea,
    ADD CHECK ((anchor_seq IS NULL) = (anchor_hash IS NULL)),
    ADD CHECK (released_by IS NULL OR anchor_seq IS NOT NULL);

CREATE FUNCTION anchor_file() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF OLD.released_by IS NULL AND NEW.released_by IS NOT NULL THEN
        SELECT seq, hash INTO STRICT NEW.anchor_seq, NEW.anchor_hash FROM audit_event ORDER BY seq DESC LIMIT 1;
    ELSE
        NEW.anchor_seq := OLD.anchor_seq;
        NEW.anchor_hash := OLD.anchor_hash;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER dispatch_file_anchors BEFORE UPDATE ON dispatch_file
    FOR EACH ROW EXECUTE FUNCTION anchor_file();
