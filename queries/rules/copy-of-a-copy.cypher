// says: an article is called a copy of itself, or of one that is a copy
// severity: violation
// cure: load both again
MATCH (a:Article)-[:COPY_OF]->(b:Article)
WHERE a = b OR EXISTS { MATCH (b)-[:COPY_OF]->(:Article) }
RETURN a.id AS node, b.id AS found
