-- Decided households :first to :last as assessment leaves them, one statement after the other.
INSERT INTO entitlement (program_id, resident_no, household_no, since_snapshot)
SELECT 1, (h * 10 + m)::text, h::text, 1
FROM generate_series(:first, :last) h CROSS JOIN LATERAL generate_series(1, 1 + h % 3) m;
INSERT INTO application (application_id, program_id, file_id, channel, receipt_no, received_at, name_written_key,
                         name_key, kana_key, address_key, rail, codes, content_digest, sealed)
SELECT 4294967296 + h, 1, 1, 'ONLINE', 'W' || lpad(h::text, 10, '0'), timestamp '2026-05-01' + h * interval '1 second',
       0, 0, 0, 0, CASE WHEN h % 5 = 0 THEN 'POINTS' ELSE 'CASH' END::rail, '{}', '', ''
FROM generate_series(:first, :last) h;
INSERT INTO decision (application_id, program_id, run_id, state, codes, household_no, rail, amount, residents,
                      declined, reserved)
SELECT 4294967296 + h, 1, 1, 'DECIDED', '{}', h::text, CASE WHEN h % 5 = 0 THEN 'POINTS' ELSE 'CASH' END::rail,
       (1 + h % 3) * CASE WHEN h % 5 = 0 THEN 6000 ELSE 5000 END, 1 + h % 3, '{}', '{}'
FROM generate_series(:first, :last) h;
