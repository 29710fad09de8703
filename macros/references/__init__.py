"""Sources as other programs read them: CSL-JSON, BibTeX, RIS, citation styles, and where each is cited."""
