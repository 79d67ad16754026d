// says: a position ends before it begins
// severity: violation
// cure: look at the statements that report it, and load their articles again
MATCH (p:PolicyPosition)
WHERE p.since IS NOT NULL AND p.until IS NOT NULL
  AND left(p.since, size(p.until)) > left(p.until, size(p.since))
RETURN p.id AS node, p.since + ' to ' + p.until AS found
