-- One statement: its file, account, and how many lines it told and repeated.
SELECT name, concat_ws('-', bank, branch, account_type, account), lines, repeated
FROM statement WHERE statement_no = :statement
