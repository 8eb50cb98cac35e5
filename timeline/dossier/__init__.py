"""The dossier: the timeline as a book, from its data to the PDF."""
