"""The language of a page, from whole articles down to two words."""

from __future__ import annotations

import subprocess
import sys
import unicodedata

import pytest

from telcon.languages import identify

VIETNAMESE = "Tối qua, Tổng thống Nga và Chủ tịch Trung Quốc đã điện đàm hơn một giờ về tình hình khu vực."
SPAM = "免费注册送彩金，点击这里立即领取红包！"

SENTENCES = [
    ("vi", VIETNAMESE),
    ("vi", "Tổng thống Mỹ"),
    ("vi", "Điện đàm Nga - Mỹ"),
    ("vi", "Tong thong Nga va Chu tich Trung Quoc da dien dam hon mot tieng vao toi qua."),
    ("vi", unicodedata.normalize("NFD", VIETNAMESE)),
    ("vi", VIETNAMESE.upper()),
    ("vi", VIETNAMESE.encode().decode("cp1252", "replace")),
    ("vi", VIETNAMESE.encode().decode("latin-1")),
    ("vi", f"{SPAM}\n" * 2 + f"{VIETNAMESE}\n" * 8),
    (
        "vi",
        "Home | World | Business | Sport\nSign in\n" + VIETNAMESE * 3 + "\nhttps://example.org/a/very/long/path.html",
    ),
    ("en", "The two leaders spoke by phone for over an hour on Tuesday."),
    (
        "en",
        "The Vietnamese leader Tô Lâm spoke with President Võ Văn Thưởng in Hà Nội on Monday about trade and security.",
    ),
    ("en", "PUTIN AND TRUMP SPEAK BY PHONE, KREMLIN SAYS"),
    ("ru", "Президент России провёл телефонный разговор с председателем КНР."),
    ("ru", "Они обсудили поставки газа и договорились о новой встрече."),
    ("ru", "Президент провел телефонный разговор с премьером.".encode().decode("cp1252", "replace")),
    ("uk", "Президент України поговорив телефоном із канцлером Німеччини."),
    ("be", "Прэзідэнт Беларусі пагаварыў па тэлефоне з прэзідэнтам Расіі ў аўторак."),
    ("bg", "Президентът разговаря по телефона с канцлера на Германия."),
    ("zh", "两国领导人昨晚通电话。"),
    ("zh", "兩國領導人昨晚通電話。"),
    ("zh", "习近平同普京通电话 Xi Jinping Vladimir Putin"),
    ("ja", "日本の首相は昨夜、大統領と電話会談を行った。"),
    ("ko", "한국 대통령이 전화 통화를 했다."),
    ("th", "ผู้นำสองประเทศคุยโทรศัพท์กันเมื่อคืนนี้"),
    ("fr", "Les deux dirigeants se sont parlé mardi au téléphone."),
    ("de", "Die beiden Präsidenten telefonierten am Dienstag länger als eine Stunde."),
    ("es", "Los dos presidentes hablaron por teléfono el martes."),
    ("id", "Kedua pemimpin itu berbicara lewat telepon pada hari Selasa malam."),
    ("ro", "Cei doi președinți au discutat marți la telefon timp de o oră și au căzut de acord."),
    ("el", "Οι δύο ηγέτες μίλησαν στο τηλέφωνο."),
]


@pytest.mark.parametrize(("language", "text"), SENTENCES, ids=lambda value: value[:30])
def test_languages(language: str, text: str) -> None:
    assert identify(text) == language


@pytest.mark.parametrize(
    "text", ["", " \n", "12345 !!! 10:46", "a", "https://example.org/tin-tuc/dien-dam", "qwrtp zxcv", "🙂🙂"]
)
def test_what_cannot_be_told(text: str) -> None:
    assert identify(text) == ""


def test_a_long_page_is_sampled() -> None:
    assert identify("Menu\n" * 3000 + VIETNAMESE * 30_000) == "vi"


ENGLISH = (
    "The leaders of the two countries spoke with each other on Tuesday, and the talks between them, which lasted for "
    "more than an hour, dealt with grain and with the fate of the old agreement, an official said.\n"
)
FRENCH = (
    "Les deux dirigeants se sont parlé mardi au téléphone pendant plus d’une heure, et leur entretien a porté sur les "
    "céréales ainsi que sur le sort de l’ancien accord, a indiqué un responsable.\n"
)


def test_a_page_of_mostly_another_language_is_not_english_for_its_small_words() -> None:
    assert identify(FRENCH * 4 + ENGLISH) == "fr"
    assert identify(FRENCH + ENGLISH * 4) == "en"


@pytest.mark.parametrize("text", ["Điện đàm tối qua", ENGLISH])
def test_what_letters_and_small_words_tell_loads_no_model(text: str) -> None:
    code = f"import sys, telcon.languages; telcon.languages.identify({text!r}); print('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
