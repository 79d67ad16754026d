// says: a statement names no technology, product, counterparty or measure
// severity: violation
// cure: load its article again
MATCH (s:Statement)
WHERE NOT EXISTS { MATCH (s)-[:TECHNOLOGY|PRODUCT|COUNTERPARTY|MEASURE]->(:Entity) }
RETURN s.id AS node, s.action AS found
