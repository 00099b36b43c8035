-- Calls and visits: who asked what, and what was said. A note is never changed; whoever was wrong writes another.

CREATE TABLE contact (
    contact_no     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    program_id     smallint NOT NULL,
    household_no   digits,                   -- about a household, or about one application that is in nobody's name
    application_id bigint,
    relation       text NOT NULL CHECK (relation IN ('HEAD', 'MEMBER', 'PROXY', 'SUPPORTER', 'OTHER', 'UNKNOWN')),
    topic          text NOT NULL CHECK (topic IN ('STATUS', 'PAY_DATE', 'HOW_TO_APPLY', 'DOCUMENTS', 'ACCOUNT', 'COMPLAINT',
                                                  'OTHER')),
    sealed         bytea NOT NULL,           -- what was asked and what was said, as ciphertext: callers tell names
    person         text NOT NULL,
    at             timestamptz NOT NULL,
    CHECK (num_nonnulls(household_no, application_id) = 1)
);
CREATE INDEX contact_household ON contact (household_no) WHERE household_no IS NOT NULL;
CREATE INDEX contact_application ON contact (application_id) WHERE application_id IS NOT NULL;
CREATE TRIGGER contact_is_a_fact BEFORE UPDATE OR DELETE ON contact
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
