// says: a quote has no words
// severity: violation
// cure: load its article again
MATCH (s:Statement)-[q:QUOTES]->(a:Article)
WHERE trim(coalesce(q.text, '')) = ''
RETURN s.id AS node, a.id AS found
