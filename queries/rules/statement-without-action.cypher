// says: a statement has no action, or one that the ontology does not know
// severity: violation
// cure: name the ontology that it was read with, or load its article again
MATCH (s:Statement)
WHERE s.action IS NULL OR NOT s.action IN $actions
RETURN s.id AS node, coalesce(s.action, 'none') AS found
