-- The trial balance of an installation: how often and with how much payments went from state to state on each rail,
-- and how many rows each table of facts has. A run that was killed must end with the same lines as one that was not.
-- Left out: logs of what was tried (audit, downloads, runs), where a second try is one more row, as it should be.
SELECT concat_ws(',', 'movement', p.rail, coalesce(e.from_state::text, 'NONE'), e.to_state, count(*), sum(e.amount))
FROM payment_event e JOIN payment p USING (payment_no)
GROUP BY p.rail, e.from_state, e.to_state
UNION ALL
SELECT concat_ws(',', 'shares', p.rail, p.state, count(*), sum(s.amount))
FROM payment_share s JOIN payment p USING (payment_no)
GROUP BY p.rail, p.state
UNION ALL
SELECT concat_ws(',', 'rows', r.what, r.count)
FROM (SELECT 'application' AS what, count(*) FROM application
      UNION ALL SELECT 'bank_branch', count(*) FROM bank_branch
      UNION ALL SELECT 'resident', count(*) FROM resident
      UNION ALL SELECT 'intake_reject', count(*) FROM intake_reject
      UNION ALL SELECT 'entitlement', count(*) FROM entitlement
      UNION ALL SELECT 'entitlement_event', count(*) FROM entitlement_event
      UNION ALL SELECT 'decision', count(*) FROM decision
      UNION ALL SELECT 'match', count(*) FROM match
      UNION ALL SELECT 'account', count(*) FROM account
      UNION ALL SELECT 'finding', count(*) FROM finding
      UNION ALL SELECT 'posting', count(*) FROM posting
      UNION ALL SELECT 'dispatch_item', count(*) FROM dispatch_item
      UNION ALL SELECT 'approval', count(*) FROM approval
      UNION ALL SELECT 'result_file', count(*) FROM result_file
      UNION ALL SELECT 'result_line', count(*) FROM result_line) r
ORDER BY 1
