-- How many different cases a person has opened since a moment, reasons given for more, and whether one of them is :object.
-- Promise: one row. Plan: by the index on what calls leave in the chain.
SELECT count(DISTINCT e.object) FILTER (WHERE e.act = 'call.view') AS opened,
       count(*) FILTER (WHERE e.act = 'call.many') AS reasons,
       coalesce(bool_or(e.act = 'call.view' AND e.object = :object), false) AS known
FROM audit_event e
WHERE e.person = :person AND e.act IN ('call.view', 'call.many') AND e.at > :since
