"""Servers that speak the providers' protocols, for tests."""
