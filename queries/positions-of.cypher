// title: Positions of an actor
// question: What does an actor do, want and refuse, and on what conditions?
// parameter actor: entity; whose positions
// parameter collection: text = null; only what articles of this collection say; null for all
// columns: action, technology, product, counterparty, measure, status, certainty, condition, exception, since, until, speaker, quote, published, publisher, url, statement
MATCH (actor:Entity {id: $actor})-[:HOLDS]->(p:PolicyPosition)
OPTIONAL MATCH (p)-[:ABOUT]->(technology:Entity)
OPTIONAL MATCH (p)-[:OF_PRODUCT]->(product:Entity)
OPTIONAL MATCH (p)-[:TOWARD]->(counterparty:Entity)
OPTIONAL MATCH (p)-[:ON]->(measure:Entity)
MATCH (p)<-[:REPORTS]-(s:Statement)
WHERE coalesce(s.review, 'open') <> 'rejected'
MATCH (s)-[q:QUOTES]->(a:Article)
WHERE $collection IS NULL OR a.collection = $collection
OPTIONAL MATCH (s)-[:SAID_BY]->(speaker:Entity)
RETURN s.action AS action, technology.name AS technology, product.name AS product, counterparty.name AS counterparty,
  measure.name AS measure, s.status AS status, s.certainty AS certainty, s.condition AS condition,
  s.exception AS exception, s.since AS since, s.until AS until, speaker.name AS speaker, q.text AS quote,
  a.published AS published, a.publisher AS publisher, a.url AS url, s.id AS statement
ORDER BY action, technology, counterparty, measure, published DESC, quote, statement
