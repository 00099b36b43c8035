-- Whether a person decided about any payment of a file, and so can neither approve nor release it.
SELECT EXISTS (
    SELECT 1 FROM decided_by(:person) d JOIN payment p USING (application_id) JOIN dispatch_item i USING (payment_no)
    WHERE i.file_no = :file)
