"""Names that stand where an author may, and are none: buyers, subjects, owners, whoever changed the page."""
