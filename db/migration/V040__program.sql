-- Programs and their terms (file contract §11).

CREATE TABLE program (
    program_id       smallint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code             text COLLATE "C" NOT NULL UNIQUE CHECK (code ~ '^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$'),
    name             text NOT NULL,
    reference_date   date NOT NULL,
    window_from      date NOT NULL,
    window_to        date NOT NULL CHECK (window_to >= window_from),
    rate_cash        bigint NOT NULL CHECK (rate_cash >= 0),     -- yen a resident; 0: rail not offered
    rate_points      bigint NOT NULL CHECK (rate_points >= 0),
    cap_cash         bigint CHECK (cap_cash >= rate_cash),       -- a household; null: no cap
    cap_points       bigint CHECK (cap_points >= rate_points),
    points_currency  text,
    points_expires   date CHECK (points_expires > window_to),
    consignor_code   text NOT NULL CHECK (consignor_code ~ '^[0-9]{10}$'),
    consignor_name   text NOT NULL CHECK (length(consignor_name) BETWEEN 1 AND 40),
    consignor_bank   text NOT NULL CHECK (consignor_bank ~ '^[0-9]{4}$'),
    consignor_branch text NOT NULL CHECK (consignor_branch ~ '^[0-9]{3}$'),
    consignor_type   smallint NOT NULL CHECK (consignor_type IN (1, 2, 9)),
    consignor_account text NOT NULL CHECK (consignor_account ~ '^[0-9]{7}$'),
    terminator       text NOT NULL CHECK (terminator IN ('CRLF', 'LF', 'CR', 'NONE')),
    clearing_house   text NOT NULL CHECK (clearing_house ~ '^([0-9]{4}| {4})$'),
    symbols          text NOT NULL,
    records_per_file integer NOT NULL CHECK (records_per_file BETWEEN 1 AND 999999),
    cut_off          time NOT NULL,
    earliest_days    integer NOT NULL CHECK (earliest_days >= 0),
    latest_days      integer NOT NULL CHECK (latest_days >= earliest_days),
    return_days      integer NOT NULL CHECK (return_days >= 0),
    today            date,                                       -- training only
    excludes         text[] COLLATE "C" NOT NULL DEFAULT '{}',   -- codes of programs beside which nobody is paid here
    continues        text COLLATE "C" REFERENCES program (code), -- the round before this one
    opened_at        timestamptz NOT NULL,
    opened_by        text NOT NULL,
    CHECK (rate_cash > 0 OR rate_points > 0),
    CHECK ((points_currency IS NULL) = (points_expires IS NULL)),
    CHECK (rate_points = 0 OR points_currency IS NOT NULL),
    CHECK (code <> ALL (excludes)),
    CHECK (continues <> code)
);

-- A program names others that are there: a slip of the pen would exclude nobody.
CREATE FUNCTION program_knows_others() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM unnest(NEW.excludes) AS x (code)
               WHERE NOT EXISTS (SELECT 1 FROM program p WHERE p.code = x.code))
    THEN
        RAISE EXCEPTION 'program % excludes one that is not open', NEW.code USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER program_knows_others BEFORE INSERT OR UPDATE OF excludes ON program
    FOR EACH ROW EXECUTE FUNCTION program_knows_others();

-- What each funding source gives; together the most that files of a rail may carry.
CREATE TABLE budget_line (
    program_id smallint NOT NULL REFERENCES program,
    source     text NOT NULL,
    cash       bigint NOT NULL CHECK (cash >= 0),
    points     bigint NOT NULL CHECK (points >= 0),
    position   smallint NOT NULL,            -- order in the file
    PRIMARY KEY (program_id, source)
);

-- Every change of the terms, with the terms before and after it.
CREATE TABLE program_amendment (
    amendment_id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    program_id   smallint NOT NULL REFERENCES program,
    amended_at   timestamptz NOT NULL,
    amended_by   text NOT NULL,
    before       jsonb NOT NULL,
    after        jsonb NOT NULL
);
CREATE TRIGGER program_amendment_is_a_fact BEFORE UPDATE OR DELETE ON program_amendment
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A program is never renamed in its code or opened anew, and what it promised stands once a payment exists.
CREATE FUNCTION program_promises_stand() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    IF (NEW.program_id, NEW.code, NEW.opened_at, NEW.opened_by)
        IS DISTINCT FROM (OLD.program_id, OLD.code, OLD.opened_at, OLD.opened_by)
    THEN
        RAISE EXCEPTION 'program % keeps its code and opening', OLD.code USING ERRCODE = 'restrict_violation';
    END IF;
    IF (NEW.excludes, NEW.continues) IS DISTINCT FROM (OLD.excludes, OLD.continues) THEN
        PERFORM 1 FROM payment_counter FOR UPDATE; -- nobody makes a payment meanwhile
    END IF;
    IF (NEW.reference_date, NEW.rate_cash, NEW.rate_points, NEW.cap_cash, NEW.cap_points, NEW.points_currency,
            NEW.consignor_code, NEW.consignor_name, NEW.consignor_bank, NEW.consignor_branch, NEW.consignor_type,
            NEW.consignor_account, NEW.excludes, NEW.continues)
        IS DISTINCT FROM
       (OLD.reference_date, OLD.rate_cash, OLD.rate_points, OLD.cap_cash, OLD.cap_points, OLD.points_currency,
            OLD.consignor_code, OLD.consignor_name, OLD.consignor_bank, OLD.consignor_branch, OLD.consignor_type,
            OLD.consignor_account, OLD.excludes, OLD.continues)
       AND EXISTS (SELECT 1 FROM payment WHERE program_id = OLD.program_id)
    THEN
        RAISE EXCEPTION 'program % has payments: its promises stand', OLD.code USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER program_promises_stand BEFORE UPDATE ON program
    FOR EACH ROW EXECUTE FUNCTION program_promises_stand();
CREATE TRIGGER program_stays BEFORE DELETE ON program
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
