"""What other programs read: every exercise and plan as data with a contract, and a feed of changes."""
