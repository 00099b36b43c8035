-- Who told in writing, and not by an application, that he or she does not want the benefit; and who took that back. Written
-- only by the functions of V104; nothing here is ever changed.

CREATE TABLE decline (
    decline_no   integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    program_id   smallint NOT NULL,
    resident_no  digits NOT NULL,
    change       text NOT NULL CHECK (change IN ('DECLINES', 'CLAIMS')),   -- CLAIMS: taken back
    reason       text NOT NULL CHECK (reason <> ''),
    evidence     text NOT NULL CHECK (evidence <> ''),
    person       text NOT NULL,
    business_day date NOT NULL,
    at           timestamptz NOT NULL DEFAULT now(),
    FOREIGN KEY (program_id, resident_no) REFERENCES entitlement
);
CREATE INDEX decline_resident ON decline (program_id, resident_no, decline_no);
CREATE TRIGGER decline_is_a_fact BEFORE UPDATE OR DELETE ON decline
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Who declines as things stand.
CREATE VIEW standing_decline AS
SELECT l.* FROM (SELECT DISTINCT ON (c.program_id, c.resident_no) c.* FROM decline c
                 ORDER BY c.program_id, c.resident_no, c.decline_no DESC) l
WHERE l.change = 'DECLINES';
