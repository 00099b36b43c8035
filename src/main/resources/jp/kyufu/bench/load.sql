-- DuckDB: residents as normalised text, one row each; not timed.
CREATE TABLE resident AS
SELECT * FROM read_csv(:file, delim = '\t', header = false, quote = '', escape = '', nullstr = '', columns = {
    'rid': 'INTEGER', 'resident_no': 'VARCHAR', 'printed': 'VARCHAR', 'has_left': 'INTEGER', 'name': 'VARCHAR',
    'folded': 'VARCHAR', 'surname': 'VARCHAR', 'given': 'VARCHAR', 'turned': 'VARCHAR', 'kana': 'VARCHAR',
    'birth': 'DATE', 'address': 'VARCHAR', 'town': 'VARCHAR', 'numbers': 'VARCHAR'})
