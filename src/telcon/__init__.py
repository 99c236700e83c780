"""Telcon rebuilds the public record of leaders' contacts from pages of news."""
