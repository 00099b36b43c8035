-- Says which application an application corrects; its keys refuse a second correction of the same version.
-- Promise: one row.
INSERT INTO rectification (application_id, corrects, first_id, version, source, fields, reason, person, at)
VALUES (:application, :corrects, :first, :version, :source, :fields, :reason, :person, :at)
