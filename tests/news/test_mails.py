"""Digests by mail: in the recipient's language, as text and HTML, each recipient on their own."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from telcon.model.contacts import Office, Participant
from telcon.news import SendingError, Subscriptions
from telcon.news.mails import PASSWORD, USER, Mails, make_mail, send_mail
from telcon.news.subscriptions import Server, Subscription
from telcon.store import Store
from tests.news.conftest import Mailbox, Round, add, free_port
from tests.store.readings import PUTIN

Write = Callable[[str], Subscriptions]
ODD = Participant("Đỗ Văn Ẩn\r\nBcc: evil@example.org", "VN", Office.OTHER)


@pytest.fixture
def desk(write: Write, mailbox: Mailbox) -> Callable[..., Subscriptions]:
    def made(*to: str, name: str = "bàn tin", language: str = "vi") -> Subscriptions:
        listed = ", ".join(f'"{address}"' for address in to or ("Bàn tin <desk@example.org>",))
        return write(
            f'record = "https://record.example"\n[mail]\nhost = "127.0.0.1"\nport = {mailbox.port}\nsecurity = "none"\n'
            f'from = "Telcon <telcon@example.org>"\n[[subscription]]\nname = "{name}"\nmail = [{listed}]\n'
            f'language = "{language}"\nstart = "all"\n'
        )

    return made


def test_one_mail_holds_all_that_is_new_in_the_language_asked_for(
    store: Store, mailbox: Mailbox, desk: Callable[..., Subscriptions], tell_all: Round
) -> None:
    add(store, "one")
    add(store, "two", date="2025-03-01")
    assert tell_all(desk())[0].sent == 2
    ((to, message),) = mailbox.came
    assert to == ["desk@example.org"]
    assert str(message["Subject"]) == "2 tin mới: bàn tin"
    assert str(message["To"]) == "Bàn tin <desk@example.org>"
    assert message["Auto-Submitted"] == "auto-generated"
    text, page = (part.get_content() for part in message.iter_parts())
    assert "Cuộc tiếp xúc mới: Vladimir Putin – Tập Cận Bình" in text
    assert text.count("https://record.example/contacts/") == 2
    assert '<html lang="vi">' in page
    assert page.count('<a href="https://record.example/contacts/') == 2


def test_english_is_spoken_to_those_who_ask_for_it(
    store: Store, mailbox: Mailbox, desk: Callable[..., Subscriptions], tell_all: Round
) -> None:
    add(store, "one")
    tell_all(desk(language="en"))
    assert str(mailbox.came[0][1]["Subject"]).startswith("New contact: Vladimir Putin – Xi Jinping")


def test_names_cannot_put_in_headers_nor_markup(
    store: Store, mailbox: Mailbox, desk: Callable[..., Subscriptions], tell_all: Round
) -> None:
    add(store, "one", participants=(PUTIN, ODD))
    add(store, "two", participants=(PUTIN, replace(ODD, name="<script>alert(1)</script>")), date="2025-03-01")
    tell_all(desk())
    ((to, message),) = mailbox.came
    assert to == ["desk@example.org"]
    assert message["Bcc"] is None
    page = list(message.iter_parts())[1].get_content()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_a_single_piece_has_its_title_as_subject_on_one_line(
    store: Store, mailbox: Mailbox, desk: Callable[..., Subscriptions], tell_all: Round
) -> None:
    add(store, "one", participants=(PUTIN, ODD))
    tell_all(desk())
    subject = str(mailbox.came[0][1]["Subject"])
    assert "Đỗ Văn Ẩn Bcc: evil@example.org" in subject
    assert "\n" not in subject


def test_each_recipient_is_told_and_refused_alone(
    store: Store, mailbox: Mailbox, desk: Callable[..., Subscriptions], tell_all: Round
) -> None:
    add(store, "one")
    mailbox.refused = {"gone@example.org"}
    here, gone = tell_all(desk("desk@example.org", "gone@example.org"))
    assert (here.sent, here.failures) == (1, ())
    assert (gone.sent, gone.failures) == (0, ("the recipient is refused: 550 no such user here",))
    mailbox.refused = set()
    assert [outcome.sent for outcome in tell_all(desk("desk@example.org", "gone@example.org"))] == [0, 1]
    assert [to for to, _ in mailbox.came] == [["desk@example.org"], ["gone@example.org"]]


def test_what_was_surely_not_taken_joins_the_next_digest(
    store: Store, mailbox: Mailbox, desk: Callable[..., Subscriptions], tell_all: Round
) -> None:
    add(store, "one")
    mailbox.answer = "451 come back"
    assert tell_all(desk())[0].failures == ("the server does not take it: 451 come back",)
    mailbox.answer = "250 taken"
    add(store, "two", date="2025-03-01")
    tell_all(desk())
    assert [str(message["Subject"]) for _, message in mailbox.came] == ["2 tin mới: bàn tin"]


def test_what_may_have_been_taken_goes_out_as_it_was(
    store: Store, mailbox: Mailbox, desk: Callable[..., Subscriptions], tell_all: Round
) -> None:
    add(store, "one")
    mailbox.drop = True
    assert "no mail could be handed over" in tell_all(desk())[0].failures[0]
    mailbox.drop = False
    add(store, "two", date="2025-03-01")
    assert tell_all(desk())[0].sent == 2
    ids = [str(message["Message-ID"]) for _, message in mailbox.came]
    assert len(ids) == 3
    assert len(set(ids)) == 2


def test_without_a_server_that_is_said_and_nothing_is_lost(
    store: Store, desk: Callable[..., Subscriptions], tell_all: Round, write: Write, mailbox: Mailbox
) -> None:
    add(store, "one")
    off = desk()
    assert off.mail
    (outcome,) = tell_all(replace_mail(off, replace_port(off.mail, free_port())))
    assert outcome.failures[0].startswith("no mail could be handed over: ")
    assert tell_all(off)[0].sent == 1
    assert len(mailbox.came) == 1


def replace_port(server: Server, port: int) -> Server:
    return Server(server.host, server.sender, port, server.security)


def replace_mail(file: Subscriptions, server: Server) -> Subscriptions:
    return Subscriptions(file.subscription, file.record, file.allow, server)


@pytest.fixture
def certificate(tmp_path: Path) -> tuple[Path, Path]:
    """A certificate for localhost that nobody else trusts, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = (
        builder.serial_number(1).not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
    )
    builder = builder.add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    made = builder.sign(key, hashes.SHA256())
    paths = tmp_path / "cert.pem", tmp_path / "key.pem"
    paths[0].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    plain = serialization.NoEncryption()
    paths[1].write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain))
    return paths


