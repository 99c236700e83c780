"""Telcon rebuilds the public record of leaders' contacts from pages of news."""

__version__ = "0.1.0"
