"""What a chat or a post shows of a link to the guide: a picture with a few words (Open Graph)."""
