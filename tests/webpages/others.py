"""Ten more outlets, drawn after the rules stood: what they showed at first is in docs/corpus-and-evaluation.md."""
# ruff: noqa: E501 - templates of pages are as wide as pages are.

from __future__ import annotations

from tests.webpages.drawing import MONTHS_RU, Sheet, day, each, iso, links, local, paragraphs, rich, vietnamese
from tests.webpages.stories import Story


def people(story: Story) -> Sheet:
    """Vietnamese: several article elements on the page, the day with a space before the time."""
    other = "".join(
        f"<article class='article-item'><div class='article-content'><h3 class='article-title'><a href='/'>{t}</a></h3><div class='article-excerpt'><a href='/'>{s}</a></div></div></article>"
        for t, s in story.teasers
    )
    html = f"""<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{story.headline} | {story.outlet}</title></head><body class="page-detail"><header class="header"><nav class="menu container bg-wrap"><ol class="menu-wrap">{links(story.menu)}</ol></nav></header>
<main class="body container"><div class="grid-container"><article class="singular-container"><ul class="breadcrumbs">{links(story.menu[:2])}</ul><h1 class="title-page detail">{story.headline}</h1>
<div class="author-wrap"><div class="author-meta"><div class="author-name"><a href="/"><b>{story.author}</b></a></div><time class="author-time" datetime="{story.published:%Y-%m-%d %H:%M}">{vietnamese(story.published, "{w}, {d:02}/{m:02}/{y} - {h}:{n}")}</time></div></div>
<h2 class="singular-sapo">({story.outlet}) - {story.lead}</h2><div class="singular-content">{paragraphs(story, {2: f"<figure class='image align-center'><img><figcaption><p>{story.captions[0]}</p></figcaption></figure>"})}</div>
<ul class="tags-wrap mt-30">{links(story.tags)}</ul></article><section class="article-list">{other}</section></div></main><footer class="footer">{each("<p>{}</p>", story.footer)}</footer></body></html>"""
    return Sheet(html, [f"({story.outlet}) - {story.lead}", *story.body], local(story.published))


def organ(story: Story) -> Sheet:
    """Vietnamese: boxes of related titles with summaries inside the text, a voice reader's buttons above it."""
    box = f"<div class='article-relate'><a class='cms-relate'><img></a><h4><a href='/'>{story.related[0]}</a></h4><div class='desc'>{story.teasers[0][1]}</div></div>"
    html = f"""<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{story.headline}</title><meta property="article:published_time" content="{iso(story.published)}"></head><body><div class="site-header"><ul class="menu">{links(story.menu)}</ul></div>
<div class="main-column"><div class="article"><h1 class="article__title cms-title">{story.headline}</h1><div class="article__sapo cms-desc">{story.lead}</div><div class="article__meta"><span class="cms-author">{story.author}</span><time class="time" datetime="{iso(story.published)}">{vietnamese(story.published, "{w}, ngày {d:02}/{m:02}/{y} - {h}:{n}")}</time></div>
<div class="audio"><span>Nghe đọc bài</span> <span>Giọng nữ</span> <span>1x</span></div><div class="article__body zce-content-body cms-body" itemprop="articleBody">{paragraphs(story, {3: box}, subheading="<h3>{}</h3>")}</div><div class="article__author">{story.author}</div><div class="article__tag">{links(story.tags, "<a>{}</a>")}</div></div>
<div class="timeline"><h2>Có thể bạn quan tâm</h2>{"".join(f"<div class='story'><h3><a>{t}</a></h3><div class='summary'><p>{s}</p></div></div>" for t, s in story.teasers)}</div></div><div class="site-footer">{each("<p>{}</p>", story.footer)}</div></body></html>"""
    return Sheet(html, [story.lead, *story.body], iso(story.published))


