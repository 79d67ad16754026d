// says: a quote that is called verified is not in the text of its article
// severity: violation
// cure: load the article again; its text is another now
MATCH (s:Statement)-[q:QUOTES]->(a:Article)
WHERE q.verified = true AND NOT coalesce(a.text, '') CONTAINS q.text
RETURN s.id AS node, left(q.text, 60) AS found
