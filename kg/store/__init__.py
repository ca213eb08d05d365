"""Records and triples, the graph on disk, what readers open of it, SPARQL, questions, checks, RDF formats."""
