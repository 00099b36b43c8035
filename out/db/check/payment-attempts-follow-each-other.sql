-- Attempts of an application are numbered without a gap, and only the last of them may be live.
SELECT application_id, correction, attempt
FROM (
    SELECT application_id, correction, attempt, state,
           row_number() OVER w AS place, lead(payment_no) OVER w AS next
    FROM payment WINDOW w AS (PARTITION BY application_id, correction ORDER BY attempt)) a
WHERE attempt <> place OR (next IS NOT NULL AND payment_live(state))
