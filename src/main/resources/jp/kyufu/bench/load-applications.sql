-- DuckDB: applications as normalised text, one row each; not timed.
CREATE TABLE application AS
SELECT * FROM read_csv(:file, delim = '\t', header = false, quote = '', escape = '', nullstr = '', columns = {
    'id': 'INTEGER', 'resident_no': 'VARCHAR', 'printed': 'VARCHAR', 'has_left': 'INTEGER', 'name': 'VARCHAR',
    'folded': 'VARCHAR', 'surname': 'VARCHAR', 'given': 'VARCHAR', 'turned': 'VARCHAR', 'kana': 'VARCHAR',
    'birth': 'DATE', 'address': 'VARCHAR', 'town': 'VARCHAR', 'numbers': 'VARCHAR'})
