-- Whose application is it.

CREATE TABLE match (
    application_id bigint PRIMARY KEY,
    snapshot_id    integer NOT NULL,         -- newest register extract the outcome was computed with
    resident_no    digits,                   -- null unless matched
    household_no   digits,
    method         text,                     -- NUMBER, PASS_1, ..., SCORE, PERSON
    weight         real,                     -- of the best candidate, in bits; null where keys alone decided
    gap            real,                     -- how far it is ahead of the next; null where there is none
    pattern        text,                     -- which facts agree how far: NAME=CLOSE BIRTH=EQUAL ...
    model          text,                     -- version of the model that weighed
    code           text,                     -- why not: NOT_IN_REGISTER, SEVERAL_CANDIDATES, ...
    CHECK ((resident_no IS NULL) = (method IS NULL)),
    CHECK ((resident_no IS NULL) = (household_no IS NULL)),
    CHECK ((resident_no IS NULL) <> (code IS NULL)),
    CHECK ((weight IS NULL) = (pattern IS NULL)),
    CHECK ((weight IS NULL) = (model IS NULL)),
    CHECK (weight IS NOT NULL OR gap IS NULL)
);

-- Whom a person sees beside a held application, best first.
CREATE TABLE match_evidence (
    application_id bigint NOT NULL,
    rank           smallint NOT NULL,
    resident_no    digits NOT NULL,
    evidence       text NOT NULL,
    PRIMARY KEY (application_id, rank)
);

-- A person's word on it; what is not revoked holds and outranks the computer, the newest first. It holds too for what the
-- same applicant writes on another application.
CREATE TABLE match_decision (
    decision_no    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    application_id bigint NOT NULL REFERENCES application,
    verdict        text NOT NULL CHECK (verdict IN ('SAME', 'DIFFERENT', 'NOBODY')),
    resident_no    digits,                   -- whose it is, or is not; null: nobody in the register
    decided_by     text NOT NULL,
    decided_at     timestamptz NOT NULL DEFAULT act_time(),
    reason         text NOT NULL,
    revoked_by     text,
    revoked_at     timestamptz,
    CHECK ((verdict = 'NOBODY') = (resident_no IS NULL))
);
CREATE INDEX match_decision_application ON match_decision (application_id);
