-- A text that changes whenever a figure of the funnel may have: uploads, assessments, postings, open findings.
-- Promise: one row; by index.
SELECT concat_ws(' ', (SELECT max(completed_seq) FROM intake_file), (SELECT max(run_id) FROM assessment_run),
                 (SELECT max(posting_id) FROM posting),
                 (SELECT count(*) FROM finding WHERE program_id = :program AND state = 'OPEN'))
