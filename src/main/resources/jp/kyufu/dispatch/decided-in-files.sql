-- Which of these files hold a payment that a person decided about, and so can neither approve nor release.
SELECT DISTINCT i.file_no
FROM decided_by(:person) d JOIN payment p USING (application_id) JOIN dispatch_item i USING (payment_no)
WHERE i.file_no = ANY (:files)
