// title: Sources
// question: Which articles is the graph made of, and how much does each say?
// parameter publisher: text = null; only articles of this publisher; null for all
// parameter collection: text = null; only what articles of this collection say; null for all
// columns: published, publisher, title, statements, unverified, url, article
MATCH (a:Article)
WHERE ($publisher IS NULL OR toLower(a.publisher) = toLower($publisher))
  AND ($collection IS NULL OR a.collection = $collection)
OPTIONAL MATCH (a)<-[q:QUOTES]-(s:Statement)
WITH a, count(DISTINCT s) AS statements, count(CASE WHEN q.verified = false THEN 1 END) AS unverified
RETURN a.published AS published, a.publisher AS publisher, a.title AS title, statements AS statements,
  unverified AS unverified, a.url AS url, a.id AS article
ORDER BY published DESC, publisher, title, article
