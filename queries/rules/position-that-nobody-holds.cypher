// says: nobody holds a position
// severity: violation
// cure: load the articles that report it again
MATCH (p:PolicyPosition)
WHERE NOT EXISTS { MATCH (:Entity)-[:HOLDS]->(p) }
RETURN p.id AS node, p.action AS found
