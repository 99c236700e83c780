"""Which addresses are asked for at all."""

from __future__ import annotations

import httpx
import pytest

from telcon.fetching import FetchError, is_address
from telcon.fetching.addresses import is_same_site, origin_of, parse_address
from telcon.fetching.networks import tell_private

REFUSED = {
    "ftp://example.org/a": "`ftp` is not read",
    "file:///etc/passwd": "`file` is not read",
    "javascript:alert(1)": "`javascript` is not read",
    "https://user:word@example.org/": "a user name or password",
    "https://user@example.org/": "a user name or password",
    "https://exa\x00mple.org/": "control characters",
    "https://example.org/a\r\nHost: other": "control characters",
    "https://example.org/\u202egnp": "control characters",
    "https://": "it is no address",
    "https:///path": "it is no address",
    "https://[::1/": "it is no address",
    "https://example.org:99999/": "it is no address",
    "https://example.org:25/": "port 25",
    "https://example.org/" + "a" * 3000: "longer than 2048",
}


@pytest.mark.parametrize(("address", "reason"), REFUSED.items(), ids=map(ascii, REFUSED))
def test_addresses_that_are_refused(address: str, reason: str) -> None:
    with pytest.raises(FetchError, match=reason) as caught:
        parse_address(address)
    assert not caught.value.may_pass


def test_addresses_are_brought_into_one_form() -> None:
    assert str(parse_address(" HTTPS://Example.ORG:443/a#part\n")) == "https://example.org/a"
    assert str(parse_address("http://báo.vn/tin")) == "http://xn--bo-mia.vn/tin"
    assert str(parse_address("../b?c=d", base=httpx.URL("https://example.org/x/y/"))) == "https://example.org/x/b?c=d"
    assert str(parse_address("//other.org/b", base=httpx.URL("https://example.org/"))) == "https://other.org/b"


def test_addresses_are_told_from_paths() -> None:
    assert is_address("HTTPS://example.org")
    assert not is_address("pages/https")
    assert not is_address("ftp://example.org")


def test_origins_and_sites() -> None:
    url = httpx.URL
    assert origin_of(url("https://example.org:8443/a?b")) == "https://example.org:8443"
    assert is_same_site(url("https://www.example.org/a"), url("http://en.example.org/b"))
    assert not is_same_site(url("https://example.org/a"), url("https://badexample.org/b"))
    assert not is_same_site(url("https://a.example.org/"), url("https://b.example.org/"))


PRIVATE = {
    "127.0.0.1": "this machine itself",
    "::1": "this machine itself",
    "0.0.0.0": "no address at all",
    "10.1.2.3": "a private address",
    "172.16.0.1": "a private address",
    "192.168.1.1": "a private address",
    "100.64.0.1": "a private address",
    "169.254.169.254": "a link-local address",
    "fe80::1%eth0": "a link-local address",
    "fc00::1": "a private address",
    "fec0::1": "a private address",
    "224.0.0.1": "a multicast address",
    "ff02::1": "a multicast address",
    "240.0.0.1": "a private address",
    "255.255.255.255": "a private address",
    "192.0.2.7": "a private address",
    "::ffff:127.0.0.1": "this machine itself",
    "::ffff:10.0.0.1": "a private address",
    "2002:7f00:1::": "this machine itself",
    "64:ff9b::a00:1": "a private address",
}


@pytest.mark.parametrize(("address", "kind"), PRIVATE.items())
def test_addresses_that_are_no_part_of_the_public_network(address: str, kind: str) -> None:
    assert tell_private(address) == kind


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "64:ff9b::808:808", "::ffff:8.8.8.8"])
def test_addresses_of_the_public_network(address: str) -> None:
    assert tell_private(address) is None
