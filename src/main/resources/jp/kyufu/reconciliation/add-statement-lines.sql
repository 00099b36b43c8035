-- Adds the lines of a statement that no earlier one told, in the order of the file.
INSERT INTO statement_line (statement_no, line, posted_on, credit, kind, amount, consignor_code, payment_no, came_back,
                            identity, sealed)
SELECT :statement, i.line, i.posted_on, i.credit, i.kind, i.amount, i.consignor_code, i.payment_no, i.came_back,
       i.identity, i.sealed
FROM statement_in i
WHERE NOT EXISTS (SELECT 1 FROM statement_line l WHERE l.identity = i.identity)
ORDER BY i.line
