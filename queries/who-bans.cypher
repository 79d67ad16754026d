// title: Who bans
// question: Which public bodies ban a technology or a vendor, where, and for whom?
// parameter technology: entity = facial-recognition; what is banned, with all that is narrower
// parameter place: entity = null; where the ban holds (with the places that are part of it); null for anywhere
// parameter collection: text = null; only what articles of this collection say; null for all
// columns: actor, technology, counterparty, jurisdiction, status, condition, exception, since, until, speaker, quote, published, publisher, url, statement
MATCH (:Entity {id: $technology})<-[:BROADER*0..]-(technology:Entity)
MATCH (technology)<-[:ABOUT]-(p:PolicyPosition {action: 'bans'})<-[:HOLDS]-(actor:Entity)
WHERE p.certainty = 'stated' AND p.status <> 'denied'
OPTIONAL MATCH (p)-[:IN]->(jurisdiction:Entity)
OPTIONAL MATCH (actor)-[:OF_JURISDICTION]->(seat:Entity)
WITH actor, p, technology, jurisdiction, coalesce(jurisdiction, seat) AS place
WHERE $place IS NULL OR EXISTS { MATCH (place)-[:PART_OF*0..]->(:Entity {id: $place}) }
OPTIONAL MATCH (p)-[:TOWARD]->(counterparty:Entity)
MATCH (p)<-[:REPORTS]-(s:Statement)
WHERE coalesce(s.review, 'open') <> 'rejected'
MATCH (s)-[q:QUOTES]->(a:Article)
WHERE $collection IS NULL OR a.collection = $collection
OPTIONAL MATCH (s)-[:SAID_BY]->(speaker:Entity)
RETURN actor.name AS actor, technology.name AS technology, counterparty.name AS counterparty, place.name AS jurisdiction,
  s.status AS status, s.condition AS condition, s.exception AS exception, s.since AS since, s.until AS until,
  speaker.name AS speaker, q.text AS quote, a.published AS published, a.publisher AS publisher, a.url AS url,
  s.id AS statement
ORDER BY actor, published DESC, quote, statement
