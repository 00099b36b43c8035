-- Who did what with a file and when, in order, for its page. at null: the moment is not kept with the file.
-- Evidence here is that of acceptance; that of a cancellation stands among the doubts.
SELECT s.what, s.person, s.at, s.note
FROM dispatch_file f
CROSS JOIN LATERAL (VALUES
    (1, 'BUILT', f.built_by, f.built_at, NULL),
    (2, 'SUBMITTED', f.submitted_by, f.submitted_at, NULL),
    (3, 'APPROVED', f.approved_by, f.approved_at, NULL),
    (4, 'RELEASED', f.released_by, f.released_at, NULL),
    (5, f.state::text, f.closed_by, f.closed_at, f.closed_why),
    (6, 'EVIDENCE', CASE WHEN f.evidence IS NOT NULL AND f.state <> 'CANCELLED' THEN '' END, NULL, f.evidence)
) AS s (place, what, person, at, note)
WHERE f.file_no = :file AND s.person IS NOT NULL
ORDER BY s.place
