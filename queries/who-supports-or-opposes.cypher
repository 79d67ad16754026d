// title: Who supports or opposes
// question: Who supports and who opposes a measure, or a technology?
// parameter topic: entity = facial-recognition; the measure or technology, with all that is narrower
// parameter collection: text = null; only what articles of this collection say; null for all
// columns: actor, action, measure, technology, counterparty, status, condition, scope, speaker, quote, published, publisher, url, statement
MATCH (:Entity {id: $topic})<-[:BROADER*0..]-(topic:Entity)
MATCH (topic)<-[:ABOUT|ON]-(p:PolicyPosition)<-[:HOLDS]-(actor:Entity)
WHERE p.action IN ['supports', 'opposes'] AND p.status <> 'denied'
WITH DISTINCT actor, p
OPTIONAL MATCH (p)-[:ON]->(measure:Entity)
OPTIONAL MATCH (p)-[:ABOUT]->(technology:Entity)
OPTIONAL MATCH (p)-[:TOWARD]->(counterparty:Entity)
MATCH (p)<-[:REPORTS]-(s:Statement)
WHERE coalesce(s.review, 'open') <> 'rejected'
MATCH (s)-[q:QUOTES]->(a:Article)
WHERE $collection IS NULL OR a.collection = $collection
OPTIONAL MATCH (s)-[:SAID_BY]->(speaker:Entity)
RETURN actor.name AS actor, s.action AS action, measure.name AS measure, technology.name AS technology,
  counterparty.name AS counterparty, s.status AS status, s.condition AS condition, s.scope AS scope,
  speaker.name AS speaker, q.text AS quote, a.published AS published, a.publisher AS publisher, a.url AS url,
  s.id AS statement
ORDER BY action DESC, actor, measure, published DESC, quote, statement
