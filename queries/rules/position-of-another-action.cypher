// says: a statement reports a position of another action
// severity: violation
// cure: load its article again
MATCH (s:Statement)-[:REPORTS]->(p:PolicyPosition)
WHERE s.action <> p.action
RETURN s.id AS node, s.action + ' reports ' + p.action AS found
