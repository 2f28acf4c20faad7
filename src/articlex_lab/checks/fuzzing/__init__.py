"""Hostile input: ``make fuzz``, and the slow pages and strings that the tests try as well."""
