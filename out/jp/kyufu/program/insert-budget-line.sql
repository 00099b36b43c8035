-- One funding source of a program.
-- Promise: one row.
INSERT INTO budget_line (program_id, source, cash, points, position)
VALUES (:program, :source, :cash, :points, :position)
