-- Complete? account valid? eligible? first of its household? The outcome for every application.

-- One entitlement per resident and program, for ever (design §3.1).
CREATE TABLE entitlement (
    program_id          smallint NOT NULL,
    resident_no         digits NOT NULL,
    household_no        digits NOT NULL,     -- on the reference date: who claims together
    since_snapshot      integer NOT NULL,
    ineligible_snapshot integer,             -- the extract that proved it; null: entitled
    same_as             digits,              -- by a person's word: paid under this number alone
    excluded_by         smallint,            -- live or paid in this program beside ours: not entitled while that lasts
    PRIMARY KEY (program_id, resident_no),
    CHECK (same_as IS NULL OR (ineligible_snapshot IS NOT NULL AND same_as <> resident_no)),
    CHECK (excluded_by IS NULL OR (ineligible_snapshot IS NOT NULL AND same_as IS NULL))
);
-- The few whom the gate asks for at every act.
CREATE INDEX entitlement_lost ON entitlement (program_id, resident_no) WHERE ineligible_snapshot IS NOT NULL;

-- What a newer register, or a person's word on a register duplicate, changed after the opening.
CREATE TABLE entitlement_event (
    event_no    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    program_id  smallint NOT NULL,
    resident_no digits NOT NULL,
    snapshot_id integer NOT NULL,
    change      text NOT NULL CHECK (change IN ('ADDED', 'INELIGIBLE', 'ELIGIBLE_AGAIN', 'SAME_PERSON', 'EXCLUDED')),
    at          timestamptz NOT NULL DEFAULT act_time(),
    FOREIGN KEY (program_id, resident_no) REFERENCES entitlement
);
CREATE TRIGGER entitlement_event_is_a_fact BEFORE UPDATE OR DELETE ON entitlement_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A run of assess and what it had seen; the gate refuses to build on an older view of the world.
CREATE TABLE assessment_run (
    run_id       integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    program_id   smallint NOT NULL,
    started_at   timestamptz NOT NULL DEFAULT act_time(),
    finished_at  timestamptz,
    through_seq  bigint NOT NULL,            -- newest completed upload
    snapshot_id  integer NOT NULL,
    master_id    integer NOT NULL
);

CREATE TABLE decision (
    application_id  bigint PRIMARY KEY,
    program_id      smallint NOT NULL,
    run_id          integer NOT NULL,
    state           application_state NOT NULL,
    codes           text[] NOT NULL,
    household_no    digits,
    rail            rail,
    amount          bigint,                  -- yen or points of the whole claim; null where nothing could be computed
    residents       smallint,
    members         text[],                  -- null: every entitled member less declined and reserved
    declined        text[] NOT NULL,
    reserved        text[] NOT NULL,         -- protected members who claim for themselves
    duplicate_of    bigint,
    CHECK ((state = 'DUPLICATE') = (duplicate_of IS NOT NULL)),
    CHECK (state <> 'DECIDED' OR (rail IS NOT NULL AND amount IS NOT NULL AND amount >= 0))
) WITH (fillfactor = 90);

-- Whether a decision claims the share of an entitled resident of its household.
CREATE FUNCTION claims(members text[], declined text[], reserved text[], resident_no text)
RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (members IS NULL OR resident_no = ANY (members))
       AND resident_no <> ALL (declined) AND resident_no <> ALL (reserved);

-- How a decision came to be what it is: every earlier version is kept.
CREATE TABLE decision_history (
    application_id bigint NOT NULL,
    run_id         integer NOT NULL,
    replaced_at    timestamptz NOT NULL DEFAULT act_time(),
    state          application_state NOT NULL,
    codes          text[] NOT NULL,
    amount         bigint,
    duplicate_of   bigint
);
CREATE INDEX decision_history_application ON decision_history (application_id);
CREATE TRIGGER decision_history_is_a_fact BEFORE UPDATE OR DELETE ON decision_history
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION keep_decision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO decision_history (application_id, run_id, state, codes, amount, duplicate_of)
    VALUES (OLD.application_id, OLD.run_id, OLD.state, OLD.codes, OLD.amount, OLD.duplicate_of);
    RETURN NEW;
END $$;
CREATE TRIGGER decision_keeps_history BEFORE UPDATE ON decision
    FOR EACH ROW EXECUTE FUNCTION keep_decision();

