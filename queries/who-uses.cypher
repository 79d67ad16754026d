// title: Who uses
// question: Who uses a technology, and whose product is it?
// parameter technology: entity = facial-recognition; what is used, with all that is narrower
// parameter collection: text = null; only what articles of this collection say; null for all
// columns: user, technology, product, vendor, status, condition, scope, since, until, speaker, quote, published, publisher, url, statement
// A sale is told from either side: "police use Clearview" and "Clearview sells to police" are one deal.
MATCH (:Entity {id: $technology})<-[:BROADER*0..]-(technology:Entity)
MATCH (technology)<-[:ABOUT]-(p:PolicyPosition)<-[:HOLDS]-(actor:Entity)
WHERE p.action IN ['uses', 'sells'] AND p.status IN ['in_force', 'announced'] AND p.certainty = 'stated'
OPTIONAL MATCH (p)-[:TOWARD]->(other:Entity)
OPTIONAL MATCH (p)-[:OF_PRODUCT]->(product:Entity)
WITH p, technology, product,
  CASE WHEN p.action = 'uses' THEN actor ELSE other END AS user,
  CASE WHEN p.action = 'uses' THEN other ELSE actor END AS vendor
WHERE user IS NOT NULL
MATCH (p)<-[:REPORTS]-(s:Statement)
WHERE coalesce(s.review, 'open') <> 'rejected'
MATCH (s)-[q:QUOTES]->(a:Article)
WHERE $collection IS NULL OR a.collection = $collection
OPTIONAL MATCH (s)-[:SAID_BY]->(speaker:Entity)
RETURN user.name AS user, technology.name AS technology, product.name AS product, vendor.name AS vendor,
  s.status AS status, s.condition AS condition, s.scope AS scope, s.since AS since, s.until AS until,
  speaker.name AS speaker, q.text AS quote, a.published AS published, a.publisher AS publisher, a.url AS url,
  s.id AS statement
ORDER BY user, vendor, published DESC, quote, statement
