"""Pages with articles, written by hand."""

from __future__ import annotations

from hashlib import sha256

from telcon.contacts import Article, FiledPage, make_article
from telcon.model.spans import Span
from telcon.model.texts import Line, Role

CALL = (
    "The two presidents spoke for an hour on Tuesday evening, their first conversation since the spring, and both "
    "sides published accounts of it within minutes of each other.",
    "Most of the talk was given over to the harbour works, which have stood still since the contractor went bankrupt "
    "and left four hundred men without wages.",
    "An adviser who listened in said the mood was businesslike rather than warm, and that neither leader raised the "
    "matter of the seized trawlers until the very end.",
    "They agreed that their ministers should meet before the month is out, though no place has been found that suits "
    "both of them.",
    "Fishermen on the northern shore greeted the news with a shrug: promises of that kind have been made to them every "
    "autumn for six years.",
)
OTHER = (
    "For sixty minutes on Tuesday the heads of state had each other on the line, after months in which letters alone "
    "passed between their offices.",
    "The port that nobody finishes building took up the larger part, according to people familiar with what was said.",
    "Ships held by the coast guard came up only as the receivers were about to be put down, one of them added.",
    "A session of ministers is to follow within weeks; three cities have offered themselves so far.",
)
CHINESE = (
    "两国领导人星期二晚间通话约一个小时，这是今年春天以来双方第一次直接交谈，两边随后几乎同时发表了各自的说明。",
    "谈话的大部分时间用在港口工程上，承包商破产以后工地一直停工，四百名工人至今没有拿到工资。",
    "旁听的顾问说气氛务实而不热烈，直到最后双方才提到被扣押的渔船。",
    "双方同意部长们在月底以前会面，不过还没有找到大家都方便的地点。",
)
CHINESE_OTHER = (
    "据知情人士透露，双方元首在电话里谈了六十分钟，此前几个月只有书信往来。",
    "迟迟未能完工的码头是主要话题，海岸警卫队扣留的船只只在快挂断时才被提起。",
    "后续的部长级会议预计几周内举行，目前已有三座城市表示愿意承办。",
)
FIGURES = (
    "The two presidents spoke for 48 minutes on 14 May, for the first time since the accident of 2019 in which 27 "
    "sailors died.",
    "The harbour is to take 350 ships a year from 2031 on; 60 per cent of the money is there.",
)
FIGURES_TRANSLATED = (
    "Hai tổng thống trao đổi trong 48 phút hôm 14/5, lần đầu tiên kể từ vụ tai nạn năm 2019 khiến 27 thủy thủ tử nạn.",
    "Cảng sẽ đón 350 lượt tàu mỗi năm từ 2031; đã có 60% kinh phí.",
)
SAID = (
    "“We shall not let a few trawlers stand between two neighbours who have kept the peace for eighty years, and who "
    "mean to keep it for eighty more”"
)
NOTICE = (
    "Readers of this paper may write to the editors at any time of the day, and every letter that is signed with a "
    "name and an address will be answered within a week by a member of the staff."
)


def page(
    *paragraphs: str,
    title: str = "Presidents talk",
    name: str = "",
    outlet: str | None = None,
    url: str | None = None,
    published: str | None = None,
    credited: str = "",
    furniture: str = "",
    language: str = "en",
) -> FiledPage:
    """A page with a headline and a body, and furniture below; whom it credits is parted by `; `."""
    credited_to = tuple(filter(None, credited.split("; ")))
    text, lines, place = "\n".join((title, *paragraphs, furniture)), [], 0
    for number, line in enumerate(text.split("\n"), start=1):
        role = Role.HEADLINE if number == 1 else Role.MENU if line == furniture else Role.BODY
        lines.append(Line(number, Span(place, place + len(line)), role if line else Role.BLANK))
        place += len(line) + 1
    digest = sha256(text.encode()).hexdigest()
    found = name or digest[:8]
    return FiledPage(digest, found, found, url, title, outlet, published, language, text, tuple(lines), credited_to)


def article(*paragraphs: str, name: str, **shown: str) -> Article:
    """The article of such a page."""
    return make_article(name, page(*paragraphs, name=name, **shown))
