"""Whom the roster knows: who held which office when, how papers print their names, and words that are nobody's."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.mentions.reading import find_namings

from telcon.model.contacts import Office
from telcon.model.mentions import How
from telcon.roster import load_roster

ROSTER = load_roster()
FOLDER = Path(__file__).parent


def lines(name: str) -> list[str]:
    text = (FOLDER / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("line", lines("holders.txt"))
def test_an_office_was_held_by(line: str) -> None:
    role, country, day, name = line.split(maxsplit=3)
    assert name in [person.name for person in ROSTER.holder(Office(role), country, day)]


@pytest.mark.parametrize("line", lines("names.txt"))
def test_a_form_names(line: str) -> None:
    form, _, rest = line.partition(" => ")
    name, _, day = rest.partition(" @ ")
    assert ROSTER.named(form, day)[0].name == name


@pytest.mark.parametrize(
    "sentence",
    [
        "Ban Chấp hành Trung ương họp tại trụ sở.",
        "Thường trực Ban Bí thư nghe báo cáo.",
        "Hạ tầng giao thông được đầu tư.",
        "Cao tốc thông xe vào tháng 5.",
        "Liên kết vùng là hướng đi đúng.",
        "Giải pháp này cần thêm thời gian.",
        "Tiền lương tăng từ ngày mai.",
        "Chiến tranh gây nhiều đau thương.",
        "Diễn đàn bàn về chuyển đổi số.",
        "Khai mạc hội chợ sách mùa thu.",
        "Mười năm trôi qua rất nhanh.",
        "Song hai đội vẫn hòa nhau.",
    ],
)
def test_common_words_name_nobody(sentence: str) -> None:
    assert [sentence[naming.start : naming.stop] for naming in find_namings(sentence) if naming.persons] == []


@pytest.mark.parametrize("sentence", ["May quá, mọi người đều bình an.", "Mori là một họ của Nhật Bản."])
def test_a_short_form_alone_is_not_a_name(sentence: str) -> None:
    assert all(naming.how is not How.NAME for naming in find_namings(sentence) if naming.persons)
