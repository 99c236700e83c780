"""Digests by mail: plain text and HTML, one message for each recipient, handed to a server by SMTP."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from telcon.messages import say, say_count
from telcon.news.failures import SendingError
from telcon.news.pieces import Piece, in_language, plain
from telcon.news.subscriptions import Server, Subscription

USER, PASSWORD = "TELCON_SMTP_USER", "TELCON_SMTP_PASSWORD"
"""Settings of the environment that hold the log-in; without a user nobody logs in."""
PATIENCE = 30.0
"""Seconds that a server has for each answer."""


@dataclass(frozen=True, slots=True)
class Mails:
    """A server, what the environment holds for it, and the certificates that are trusted."""

    server: Server
    environment: Mapping[str, str]
    trusted: ssl.SSLContext | None = None
    patience: float = PATIENCE


def make_mail(subscription: Subscription, to: str, pieces: Sequence[Piece], *, sender: str, name: str) -> EmailMessage:
    """The digest for one recipient; `name` makes its Message-ID, the same however often it is sent."""
    return in_language(subscription.language, lambda: _make(subscription, to, pieces, sender, name))


def send_mail(message: EmailMessage, mails: Mails) -> None:
    """Hand a message to the server. Raises `SendingError`; `surely` as long as the server had not all of it."""
    handed = False
    try:
        with _connected(mails) as smtp:
            handed = True
            smtp.send_message(message)
    except smtplib.SMTPRecipientsRefused as error:
        code, told = next(iter(error.recipients.values()), (0, b""))
        raise _refused("the recipient is refused", code, told) from error
    except smtplib.SMTPSenderRefused as error:
        raise _refused("the sender is refused", error.smtp_code, error.smtp_error) from error
    except smtplib.SMTPAuthenticationError as error:
        raise _refused(f"the log-in is refused (see {USER}, {PASSWORD})", error.smtp_code, error.smtp_error) from error
    except smtplib.SMTPResponseException as error:
        raise _refused("the server does not take it", error.smtp_code, error.smtp_error) from error
    except (smtplib.SMTPException, ssl.SSLError, OSError) as error:
        why = plain(str(error)) or type(error).__name__
        surely = not handed or isinstance(error, smtplib.SMTPNotSupportedError)
        raise SendingError(f"no mail could be handed over: {why}", surely=surely) from error


def _make(subscription: Subscription, to: str, pieces: Sequence[Piece], sender: str, name: str) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["Subject"] = _subject(subscription, pieces)
    message["From"], message["To"] = _address(sender), _address(to)
    message["Date"] = format_datetime(datetime.now(UTC))
    message["Message-ID"] = f"<{name}.{len(pieces)}@{parseaddr(sender)[1].rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    why = say("You get this as a recipient of “{name}”.", name=plain(subscription.name))
    message.set_content("\n\n".join([*map(_as_text, pieces), why]) + "\n")
    written = _page().render(pieces=pieces, why=why, language=subscription.language, subject=message["Subject"])
    message.add_alternative(written, subtype="html")
    return message


def _subject(subscription: Subscription, pieces: Sequence[Piece]) -> str:
    if len(pieces) == 1:
        return f"{pieces[0].heading}: {pieces[0].title}"
    told = say_count("{count} piece of news", "{count} pieces of news", len(pieces))
    return f"{told}: {plain(subscription.name)}"


def _address(text: str) -> Address:
    name, address = parseaddr(text)
    return Address(display_name=plain(name), addr_spec=address)


def _as_text(piece: Piece) -> str:
    return "\n".join(filter(None, (f"{piece.heading}: {piece.title}", piece.summary, piece.address)))


@contextmanager
def _connected(mails: Mails) -> Iterator[smtplib.SMTP]:
    server, trusted = mails.server, mails.trusted or ssl.create_default_context()
    if server.security == "tls":
        smtp: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=mails.patience, context=trusted)
    else:
        smtp = smtplib.SMTP(server.host, server.port, timeout=mails.patience)
    with smtp:
        if server.security == "starttls":
            smtp.starttls(context=trusted)
        if user := mails.environment.get(USER):
            smtp.login(user, mails.environment.get(PASSWORD, ""))
        yield smtp


def _refused(what: str, code: int, told: bytes | str) -> SendingError:
    said = told.decode("utf-8", errors="replace") if isinstance(told, bytes) else told
    return SendingError(f"{what}: {code} {plain(said)[:200]}", surely=True, may_pass=code < 500)


@cache
def _page() -> Template:
    folder = FileSystemLoader(Path(__file__).parent)
    return Environment(loader=folder, autoescape=True, undefined=StrictUndefined).get_template("mail.html")
