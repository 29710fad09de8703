"""Clinical review: every text that a clinician has to check, what was reviewed, and the table to fill in."""
