"""A citizen's report: the form from the first word to the receipt."""
