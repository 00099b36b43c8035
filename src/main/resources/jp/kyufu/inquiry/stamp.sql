-- What the search index is made of: complete extracts and the map of variants; newest upload and finished assessment.
-- Promise: one row. Plan: single rows and small tables, well below a millisecond.
SELECT (SELECT count(*) || ' ' || coalesce(max(snapshot_id), 0) FROM register_snapshot WHERE completed_at IS NOT NULL)
           || ' ' || (SELECT coalesce(max(map_no), 0) FROM kanji_map) AS registers,
       (SELECT last_seq FROM intake_counter)
           || ' ' || (SELECT coalesce(max(run_id), 0) FROM assessment_run WHERE finished_at IS NOT NULL) AS uploads
