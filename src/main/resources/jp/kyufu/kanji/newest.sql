-- The map of variants in force. Promise: one row, or none where only the built-in table is.
SELECT map_no, choice_sha256, folds, loaded_at, loaded_by
FROM kanji_map
ORDER BY map_no DESC
LIMIT 1
