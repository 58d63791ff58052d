"""How the weights that ship with the attribution family were learned."""
