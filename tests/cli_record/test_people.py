"""telcon users, tokens, audit, and what telcon serve asks for before it is on a network."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from telcon.cli import app
from telcon.store import Role, open_store
from tests.cli_record.conftest import Run

PASSWORD = "a railway across Asia\n"


def test_users_are_added_listed_and_changed(run: Run, tmp_path: Path) -> None:
    def give(*arguments: str, password: str = PASSWORD) -> str:
        done = CliRunner().invoke(app, ["users", *arguments, "--password-stdin"], input=password)
        assert done.exit_code == 0, done.stderr
        return done.stdout

    assert "Lan: administrator" in give("add", "Lan", "--role", "administrator")
    assert run("users", "add", "Minh", "--no-password").exit_code == 0
    assert run("users", "role", "Minh", "editor").exit_code == 0
    assert run("users", "disable", "Minh").exit_code == 0
    listed = run("users", "list").stdout.splitlines()
    assert listed[0].startswith("Lan  administrator") and "Minh  editor" in listed[1]
    assert listed[1].endswith("disabled, without a password")
    run("users", "enable", "Minh")
    give("password", "Lan", password="another railway across Asia\n")
    with open_store(tmp_path / "telcon.db") as store:
        assert store.users.check("Lan", "another railway across Asia")
        assert [(user.name, user.role, user.disabled_at) for user in store.users.all()] == [
            ("Lan", Role.ADMINISTRATOR, None),
            ("Minh", Role.EDITOR, None),
        ]


def test_a_password_is_asked_for_twice_and_never_shown(run: Run) -> None:
    typed = CliRunner().invoke(app, ["users", "add", "Lan", "--role", "administrator"], input=PASSWORD * 2)
    assert typed.exit_code == 0 and "railway" not in typed.output


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["users", "add", "Lan", "--no-password"], "the first user must be an administrator"),
        (["users", "role", "Lan", "reader"], "one administrator must be left"),
        (["users", "role", "Lan", "king"], "no such role"),
        (["users", "disable", "nobody"], "there is no user of that name"),
        (["users", "role", "Lan"], "takes 2 words, not 1"),
        (["tokens", "add", "nobody", "x"], "there is no user of that name"),
        (["tokens", "add", "Lan", "x", "--days", "0"], "1 to 366 days"),
        (["tokens", "revoke", "7"], "no token with that number is in force"),
        (["audit", "--since", "soon"], "it is no date"),
        (["audit", "--deed", "murder"], "nothing is called so"),
    ],
)
def test_what_may_not_be_is_told(run: Run, tmp_path: Path, arguments: list[str], told: str) -> None:
    with open_store(tmp_path / "telcon.db") as store:
        if "--no-password" not in arguments:
            store.users.add("Lan", Role.ADMINISTRATOR, None)
    done = run(*arguments)
    assert (done.exit_code, told in done.stderr) == (2, True), done.stderr


def test_tokens_are_printed_once_listed_and_revoked(run: Run, tmp_path: Path) -> None:
    run("users", "add", "Lan", "--role", "administrator", "--no-password")
    token = run("tokens", "add", "lan", "notebook", "--scope", "write", "--days", "30").stdout.strip()
    assert token.startswith("telcon_") and len(token) > 40
    listed = run("tokens", "list").stdout
    assert "1  Lan  notebook  read and write  until 20" in listed and "never used" in listed and token not in listed
    assert "revoked: 1" in run("tokens", "revoke", "1").stdout
    assert "revoked 20" in run("tokens", "list").stdout


def test_the_log_tells_who_changed_what(run: Run, folder: Path) -> None:
    run("add", folder)
    run("users", "add", "Lan", "--role", "administrator", "--no-password")
    told = run("audit").stdout.splitlines()
    assert "user added  Lan administrator  command line" in told[0]
    assert len(told) == 6 and "page added" in told[-1]
    rows = [json.loads(line) for line in run("audit", "--output", "jsonl", "--deed", "user added").stdout.splitlines()]
    assert [(row["deed"], row["way"], row["subject"]) for row in rows] == [("user added", "command", "Lan")]
    assert len(run("audit", "--most", "2").stdout.splitlines()) == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--host", "0.0.0.0"], "telcon users add NAME --role administrator"),
        (["--trusted-proxy", "127.0.0.1"], "telcon users add NAME --role administrator"),
        (["--trust-header", "X-Remote-User"], "--trusted-proxy"),
        (["--trusted-proxy", "nowhere"], "no address of a machine or network"),
        (["--limit-logins", "many"], "it is no limit"),
    ],
)
def test_a_record_is_not_put_on_a_network_by_mistake(run: Run, folder: Path, arguments: list[str], told: str) -> None:
    run("add", folder)
    done = run("serve", *arguments)
    assert (done.exit_code, told in done.stderr) == (2, True), done.stderr
