"""CSV files that `neo4j-admin database import full` makes a database of: the quickest way to a large graph."""
