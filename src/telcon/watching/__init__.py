"""Sources of news, watched: asked in turn, and what is new read into the record."""

from telcon.watching.events import Back, Done, Event, Failed, Filed, Lost, Noted, Polled
from telcon.watching.rounds import Tally
from telcon.watching.watchers import Watcher

__all__ = ["Back", "Done", "Event", "Failed", "Filed", "Lost", "Noted", "Polled", "Tally", "Watcher"]
