"""The law the bot enforces, without any input or output: time, texts and data are passed in."""