def business_agency(story: Story) -> Sheet:
    """Russian, windows-1251: headline, asides and tools inside the element that calls itself the article's body."""
    html = f"""<!DOCTYPE html><html><head><meta charset="windows-1251"><title>{story.headline}</title></head><body class="news"><header><nav class="newsmenu">{links(story.menu, "<a>{}</a>")}</nav></header><main><aside class="leftside"><a class="time" href="/news/">{story.published:%H:%M}, {story.published.day} {MONTHS_RU[story.published.month - 1]} {story.published.year}</a><div class="rubric"><a>В мире</a></div></aside>
<div class="mainblock"><article itemprop="articleBody"><h1 itemprop="headline">{story.headline}</h1><p><b>Москва. {story.published.day} марта. {story.outlet}</b> - {rich(story.lead)}</p>{paragraphs(story, {3: f"<aside class='textML'><a href='/'>{story.related[0]}</a></aside>"})}</article><div class="textML tags">{links(story.tags, "<a>{}</a>")}</div></div>
<div class="rightside"><div class="allnews"><h3>Хроника</h3>{links(story.related, "<div><span>20:01</span><a>{}</a></div>")}</div></div></main><footer>{each("<p>{}</p>", story.footer)}</footer></body></html>"""
    first = f"Москва. {story.published.day} марта. {story.outlet} - {story.lead}"
    return Sheet(html, [first, *story.body], local(story.published), charset="windows-1251")


def business_daily(story: Story) -> Sheet:
    """Russian: an intro in a paragraph of its own kind, an incut with a chronicle, the author as a paragraph."""
    incut = f"<div class='incut hide1'><p class='incut__title'>{story.labels['more']}</p><p class='incut__text'>{story.teasers[0][1]}</p></div>"
    html = f"""<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><meta property="og:title" content="{story.headline}"><meta property="og:site_name" content="{story.outlet}"><title>{story.headline} – {story.outlet}</title></head><body><div class="header_nav">{links(story.menu, "<a>{}</a>")}</div>
<article class="article_wrapper"><header class="doc_header"><div class="doc_header__time"><time class="doc_header__publish_time" datetime="{iso(story.published)}">{story.published:%d.%m.%Y, %H:%M}</time></div><h1 class="doc_header__name">{story.headline}</h1><h2 class="doc_header__subheader">{story.lead}</h2></header>
<figure class="doc_photo"><img><figcaption class="doc_photo__caption">{story.captions[0]}</figcaption></figure><div class="article_text_wrapper">{paragraphs(story, {2: incut}, paragraph="<p class='doc__text'>{}</p>", subheading="<p class='doc__text doc__text--h2'><b>{}</b></p>")}<p class="doc__text document_authors">{story.author}</p></div></article>
<section class="rubric_lenta"><h3>{story.labels["related"]}</h3>{"".join(f"<div class='rubric_lenta__item'><h2><a>{t}</a></h2><p>{s}</p></div>" for t, s in story.teasers)}</section><footer>{each("<p>{}</p>", story.footer)}</footer></body></html>"""
    return Sheet(html, [story.lead, *story.body], iso(story.published))


def television(story: Story) -> Sheet:
    """Chinese: source and time on one line, a code for telephones, the editors' names below."""
    html = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{story.headline}_{story.outlet}</title></head><body><div class="top_nav"><ul>{links(story.menu)}</ul></div><div class="page_wrap"><div class="left_column"><div class="title_area" id="title_area"><h1>{story.headline}</h1><div class="info1">来源：{story.outlet} | {story.published:%Y年%m月%d日 %H:%M:%S}</div></div>
