-- Decided applications without a payment, roughly: where a program has payments of a second attempt it is too low.
-- Promise: one row. Only how planning is split depends on it.
SELECT greatest(0,
    (SELECT count(*) FROM decision WHERE program_id = :program AND state = 'DECIDED' AND amount > 0)
    - (SELECT count(*) FROM payment WHERE program_id = :program))
