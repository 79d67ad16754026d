// says: a statement ends before it begins
// severity: violation
// cure: look the dates up in the quote, and correct or reject the statement
MATCH (s:Statement)
WHERE s.since IS NOT NULL AND s.until IS NOT NULL
  AND left(s.since, size(s.until)) > left(s.until, size(s.since))
RETURN s.id AS node, s.since + ' to ' + s.until AS found
