"""The site as a whole: built next to the last good one, put in place in one step, or previewed."""
