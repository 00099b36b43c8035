-- Fresh statistics of what a run reads: the joins of a first run are planned by them.
SELECT refresh_statistics('application', 'intake_file', 'register_snapshot')::text
