// says: the article does not say who acts
// severity: warning
// cure: read the quote; nothing can be mended where the article is silent
MATCH (s:Statement)
WHERE NOT EXISTS { MATCH (s)-[:ACTOR]->(:Entity) }
RETURN s.id AS node, s.action AS found
