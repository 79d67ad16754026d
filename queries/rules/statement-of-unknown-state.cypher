// says: a statement has a status or a certainty that is none
// severity: violation
// cure: load its article again
MATCH (s:Statement)
WHERE NOT coalesce(s.status, '') IN $statuses OR NOT coalesce(s.certainty, '') IN $certainties
RETURN s.id AS node, coalesce(s.status, 'no status') + ', ' + coalesce(s.certainty, 'no certainty') AS found
