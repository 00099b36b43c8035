-- Takes lines of a file about lots into their buckets by the ledger's function (V121).
SELECT take_lots(:file, CAST(:lines AS integer[]), CAST(:payments AS bigint[]), CAST(:kinds AS text[]),
                 CAST(:points AS bigint[]), CAST(:dates AS date[]), CAST(:sealed AS bytea[]), :today, :person)::text
