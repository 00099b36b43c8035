-- Every fact is as the audit chain was told when it came in: none altered, none removed, none put in beside.
-- A row names the table and the range; the same number of rows means that one of them was altered.
SELECT of_table, first, last, rows_told, rows_there FROM wrong_facts()
