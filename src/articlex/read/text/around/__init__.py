"""Lines that are not the page's own: of crawlers, prints, archives, mail headers, buttons."""
