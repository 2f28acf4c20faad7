"""What articlex costs in time and memory: each step of a page (``steps``), one page from an empty process
(``cold_start``), batches of very many pages (``soak``)."""
