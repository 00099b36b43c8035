-- Fresh statistics after a bulk load, asked for by the application, which owns no table and so may not ANALYZE.
CREATE FUNCTION refresh_statistics(VARIADIC tables regclass[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    t regclass;
BEGIN
    FOREACH t IN ARRAY tables LOOP
        EXECUTE format('ANALYZE %s', t);
    END LOOP;
END
$$;
