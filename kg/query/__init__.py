"""Questions to the graph: the library of queries, patterns with holes and their answers, and looking things up."""