def _log_in(_: object, __: object, ___: object, ____: object, told: object) -> AuthResult:
    return AuthResult(success=told == LoginPassword(b"telcon", b"open sesame"), handled=False)


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_log_ins_go_over_tls_with_a_certificate_that_is_trusted(certificate: tuple[Path, Path], security: str) -> None:
    serving = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    serving.load_cert_chain(*certificate)
    box = Mailbox(free_port())
    options = {"ssl_context": serving} if security == "tls" else {"tls_context": serving, "require_starttls": True}
    # That server does not know that a connection which begins with TLS is one.
    auth = {"authenticator": _log_in, "auth_require_tls": security != "tls"}
    controller = Controller(box, hostname="localhost", port=box.port, **options, **auth)
    controller.start()
    try:
        server = Server("localhost", "telcon@example.org", box.port, security)
        right = {USER: "telcon", PASSWORD: "open sesame"}
        trusted = ssl.create_default_context(cafile=str(certificate[0]))
        message = make_mail(Subscription("all"), "desk@example.org", [], sender=server.sender, name="lot")
        send_mail(message, Mails(server, right, trusted))
        assert len(box.came) == 1
        with pytest.raises(SendingError, match="the log-in is refused"):
            send_mail(message, Mails(server, right | {PASSWORD: "wrong"}, trusted))
        with pytest.raises(SendingError, match="certificate verify failed"):
            send_mail(message, Mails(server, right))
        assert len(box.came) == 1
    finally:
        controller.stop()
