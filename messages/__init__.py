"""What is said: the channel-neutral envelope, and the words in three languages."""
