-- When and by whom the same bytes were taken before.
-- Promise: one row; none if they are new.
SELECT received_at, received_by
FROM result_file
WHERE program_id = :program AND rail = CAST(:rail AS rail) AND sha256 = :sha256
