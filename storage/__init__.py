"""What is kept: tables, one transaction a message, the outbox, the audit."""
