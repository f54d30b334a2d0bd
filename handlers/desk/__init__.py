"""The officers' desk: whole cases worked by chat commands, as the service standard prescribes (component 6, 5 to 8)."""
