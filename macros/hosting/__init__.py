"""What a web server says with each file of the site: one description, written in the form of several servers."""
