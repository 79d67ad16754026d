// says: a quote begins or ends outside the text of its article
// severity: violation
// cure: load the article again; its text is another now
MATCH (s:Statement)-[q:QUOTES]->(a:Article)
WHERE q.start IS NOT NULL AND coalesce(a.text, '') <> ''
  AND (q.start < 0 OR q.end <= q.start OR q.end > size(a.text))
RETURN s.id AS node, toString(q.start) + ' to ' + toString(q.end) AS found
