"""Everything a reader reads that is not in the data: labels, and phrases made from doses, dates and evidence."""
