-- Fresh statistics of what a run reads: the joins of a first run are planned by them, and those of a run after a release by
-- where payments are by now: planned as if none had left, the search for corrections took more than ten minutes.
SELECT refresh_statistics('application', 'intake_file', 'register_snapshot', 'payment')::text