-- Where a payment may go: an account, a wallet or a charge code, by source and version (rule I8).
CREATE TABLE account (
    application_id bigint NOT NULL,
    version        smallint NOT NULL,
    rail           rail NOT NULL,
    fingerprint    bytea,                    -- null: a charge code is issued
    last3          text,
    sealed         bytea,                    -- transfer account with holder as sent, or wallet id; null: charge code
    changed_by     text,                     -- null: as the applicant wrote it
    changed_at     timestamptz NOT NULL DEFAULT act_time(),
    reason         text,
    evidence       text CHECK (evidence <> ''),  -- what shows that the payee wants it, such as a copy of the passbook
    PRIMARY KEY (application_id, version),
    CHECK ((sealed IS NULL) = (fingerprint IS NULL)),
    CHECK (rail = 'POINTS' OR sealed IS NOT NULL),
    CHECK ((changed_by IS NULL) = (reason IS NULL) AND (changed_by IS NULL) = (evidence IS NULL)),
    CHECK ((version = 1) = (changed_by IS NULL))
);
CREATE INDEX account_changed ON account (changed_at, application_id) WHERE changed_by IS NOT NULL;
CREATE TRIGGER account_is_a_fact BEFORE UPDATE OR DELETE ON account
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What a person must look at. An open finding stops every payment it touches (design §3.7).
CREATE TABLE finding (
    finding_no     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    program_id     smallint NOT NULL,
    code           text NOT NULL,
    application_id bigint,
    payment_no     bigint,
    household_no   digits,
    resident_no    digits,
    other_resident_no digits,                -- of a register duplicate: the second number, which is held as well
    detail         text NOT NULL DEFAULT '', -- ids and codes, never names or accounts
    state          text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'RESOLVED', 'MOOT')),
    raised_at      timestamptz NOT NULL DEFAULT act_time(),
    decision       text,
    decided_by     text,
    decided_at     timestamptz,
    reason         text,
    CHECK (num_nonnulls(application_id, payment_no, household_no, resident_no) > 0),
    CHECK ((code = 'REGISTER_DUPLICATE') = (other_resident_no IS NOT NULL)),
    CHECK (other_resident_no IS NULL OR resident_no < other_resident_no),
    CHECK ((state = 'RESOLVED') = (decision IS NOT NULL)),
    CHECK ((decision IS NULL) = (decided_by IS NULL) AND (decision IS NULL) = (reason IS NULL))
);
CREATE UNIQUE INDEX finding_open_once ON finding
    (code, coalesce(application_id, 0), coalesce(payment_no, 0), coalesce(household_no::text, ''),
     coalesce(resident_no::text, ''), coalesce(other_resident_no::text, ''), detail, program_id)
    WHERE state = 'OPEN';
-- Work lists: what is open, page by page.
CREATE INDEX finding_open ON finding (program_id, finding_no) WHERE state = 'OPEN';
CREATE INDEX finding_application ON finding (application_id);
CREATE INDEX finding_payment ON finding (payment_no) WHERE payment_no IS NOT NULL;

-- What a person decided stays what he or she decided.
CREATE FUNCTION finding_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state <> 'OPEN' THEN
        RAISE EXCEPTION 'finding % is no longer open', OLD.finding_no
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER finding_is_decided_once BEFORE UPDATE ON finding
    FOR EACH ROW EXECUTE FUNCTION finding_once();

-- Raises a finding unless the same one is open already: how other stages tell assessment what a person must see.
CREATE FUNCTION raise_finding(of_program smallint, of_code text, of_application bigint, of_payment bigint,
    of_household text, of_resident text, with_detail text)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO finding (program_id, code, application_id, payment_no, household_no, resident_no, detail)
    VALUES (of_program, of_code, of_application, of_payment, of_household, of_resident, with_detail)
    ON CONFLICT DO NOTHING
$$;

-- A person's word on an open finding. Returns false where it is not open any more.
CREATE FUNCTION resolve_finding(of_finding bigint, with_decision text, by_person text, for_reason text)
RETURNS boolean LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH resolved AS (
        UPDATE finding SET state = 'RESOLVED', decision = with_decision, decided_by = by_person,
                           decided_at = act_time(), reason = for_reason
        WHERE finding_no = of_finding AND state = 'OPEN'
        RETURNING finding_no)
    SELECT EXISTS (SELECT 1 FROM resolved)
$$;

-- The next version of where an application's payments go, by a person's word. Returns its number.
CREATE FUNCTION add_account(of_application bigint, on_rail rail, with_fingerprint bytea, with_last3 text,
    with_sealed bytea, by_person text, for_reason text, with_evidence text)
RETURNS smallint LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO account (application_id, version, rail, fingerprint, last3, sealed, changed_by, changed_at, reason, evidence)
    SELECT of_application, max(version) + 1, on_rail, with_fingerprint, with_last3, with_sealed, by_person, act_time(),
           for_reason, with_evidence
    FROM account WHERE application_id = of_application
    RETURNING version
$$;
