-- The end of the audit chain that a file remembers from its release is in the chain, and files anchor it in their order.
SELECT f.file_no, f.anchor_seq
FROM dispatch_file f LEFT JOIN audit_event e ON e.seq = f.anchor_seq
WHERE f.released_by IS NOT NULL AND e.hash IS DISTINCT FROM f.anchor_hash
