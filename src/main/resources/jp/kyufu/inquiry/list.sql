-- Applications of a program, of one channel unless it is empty, from a key on in order of upload. To read backwards the
-- store turns the comparison and the order around. Who is protected shows neither household nor decision (rule I13).
-- Promise: at most :rows rows. Plan: primary keys from the key on; the planner must not sort a city.
SELECT a.application_id, a.receipt_no, a.channel, a.received_at, coalesce(d.state::text, 'NEW') AS state,
       coalesce(d.codes, '{}') AS codes, coalesce(d.household_no, m.household_no) AS household_no, m.resident_no, m.method,
       d.rail::text AS rail, d.amount, d.members IS NOT NULL OR coalesce(r.protected, false) AS guarded
FROM received_application a
LEFT JOIN decision d USING (application_id)
LEFT JOIN match m USING (application_id)
LEFT JOIN current_resident r ON r.resident_no = m.resident_no
WHERE a.program_id = :program AND (:channel = '' OR a.channel = :channel) AND a.application_id > :key
ORDER BY a.application_id
LIMIT :rows
