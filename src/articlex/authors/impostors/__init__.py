"""Names that stand where an author may, and are not: buyers, subjects, whoever changed the page."""
