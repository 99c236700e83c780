"""A file of subscriptions is checked whole, and what is wrong in it is named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from telcon.news import SubscriptionError, Subscriptions, read_subscriptions

Write = Callable[[str], Subscriptions]
HOOK = '[[subscription]]\nname = "all"\nwebhook = "https://example.org/"\nsecret = "HOOK_SECRET"\n'
MAIL = '[[subscription]]\nname = "all"\nmail = ["desk@example.org"]\n'


def test_a_file_is_read(write: Write) -> None:
    found = write(HOOK + 'people = ["Putin"]\nkinds = ["phone"]\nfeed = "x.atom"\n')
    (subscription,) = found.subscription
    assert subscription.ways == ("feed", "webhook")
    assert (subscription.people, subscription.kinds, subscription.language) == (("Putin",), ("phone",), "en")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "missing required field `subscription`"),
        ("subscription = []\n", "there is no [[subscription]] in it"),
        ("[[subscription]]\n", "missing required field `name` - at `subscription[0]`"),
        ("[[subscription]", "it is no TOML"),
        (HOOK + 'topic = ["iran"]\n', "unknown field `topic` - at `subscription[0]`"),
        (HOOK + 'topics = ["weather"]\n', "`all`: no topic is called `weather`"),
        (HOOK + 'states = ["Atlantis"]\n', "`all`: no state is called `Atlantis`"),
        (HOOK + 'kinds = ["pigeon"]\n', "Invalid enum value 'pigeon' - at `subscription[0].kinds[0]`"),
        (HOOK + 'language = "ru"\n', "`all`: language: en or vi"),
        (HOOK + 'start = "then"\n', "`all`: start: now or all"),
        (HOOK + HOOK, "two subscriptions are called `all`"),
        (HOOK + 'feed = "a"\n' + HOOK.replace("all", "other") + 'feed = "a"\n', "two subscriptions write to `a`"),
        (HOOK.replace("HOOK_SECRET", "NOBODY"), "`all`: the environment holds no `NOBODY`"),
        (HOOK.replace("https", "ftp"), "`all`: `ftp://example.org/` is no address"),
        ('[[subscription]]\nname = "all"\n', "`all`: it tells nobody"),
        (MAIL, "`all`: it has mail, but the file has no [mail]"),
        (MAIL.replace("desk@", "desk\\u000abcc@"), "is no mail address"),
        (MAIL.replace("desk@example.org", "desk"), "`desk` is no mail address"),
        (MAIL + '[mail]\nhost = "h"\nfrom = "x"\n', "mail.from: `x` is no address"),
        (
            MAIL + '[mail]\nhost = "h"\nfrom = "t@example.org"\nsecurity = "ssl"\n',
            "mail.security: starttls, tls or none",
        ),
        ('record = "example.org"\n' + HOOK, "record: `example.org` is no address"),
        (HOOK.replace('"all"', '"a\\u0007"'), "a name has letters, and no control characters"),
    ],
)
def test_what_is_wrong_is_named(write: Write, text: str, complaint: str) -> None:
    with pytest.raises(SubscriptionError) as error:
        write(text)
    assert complaint in error.value.reason


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SubscriptionError, match=r"none.toml: No such file"):
        read_subscriptions(tmp_path / "none.toml")
