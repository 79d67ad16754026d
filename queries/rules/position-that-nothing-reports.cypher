// says: no statement reports a position
// severity: violation
// cure: load the articles of its holder again
MATCH (p:PolicyPosition)
WHERE NOT EXISTS { MATCH (:Statement)-[:REPORTS]->(p) }
RETURN p.id AS node, p.action AS found
