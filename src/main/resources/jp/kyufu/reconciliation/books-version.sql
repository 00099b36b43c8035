-- A text that changes whenever figures of the books may have: postings, assessments, answers, statements, words of
-- people, work done, and what came in.
SELECT concat_ws(' ',
    (SELECT max(posting_id) FROM posting), (SELECT max(run_id) FROM assessment_run),
    (SELECT max(result_file_no) FROM result_file), (SELECT max(statement_no) FROM statement),
    (SELECT max(total_file_no) FROM point_total_file), (SELECT count(*) FROM clearing),
    (SELECT count(*) FROM explanation), (SELECT max(finding_no) FROM finding),
    (SELECT count(*) FROM finding WHERE state = 'OPEN'), (SELECT max(completed_seq) FROM intake_file), (SELECT max(stop_no) FROM payment_stop))
