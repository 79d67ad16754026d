// title: Evidence for a position
// question: Which sentences carry what an actor is said to do?
// parameter actor: entity; who does it
// parameter action: text = null; one action, named as in the codebook; null for all
// parameter technology: entity = null; what it is about, with all that is narrower; null for anything
// parameter collection: text = null; only what articles of this collection say; null for all
// columns: action, technology, counterparty, status, certainty, condition, quote, start, end, verified, speaker, title, published, publisher, url, statement
MATCH (:Entity {id: $actor})<-[:ACTOR]-(s:Statement)
WHERE ($action IS NULL OR s.action = $action) AND coalesce(s.review, 'open') <> 'rejected'
OPTIONAL MATCH (s)-[:TECHNOLOGY]->(technology:Entity)
WITH s, technology
WHERE $technology IS NULL OR EXISTS { MATCH (technology)-[:BROADER*0..]->(:Entity {id: $technology}) }
MATCH (s)-[q:QUOTES]->(a:Article)
WHERE $collection IS NULL OR a.collection = $collection
OPTIONAL MATCH (s)-[:COUNTERPARTY]->(counterparty:Entity)
OPTIONAL MATCH (s)-[:SAID_BY]->(speaker:Entity)
RETURN s.action AS action, technology.name AS technology, counterparty.name AS counterparty, s.status AS status,
  s.certainty AS certainty, s.condition AS condition, q.text AS quote, q.start AS start, q.end AS end,
  q.verified AS verified, speaker.name AS speaker, a.title AS title, a.published AS published,
  a.publisher AS publisher, a.url AS url, s.id AS statement
ORDER BY published DESC, title, start, statement
