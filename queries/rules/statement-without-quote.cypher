// says: a statement has no quote, so nobody can check it
// severity: violation
// cure: load its article again
MATCH (s:Statement)
WHERE NOT EXISTS { MATCH (s)-[:QUOTES]->(:Article) }
RETURN s.id AS node, s.action AS found
