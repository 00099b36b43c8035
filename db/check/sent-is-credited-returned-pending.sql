-- Of every released file: sent is credited, returned or pending, to the yen and the point.
SELECT file_no, sent, credited, returned, pending FROM file_books WHERE difference <> 0
