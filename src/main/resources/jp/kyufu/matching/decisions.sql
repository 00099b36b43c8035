-- What people decided and did not take back, each word with the keys of the applicant it is about. Words about
-- applications of other programs count too: the applicant is the same.
-- Promise: one row per word, in no order; the resident is null for "nobody", the household as the register knows it today.
SELECT d.decision_no, d.verdict, d.resident_no, r.household_no, a.application_id, a.printed_household, a.birth_date,
       a.name_written_key, a.name_key, a.kana_key, a.address_key
FROM match_decision d
JOIN received_application a USING (application_id)
LEFT JOIN current_resident r ON r.resident_no = d.resident_no
WHERE d.revoked_at IS NULL
