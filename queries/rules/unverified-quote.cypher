// says: a quote was not found in its article, or the article has no text yet
// severity: warning
// cure: load the article itself
MATCH (s:Statement)-[q:QUOTES]->(:Article)
WHERE coalesce(q.verified, false) = false
RETURN s.id AS node, left(q.text, 60) AS found
