// says: a direct triple has no position that warrants it
// severity: violation
// cure: take it out, or load the articles of its actor again
MATCH (a:Entity)-[r]->(b:Entity) WHERE type(r) IN $triples
OPTIONAL MATCH (p:PolicyPosition {id: r.id})
WITH a, r, b, p
WHERE p IS NULL OR NOT p.status IN ['in_force', 'announced'] OR p.certainty <> 'stated'
RETURN a.id AS node, type(r) + ' ' + b.id AS found