<div class="function"><span>原标题：</span><span>扫一扫</span> <span>分享到微信</span></div><div class="content_area" id="content_area"><p>{story.lead}</p>{paragraphs(story, {1: f"<p style='text-align:center'><img></p><p style='text-align:center'>{story.captions[0]}</p>"}, subheading="<p><strong>{}</strong></p>", quote="<p>{}</p>", item="<p>{}</p>")}</div><div class="zebian"><span>编辑：李明</span> <span>责任编辑：王芳</span></div></div>
<div class="right_column"><h3>精选</h3><ul>{links(story.related)}</ul></div></div><div class="page_bottom">{each("<p>{}</p>", story.footer)}</div></body></html>"""
    return Sheet(html, [story.lead, *story.body], local(story.published))


def hashed_gateway(story: Story) -> Sheet:
    """Chinese: names with hashes, captions as paragraphs of a kind, a notice about who speaks in the text."""
    html = f"""<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><meta name="og:time" content="{story.published:%Y-%m-%d %H:%M:%S}"><title>{story.headline}_{story.outlet}</title></head><body><div id="root"><div class="index_nav_9x">{links(story.menu, "<a>{}</a>")}</div><div class="index_main_2y"><h1 class="index_title_B8mhI">{story.headline}</h1><div class="index_info_gx"><span>{story.published:%Y年%m月%d日 %H:%M:%S}</span> <span>来自北京市</span></div>
<div class="index_content_EfG"><div class="index_text_D0U1y"><p>{story.lead}</p>{paragraphs(story, {2: f"<p class='picIntro'><span>{story.captions[0]}</span></p>"}, subheading="<p><strong>{}</strong></p>", quote="<p>{}</p>", item="<p>{}</p>")}</div></div><div class="index_statement_5a">“特别声明：以上作品内容仅代表作者个人观点，不代表本平台的观点或立场，如有侵权请与我们联系。”</div>
<div class="index_list_k3">{"".join(f"<div><h4><a>{t}</a></h4><p>{s}</p></div>" for t, s in story.teasers)}</div></div><div class="index_foot_z">{each("<p>{}</p>", story.footer)}</div></div></body></html>"""
    return Sheet(html, [story.lead, *story.body], local(story.published))


def palace(story: Story) -> Sheet:
    """English: the whole text in one paragraph with line breaks, the day in words."""
    text = "<br><br>".join(rich(part, number) for number, part in enumerate(story.body))
    html = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{story.headline} | {story.outlet}</title></head><body><div class="main-header"><button>Menu</button><ul class="nav-list">{links(story.menu)}</ul></div><main id="main"><section class="section section--article"><h1>{story.headline}</h1><p class="head">{story.published.day} {story.published:%B %Y}</p><p class="chapo-x">{story.lead}</p>
<div class="reset-last-space"><div class="grid"><div class="column"><div class="text-editor"><p>{text}</p></div></div></div></div></section><section class="section section--push"><h2>Also read</h2>{"".join(f"<a class='card' href='/'><span>{t}</span> <p>{s}</p></a>" for t, s in story.teasers)}</section></main><footer>{each("<p>{}</p>", story.footer)}</footer></body></html>"""
    return Sheet(html, [story.lead, *story.body], day(story.published))


def corporation(story: Story) -> Sheet:
    """English: every paragraph in a component of its own, with links and pictures in theirs."""
    block = "<div data-component='text-block' class='sc-1'><div class='sc-2'>{}</div></div>"
    more = f"<div data-component='links-block' class='sc-1'><p class='sc-9'>More on this story</p><ul>{links(story.related[:2])}</ul></div>"
    html = f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{story.headline} - {story.outlet}</title><script type="application/ld+json">{{"@context":"http://schema.org","@type":"ReportageNewsArticle","headline":"{story.headline}","datePublished":"{story.published:%Y-%m-%dT%H:%M:%S.000Z}","publisher":{{"@type":"NewsMediaOrganization","name":"{story.outlet}"}}}}</script></head><body><div id="__next"><header><nav>{links(story.menu)}</nav></header><main id="main-content"><article class="sc-0"><div data-component="headline-block" class="sc-1"><h1 class="sc-h">{story.headline}</h1></div>
