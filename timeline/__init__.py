"""Timeline reconstruction: competing accounts of contested events, compiled side by side and never judged."""

__version__ = "0.1.0"
