"""How the weights by which lines are told from the article's own were learned."""
