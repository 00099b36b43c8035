-- Further names of the few residents worth comparing with an applicant, and their readings.
-- Promise: a row for each further name. Plan: by primary key.
SELECT resident_no, name, kana FROM current_alias WHERE resident_no = ANY (:numbers) ORDER BY resident_no, kind
