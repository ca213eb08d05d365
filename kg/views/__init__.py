"""The graph for people: tables, files for graph programs, and one offline HTML page."""
