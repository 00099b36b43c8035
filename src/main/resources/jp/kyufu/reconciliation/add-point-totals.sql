-- Stores the rows of a file of totals.
INSERT INTO point_total (total_file_no, program_id, day, granted, points, failed, expired)
SELECT :file, t.* FROM unnest(CAST(:programs AS smallint[]), CAST(:days AS date[]), CAST(:granted AS integer[]),
                              CAST(:points AS bigint[]), CAST(:failed AS integer[]), CAST(:expired AS integer[])) AS t
