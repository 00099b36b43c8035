-- A finding for every code that keeps an application in review or unmatched, and for a receipt conflict of an
-- application whose payment is already in a file. Raising what is open changes nothing.
SELECT count(raise_finding(:program, f.code, f.application_id, NULL, NULL, NULL, ''))
FROM (
    SELECT d.application_id, c.code
    FROM decision d CROSS JOIN LATERAL unnest(d.codes) AS c (code)
    WHERE d.program_id = :program AND d.state IN ('REVIEW', 'UNMATCHED') AND c.code = ANY (CAST(:codes AS text[]))
    UNION
    SELECT u.application_id, 'RECEIPT_CONFLICT' FROM unnest(CAST(:conflicts AS bigint[])) AS u (application_id)
) f
