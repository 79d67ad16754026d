"""The store on a Neo4j server, by the official driver."""
