-- The subsidy figure by fiscal year (April to March, by pay date; points by the day they were settled), rail and funding
-- source: settled less recovered, yen or points.
SELECT p.code AS program, s.fiscal_year, s.rail, s.source, s.settled, s.recovered, s.claimable
FROM subsidy s JOIN program p USING (program_id)
WHERE s.program_id = :program
ORDER BY s.fiscal_year, s.rail, s.position
