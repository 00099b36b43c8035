-- Applications of which a corrected version was received, and which that is.
-- Promise: one row for each corrected application. Plan: from the few corrections by index.
SELECT r.corrects, r.application_id
FROM rectification r JOIN received_application a USING (application_id)
WHERE a.program_id = :program
