"""What people can do here. Knows nothing of Telegram, Twilio, web pages or SQL."""
