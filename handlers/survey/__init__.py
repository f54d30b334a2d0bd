"""What those served think of the service: one question after a case, nine questions four times a year."""
