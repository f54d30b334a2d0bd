"""The outside world: settings, command line, channels, receiver, sender, clock."""
