-- Days of programs in a file of totals on which the results say something else.
SELECT concat_ws(' ', d.day, d.told, '<>', d.taken)
FROM point_total_difference d
WHERE d.program_id IN (SELECT t.program_id FROM point_total t WHERE t.total_file_no = :file)
ORDER BY d.day
