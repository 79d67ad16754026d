// says: an entity has a kind that is none, or not that of its label
// severity: violation
// cure: load the articles that name it again
MATCH (e:Entity)
WHERE NOT coalesce(e.kind, '') IN $kinds OR NOT e.kind IN labels(e)
RETURN e.id AS node, coalesce(e.kind, 'none') AS found
