-- Every registered name with its folded key, of all extracts; kind is empty for the name itself. The dwelling is written
-- as the import writes it. Promise: no order. Plan: two sequential scans.
SELECT resident_no::text, snapshot_id, '' AS kind, name,
       CASE building WHEN '' THEN address ELSE address || ' ' || building END AS dwelling, name_key
FROM resident
UNION ALL
SELECT resident_no::text, snapshot_id, kind, name, '', name_key FROM resident_alias
