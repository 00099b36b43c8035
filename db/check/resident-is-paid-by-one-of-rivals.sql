-- No resident has live shares in two programs of which one excludes or continues the other.
SELECT s.resident_no, s.program_id, o.program_id AS other_id
FROM rival r
JOIN payment_share s ON s.program_id = r.program_id
JOIN payment_share o ON o.program_id = r.other_id AND o.resident_no = s.resident_no
JOIN payment p ON p.payment_no = s.payment_no
JOIN payment q ON q.payment_no = o.payment_no
WHERE (SELECT EXISTS (SELECT 1 FROM rival)) -- without rivals nothing is read
  AND r.program_id < r.other_id AND payment_live(p.state) AND payment_live(q.state)
