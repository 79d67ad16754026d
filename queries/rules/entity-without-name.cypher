// says: an entity has no name
// severity: violation
// cure: load the articles that name it again
MATCH (e:Entity)
WHERE trim(coalesce(e.name, '')) = ''
RETURN e.id AS node, coalesce(e.kind, 'none') AS found
