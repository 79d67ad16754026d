// title: Changes of position
// question: Where did a position change: which actors did one thing about a topic, and later another?
// parameter technology: entity = facial-recognition; what the positions are about, with all that is narrower
// parameter actor: entity = null; whose positions; null for everybody's
// A topic is an actor with a technology, product, counterparty and measure. Its statements changed where some are for
// the thing, others against it, or where one is reported to be over or denied.
// parameter collection: text = null; only what articles of this collection say; null for all
// columns: actor, technology, product, counterparty, measure, published, action, status, condition, since, until, speaker, quote, publisher, url, statement
MATCH (:Entity {id: $technology})<-[:BROADER*0..]-(technology:Entity)
MATCH (technology)<-[:ABOUT]-(p:PolicyPosition)<-[:HOLDS]-(actor:Entity)
WHERE $actor IS NULL OR actor.id = $actor
MATCH (p)<-[:REPORTS]-(s:Statement)
WHERE coalesce(s.review, 'open') <> 'rejected'
  AND ($collection IS NULL OR EXISTS { MATCH (s)-[:QUOTES]->(:Article {collection: $collection}) })
WITH p.topic AS topic,
  CASE
    WHEN s.status IN ['ended', 'denied'] THEN 'over'
    WHEN s.action IN ['sells', 'develops', 'uses', 'supports', 'authorizes', 'repeals', 'partners_with', 'funds'] THEN 'for'
    WHEN s.action IN ['restricts_sale', 'ends_development', 'restricts_use', 'bans', 'regulates', 'restricts_trade',
      'opposes', 'sues', 'penalizes', 'investigates'] THEN 'against'
  END AS direction
WITH topic, count(DISTINCT direction) AS directions
WHERE directions > 1
MATCH (p:PolicyPosition {topic: topic})<-[:HOLDS]-(actor:Entity)
OPTIONAL MATCH (p)-[:ABOUT]->(technology:Entity)
OPTIONAL MATCH (p)-[:OF_PRODUCT]->(product:Entity)
OPTIONAL MATCH (p)-[:TOWARD]->(counterparty:Entity)
OPTIONAL MATCH (p)-[:ON]->(measure:Entity)
MATCH (p)<-[:REPORTS]-(s:Statement)
WHERE coalesce(s.review, 'open') <> 'rejected'
MATCH (s)-[q:QUOTES]->(a:Article)
WHERE $collection IS NULL OR a.collection = $collection
OPTIONAL MATCH (s)-[:SAID_BY]->(speaker:Entity)
RETURN actor.name AS actor, technology.name AS technology, product.name AS product, counterparty.name AS counterparty,
  measure.name AS measure, a.published AS published, s.action AS action, s.status AS status, s.condition AS condition,
  s.since AS since, s.until AS until, speaker.name AS speaker, q.text AS quote, a.publisher AS publisher, a.url AS url,
  s.id AS statement
ORDER BY actor, technology, product, counterparty, measure, published, action, quote, statement
