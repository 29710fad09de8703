"""exercises.yml to a Guide, or every error with its file and line."""
