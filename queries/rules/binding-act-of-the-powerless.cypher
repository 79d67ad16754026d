// says: an actor without the power to bind others is said to do what only those can
// severity: warning
// cure: read the quote; often the actor is misread, or the action is restricts_sale or restricts_use
MATCH (s:Statement)-[:ACTOR]->(e:Entity)
WHERE s.action IN $binding AND NOT e.kind IN $public AND e.kind <> 'Place'
RETURN s.id AS node, e.name + ' ' + s.action AS found
