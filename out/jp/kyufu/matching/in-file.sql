-- Whether a payment of an application has been in a file, so that its resident is fixed.
SELECT EXISTS (SELECT 1 FROM payment
               WHERE application_id = :application AND state NOT IN ('PLANNED', 'CANCELLED'))
