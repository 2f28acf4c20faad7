"""Names that stand where an author may, and are not: buyers, subjects, owners, whoever changed the page."""