<div data-component="byline-block" class="sc-1"><time datetime="{story.published:%Y-%m-%dT%H:%M:%S.000Z}">3 hours ago</time> <div><span>{story.author.removeprefix("By ")}</span> <span>Diplomatic correspondent</span></div></div><div data-component="image-block"><figure><img><figcaption>{story.captions[0]}</figcaption></figure></div>{block.replace("{}", f"<p><b>{story.lead}</b></p>")}
{paragraphs(story, {3: more}, paragraph=block.replace("{}", "<p>{}</p>"), subheading="<div data-component='subheadline-block' class='sc-1'><h2>{}</h2></div>", quote=block.replace("{}", "<p>{}</p>"), item=block.replace("{}", "<ul><li>{}</li></ul>"))}<div data-component="topic-list-block">{links(story.tags, "<a>{}</a>")}</div></article></main>
<div data-component="nevada-grid-section"><h2>{story.labels["most"]}</h2>{"".join(f"<div data-testid='card'><a><h2>{t}</h2><p>{s}</p></a></div>" for t, s in story.teasers)}</div><footer>{each("<p>{}</p>", story.footer)}</footer></div></body></html>"""
    return Sheet(html, [story.lead, *story.body], iso(story.published))


def external_affairs(story: Story) -> Sheet:
    """English: pasted from a word processor; place and day as a signature at the end."""
    html = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{story.outlet}</title></head><body><form id="aspnetForm"><div id="topMenu"><ul>{links(story.menu)}</ul></div><div class="middleBlock"><table width="100%"><tr><td><div id="innerContent"><h3 class="mb-3">{story.headline}</h3><div class="date">{story.published:%B} {story.published.day:02}, {story.published.year}</div>
<p class="MsoNormal" style="text-align:justify"><span lang="EN-IN">{story.lead}<o:p></o:p></span></p>{paragraphs(story, paragraph="<p class='MsoNormal' style='text-align:justify'><span lang='EN-IN'>{}<o:p></o:p></span></p><p class='MsoNormal'><o:p>&nbsp;</o:p></p>", subheading="<p class='MsoNormal'><b>{}</b></p>", quote="<p class='MsoNormal'>{}</p>", item="<p class='MsoNormal'>{}</p>")}
<p class="MsoNormal"><b>New Delhi<br>{story.published:%B} {story.published.day}, {story.published.year}</b></p></div></td></tr></table><div class="goback"><a>Go Back</a></div></div><div id="footer">{each("<p>{}</p>", story.footer)}</div></form></body></html>"""
    return Sheet(html, [story.lead, *story.body], day(story.published))


def review(story: Story) -> Sheet:
    """Chinese: a comment site; the time beside the source, readers' comments in long sentences at the side."""
    html = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="description" content="{story.lead}"><title>{story.headline}</title></head><body><div class="nav-box">{links(story.menu, "<a>{}</a>")}</div><div class="content"><ul class="two-coloum fix"><li class="left left-main"><h3>{story.headline}</h3><div class="time fix"><span>{story.published:%Y-%m-%d %H:%M:%S}</span><span>来源：{story.outlet}</span></div><div class="key-word fix">关键字：{links(story.tags, "<a>{}</a>")}</div>
<div class="content all-txt"><p>{story.lead}</p>{paragraphs(story, subheading="<p><strong>{}</strong></p>", quote="<p>{}</p>", item="<p>{}</p>")}</div><p class="g-warn">本文系{story.outlet}独家稿件，未经授权，不得转载。</p><div class="user-main">{each("<div class='user-item'><h5>网友</h5><p>{}</p></div>", story.comments)}</div></li><li class="right">{links(story.related, "<h4><a>{}</a></h4>")}</li></ul></div><div class="foot-box">{each("<p>{}</p>", story.footer)}</div></body></html>"""
    return Sheet(html, [story.lead, *story.body], local(story.published))


OUTLETS = {
    "vi": {"Dân Mẫu": people, "Báo Đảng Mẫu": organ},
    "ru": {"Образец-Факс": business_agency, "Деловая газета": business_daily},
    "zh": {"样本台": television, "样本凤凰": hashed_gateway, "样本观察": review},
    "en": {"Sample Palace": palace, "SBC": corporation, "Ministry of Samples": external_affairs},
}
