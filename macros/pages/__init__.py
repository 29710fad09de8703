"""The pages of the site: which there are, and the macros that fill them."""
