"""Paper made by the build: PDFs of each kind in KINDS, and ZIPs of them all."""
