-- A run sees everything that was complete when it started; the gate compares it with what came later.
INSERT INTO assessment_run (program_id, through_seq, snapshot_id, master_id)
SELECT :program,
       (SELECT coalesce(max(completed_seq), 0) FROM intake_file),
       (SELECT snapshot_id FROM register_snapshot WHERE completed_at IS NOT NULL ORDER BY as_of DESC LIMIT 1),
       :master
RETURNING run_id
