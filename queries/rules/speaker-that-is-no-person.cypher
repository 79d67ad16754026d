// says: somebody who is quoted is no person, company, body or group
// severity: violation
// cure: mend the entry of the ontology, or load the article again
MATCH (s:Statement)-[:SAID_BY]->(e:Entity)
WHERE e.kind IN ['Technology', 'Product', 'Measure', 'Place']
RETURN s.id AS node, e.name + ' (' + e.kind + ')' AS found
