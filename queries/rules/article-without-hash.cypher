// says: an article was not written by kg
// severity: violation
// cure: load it with kg load, and take this node out
MATCH (a:Article) WHERE a.text_hash IS NULL
RETURN a.id AS node, coalesce(a.title, a.url, '') AS found
