-- Everybody on the register with the household he or she claims with: that of the opening, else of the register.
-- In no order: who reads it finds a household by its number.
-- Plan: one hash join of two sequential scans.
SELECT coalesce(e.household_no, r.household_no)::text AS household_no,
       r.resident_no::text, r.name, r.kana, r.birth_date,
       r.head AND r.household_no = coalesce(e.household_no, r.household_no),
       r.left_on, r.protected,
       e.resident_no IS NOT NULL AND e.ineligible_snapshot IS NULL,
       o.names,
       CASE WHEN e.excluded_by = ANY (ARRAY(SELECT v.other_id FROM rival v WHERE v.program_id = :program AND v.round))
            THEN 'PAID_IN_EARLIER_ROUND'
            WHEN e.excluded_by IS NOT NULL THEN 'PAID_IN_OTHER_PROGRAM' END
FROM current_resident r
LEFT JOIN (SELECT a.resident_no, a.snapshot_id, array_agg(n.text ORDER BY a.kind, n.place) AS names
           FROM resident_alias a
               CROSS JOIN LATERAL unnest(ARRAY[a.name, a.kana]) WITH ORDINALITY AS n (text, place)
           GROUP BY a.resident_no, a.snapshot_id) o USING (resident_no, snapshot_id)
LEFT JOIN entitlement e ON e.program_id = :program AND e.resident_no = r.resident_no
