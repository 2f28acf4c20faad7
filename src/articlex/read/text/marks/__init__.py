"""Signs inside lines that stand for markup: Markdown, link numbers, quotations, changes, raised notes."""
