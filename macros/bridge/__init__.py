"""The only part that knows MkDocs: one build, its events, and the bridge to mkdocs-macros."""
