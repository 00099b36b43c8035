-- Received applications of all programs, for the search index. guarded: a protected person's, or decided apart from the household.
-- Promise: one row each, in no order. Plan: hash joins, streamed; the sealed form is opened by the reader.
SELECT a.application_id, a.program_id, a.receipt_no, coalesce(d.household_no, m.household_no), a.birth_date,
       a.name_key, a.kana_key, d.members IS NOT NULL OR coalesce(r.protected, false), a.sealed
FROM received_application a
LEFT JOIN match m USING (application_id)
LEFT JOIN decision d USING (application_id)
LEFT JOIN current_resident r USING (resident_no)
