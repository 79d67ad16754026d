// says: a statement has more than one actor
// severity: violation
// cure: load its article again; two actors are two statements
MATCH (s:Statement)-[:ACTOR]->(e:Entity)
WITH s, count(e) AS actors WHERE actors > 1
RETURN s.id AS node, toString(actors) + ' actors' AS found
