-- What is to come back from residents by rail, yen or points; no row while there is no case.
SELECT rail, count(*) AS cases, sum(amount)::bigint AS amount, sum(paid)::bigint AS paid,
       sum(written_off)::bigint AS written_off, sum(balance)::bigint AS balance
FROM recovery_balance WHERE program_id = :program
GROUP BY rail ORDER BY rail
