-- Every master key and every data key, the newest last: the one in use.
-- Promise: at least one of each once the vault was opened.
SELECT 'MASTER' AS kind, generation AS number, made_at AT TIME ZONE 'Asia/Tokyo' AS made_at,
       generation = max(generation) OVER () AS current FROM master_key
UNION ALL
SELECT 'DATA', key_id, created_at AT TIME ZONE 'Asia/Tokyo',
       key_id = max(key_id) OVER () FROM data_key
ORDER BY kind DESC, number
