"""Steps of the path from the home page to this one: the sections that breadcrumbs name."""
