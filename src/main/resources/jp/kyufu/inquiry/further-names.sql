-- Further names of residents, for the search index: one row for each, with number, household and birth date of its bearer.
SELECT r.resident_no, r.household_no, a.name, a.kana, r.birth_date
FROM current_alias a
JOIN current_resident r USING (resident_no, snapshot_id)
