// says: a confidence is not between 0 and 1
// severity: violation
// cure: load its article again
MATCH (s:Statement)
WHERE s.confidence IS NULL OR s.confidence < 0 OR s.confidence > 1
RETURN s.id AS node, coalesce(toString(s.confidence), 'none') AS found
