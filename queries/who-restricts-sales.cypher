// title: Who restricts sales
// question: Which vendors restrict sales of a technology, and to whom?
// parameter technology: entity = facial-recognition; what is sold, with all that is narrower
// parameter counterparty: entity = null; who is not sold to (with narrower groups and members); null for anybody
// parameter collection: text = null; only what articles of this collection say; null for all
// columns: actor, product, technology, counterparty, status, condition, exception, since, until, speaker, quote, published, publisher, url, statement
MATCH (:Entity {id: $technology})<-[:BROADER*0..]-(technology:Entity)
MATCH (technology)<-[:ABOUT]-(p:PolicyPosition {action: 'restricts_sale'})<-[:HOLDS]-(actor:Entity)
WHERE p.status IN ['in_force', 'announced'] AND p.certainty = 'stated'
OPTIONAL MATCH (p)-[:TOWARD]->(counterparty:Entity)
WITH actor, p, technology, counterparty
WHERE $counterparty IS NULL
  OR EXISTS { MATCH (counterparty)-[:BROADER|MEMBER_OF*0..]->(:Entity {id: $counterparty}) }
OPTIONAL MATCH (p)-[:OF_PRODUCT]->(product:Entity)
MATCH (p)<-[:REPORTS]-(s:Statement)
WHERE coalesce(s.review, 'open') <> 'rejected'
MATCH (s)-[q:QUOTES]->(a:Article)
WHERE $collection IS NULL OR a.collection = $collection
OPTIONAL MATCH (s)-[:SAID_BY]->(speaker:Entity)
RETURN actor.name AS actor, product.name AS product, technology.name AS technology,
  counterparty.name AS counterparty, s.status AS status, s.condition AS condition, s.exception AS exception,
  s.since AS since, s.until AS until, speaker.name AS speaker, q.text AS quote, a.published AS published, a.publisher AS publisher, a.url AS url,
  s.id AS statement
ORDER BY actor, published DESC, quote, statement
