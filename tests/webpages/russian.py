"""Pages in the manner of Russian-language outlets and offices."""

# ruff: noqa: E501 - templates of pages are as wide as pages are.
from __future__ import annotations

from tests.webpages.drawing import Sheet, day, each, iso, linked_data, links, local, paragraphs, rich, russian
from tests.webpages.stories import Story


def agency(story: Story) -> Sheet:
    """An agency's page as a framework draws it: names with hashes, the dateline in the first paragraph."""
    label = story.labels
    first = f"МОСКВА, {story.published.day} марта. /{story.outlet}/. "
    text = paragraphs(story, paragraph='<p class="Paragraph_paragraph__9WAFK">{}</p>')
    text = text.replace('<p class="Paragraph_paragraph__9WAFK">', f'<p class="Paragraph_paragraph__9WAFK">{first}', 1)
    html = f"""<!DOCTYPE html><html lang="ru"><head><meta charSet="utf-8"/><title>{story.headline} - {story.outlet}</title>
<meta property="og:title" content="{story.headline}"/><meta property="og:site_name" content="{story.outlet}"/>{linked_data(story, datePublished=story.published.strftime("%Y-%m-%dT%H:%M:%S.000Z").replace(f"T{story.published:%H}", f"T{(story.published.hour - 3) % 24:02}") if story.published.hour >= 3 else iso(story.published))}</head>
<body><div id="__next"><header class="Header_header__XN4Mn"><div class="Header_menu__1xjTt">{links(story.menu, "<a class='Header_link__x'>{}</a>")}</div></header>
<main class="ContentPage_main__5Xc"><article><div class="NewsHeader_header__Nvu"><div class="NewsHeader_titles__l"><h1 class="NewsHeader_title__6lbF">{story.headline}</h1></div>
<div class="PublishedMark_date__LG42P">{russian(story.published, "{d} {m}, {h}:{n}")}</div><div class="NewsHeader_lead__jN">{story.lead}</div></div>
<div class="MediaWrapper_x"><img src="a.jpg"/><div class="MediaWrapper_caption__2f">{story.captions[0]}</div></div>
<div class="Content_content__1d">{text}<div class="Embed_related__y"><div class="Embed_title__u">{label["more"]}</div><a>{story.related[0]}</a></div></div>
<div class="Tags_container__s">{links(story.tags, "<a class='Tags_tag__k'>{}</a>")}</div></article></main>
<div class="MoreNews_list__q">{"".join(f"<a class='MoreNews_item__w'><span>{t}</span><span>{s}</span></a>" for t, s in story.teasers)}</div>
<footer class="Footer_footer__p">{each("<div>{}</div>", story.footer)}</footer></div></body></html>"""
    body = story.body
    return Sheet(html, [story.lead, first + body[0], *body[1:]], iso(story.published))


def residence(story: Story) -> Sheet:
    """A head of state's site: microformats, the day in `datetime` and the time in words."""
    html = f"""<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>{story.headline} • {story.outlet}</title></head><body>
<div class="header"><a href="/">{story.outlet}</a><nav role="navigation"><ul>{links(story.menu)}</ul></nav></div>
<div class="wrapsite"><div class="content-wrapper"><div class="read hentry h-entry"><div class="read__in"><div class="read__content">
<h1 class="entry-title p-name">{story.headline}</h1><div class="read__lead entry-summary p-summary">{story.lead}</div>
<div class="read__published"><time class="published dt-published" datetime="{day(story.published)}" itemprop="datePublished">{russian(story.published, "{d} {m} {y} года")}</time><i class="read__time">{story.published:%H:%M}</i><i class="read__place p-location">Москва, Кремль</i></div>
<div class="read__tags masha-ignore"><div class="read__tagscol"><h3>{story.labels["tags"]}</h3><ul>{links(story.tags)}</ul></div></div>
<div class="entry-content e-content read__internal_content">{paragraphs(story)}</div>
<div class="read__bottommeta"><h3>Статус материала</h3><p>Опубликован в разделе: <a>Новости</a></p><p>Дата публикации: <strong>{russian(story.published)}</strong></p><p>Ссылка на материал: <a>gov.example/d/1</a></p></div>
</div></div></div><div class="read__also"><h3>{story.labels["related"]}</h3>{"".join(f"<div class='hentry'><h4><a>{t}</a></h4><p>{s}</p></div>" for t, s in story.teasers[:2])}</div></div></div>
<div class="footer">{each("<p>{}</p>", story.footer)}</div></body></html>"""
    return Sheet(html, [story.lead, *story.body], local(story.published))


def wire(story: Story) -> Sheet:
    """Text in blocks of divs, with blocks of other kinds between them; a list of all news at the side."""
    other = (
        f"<div class='article__block' data-type='article'><div class='article__article'><a class='article__article-title'>{story.related[0]}</a>"
        f"<div class='article__article-info'>{russian(story.published, '{d} {m}, {h}:{n}')}</div></div></div>"
        "<div class='article__block' data-type='banner'><div class='banner'>Реклама</div></div>"
    )
    block = "<div class='article__block' data-type='{t}'><div class='article__{t}'>{}</div></div>"
    html = f"""<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>{story.headline} - {story.outlet}, {russian(story.published, "{d}.03.{y}")}</title>
<meta property="article:published_time" content="{story.published:%Y%m%dT%H%M}"><meta property="og:title" content="{story.headline}"><meta property="og:site_name" content="{story.outlet}"></head>
<body class="m-article"><div class="header"><div class="header__menu">{links(story.menu, "<div class='header__menu-item'><a>{}</a></div>")}</div></div>
<div class="layout-article"><div class="layout-article__600-align"><div class="article__header"><div class="article__info"><div class="article__info-date"><a>{story.published:%H:%M %d.%m.%Y}</a> <span class="article__info-date-modified">(обновлено: {story.published:%H}:59 {story.published:%d.%m.%Y})</span></div></div>
<div class="article__title">{story.headline}</div><h1 class="article__second-title">{story.lead}</h1>
<div class="article__announce"><div class="photoview__open"><img alt="x"><span class="photoview__open-info">{story.captions[0]}</span></div></div></div>
<div class="article__body js-mediator-article">{paragraphs(story, {2: other, 5: other}, **{kind: block.replace("{t}", name) for kind, name in (("paragraph", "text"), ("subheading", "h2"), ("quote", "quote-text"), ("item", "list"))})}</div>
<div class="article__tags">{links(story.tags, "<a class='article__tags-item'>{}</a>")}</div></div></div>
<div class="lenta"><div class="lenta__title">Лента новостей</div>{links([*story.related, *(t for t, _ in story.teasers)], "<div class='lenta__item'><a><span class='lenta__item-text'>{}</span><span class='lenta__item-date'>19:02</span></a></div>")}</div>
<div class="footer">{each("<div>{}</div>", story.footer)}</div></body></html>"""
    return Sheet(html, [story.lead, *story.body], local(story.published))


def old_paper(story: Story) -> Sheet:
    """Windows-1251, fonts, paragraphs that are never closed, capitals; declared in a meta element alone."""
    html = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><title>{story.outlet}: {story.headline}</title></head>
<body bgcolor=#ffffff><table width=100%><tr><td>{links(story.menu, "[<a href='x.html'>{}</a>]")}</td></tr></table>
<table><tr><td valign=top width=20%><font size=-1>{links(story.related, "<p><a href='x.html'>{}</a>")}</font></td><td valign=top>
<font color=gray>{story.published:%d.%m.%Y %H:%M}</font><h2>{story.headline}</h2><b>{story.lead}</b>
{paragraphs(story, paragraph="<p align=justify>{}", subheading="<p><b>{}</b>", quote="<p><i>{}</i>", item="<li>{}")}
<p align=right><i>{story.author}</i></td></tr></table><hr><font size=1>{"<br>".join(story.footer)}</font></body></html>"""
    return Sheet(html, [story.lead, *story.body], local(story.published), charset="windows-1251")


def portal(story: Story) -> Sheet:
    """A news portal of the kind with boxes of further reading inside the text, and an endless ribbon below."""
    box = f"<div class='box-inline-topic'><a class='box-inline-topic__link'><div class='card'><span class='box-inline-topic__title'>{story.related[1]}</span></div></a></div>"
    next_one = "".join(f"<p class='topic-body__content-text'>{text}</p>" for _, text in story.teasers)
    html = f"""<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>{story.headline}: Политика: Мир: {story.outlet}</title>{linked_data(story)}</head><body>
<div class="header"><ul class="menu">{links(story.menu)}</ul></div><main><div class="topic-page__container"><div class="topic-page__header"><a class="topic-header__time" href="/2025/">{russian(story.published, "{h}:{n}, {d} {m} {y}")}</a><a class="topic-header__rubric">Мир</a></div>
<h1 class="topic-body__titles"><span class="topic-body__title">{story.headline}</span></h1><h2 class="topic-body__title-yandex">{story.lead}</h2>
<div class="topic-authors"><a class="topic-authors__author"><span class="topic-authors__name">{story.author}</span><span class="topic-authors__job">(редактор)</span></a></div>
<div class="topic-body _news"><figure class="picture"><img><figcaption class="description topic-page__title-image-description"><p class="description__caption">{story.captions[0]}</p></figcaption></figure>
<div class="topic-body__content">{paragraphs(story, {3: box}, paragraph="<p class='topic-body__content-text'>{}</p>")}</div></div>
<div class="comments"><div class="comments__title">{story.labels["comments"]}</div>{each("<div class='comments__text'>{}</div>", story.comments)}</div></div>
<div class="topic-page__container topic-next"><h2>{story.teasers[0][0]}</h2><div class="topic-body__content">{next_one}</div></div></main><footer>{each("<p>{}</p>", story.footer)}</footer></body></html>"""
    return Sheet(html, [story.lead, *story.body], iso(story.published))


def ministry(story: Story) -> Sheet:
    """A ministry's site on a common engine: text in a div with br between paragraphs, nothing declared."""
    text = "<br />\n<br />\n".join(rich(part, number) for number, part in enumerate(story.body))
    html = f"""<!DOCTYPE html><html><head><meta charset="UTF-8"><title>{story.headline} - {story.outlet}</title></head><body><div id="panel"></div>
<div class="top-line"><div class="bx-breadcrumb"><div class="bx-breadcrumb-item"><a>Главная</a></div><div class="bx-breadcrumb-item"><a>Новости</a></div></div></div>
<div class="bx_left_sidebar"><ul>{links(story.menu)}</ul></div><div class="bx_content_section"><div class="news-detail"><span class="news-date-time">{story.published:%d.%m.%Y %H:%M}</span>
<h3>{story.headline}</h3><img class="detail_picture" alt="x" title="x"><b>{story.lead}</b><br /><br />{text}<div style="clear:both"></div><br /><div class="news-detail-share"><noindex>Поделиться</noindex></div></div>
<p><a href="/news/">Возврат к списку</a></p></div><div class="footer-wrap">{each("<span>{}</span><br>", story.footer)}</div></body></html>"""
    return Sheet(html, [story.lead, *story.body], local(story.published))


def regional(story: Story) -> Sheet:
    """A well-known open engine, seventh release: fields within fields, who wrote it and when on one line."""
    html = f"""<!DOCTYPE html><html lang="ru" dir="ltr" prefix="content: http://purl.org/rss/1.0/modules/content/ dc: http://purl.org/dc/terms/"><head><meta charset="utf-8" /><title>{story.headline} | {story.outlet}</title><meta name="dcterms.date" content="{iso(story.published)}" /></head>
<body class="html not-front one-sidebar sidebar-second page-node node-type-news"><div id="page"><div id="header"><div id="name-and-slogan">{story.outlet}</div></div><div id="main-menu" class="navigation"><ul class="links">{links(story.menu)}</ul></div>
<div id="main"><div id="content" class="column"><a id="main-content"></a><h1 class="title" id="page-title">{story.headline}</h1>
<div id="node-77" class="node node-news node-promoted clearfix"><div class="meta submitted"><span property="dc:date dc:created" content="{iso(story.published)}">{story.author} - {story.published:%d/%m/%Y - %H:%M}</span></div>
<div class="content clearfix"><div class="field field-name-field-lead field-type-text-long field-label-hidden"><div class="field-items"><div class="field-item even">{story.lead}</div></div></div>
<div class="field field-name-body field-type-text-with-summary field-label-hidden"><div class="field-items"><div class="field-item even" property="content:encoded">{paragraphs(story)}</div></div></div>
<div class="field field-name-field-tags field-type-taxonomy-term-reference"><div class="field-label">{story.labels["tags"]}:&nbsp;</div><div class="field-items">{links(story.tags, "<div class='field-item'><a>{}</a></div>")}</div></div></div>
<div id="comments" class="comment-wrapper"><h2 class="title">{story.labels["comments"]}</h2>{each("<div class='comment'><div class='content'><p>{}</p></div></div>", story.comments)}</div></div></div>
<div id="sidebar-second" class="column sidebar"><div class="block block-views"><h2>{story.labels["most"]}</h2>{"".join(f"<div class='views-row'><a>{t}</a><p>{s}</p></div>" for t, s in story.teasers)}</div></div></div>
<div id="footer-wrapper">{each("<p>{}</p>", story.footer)}</div></div></body></html>"""
    return Sheet(html, [story.lead, *story.body], iso(story.published))


def wrongly_declared(story: Story) -> Sheet:
    """Written in windows-1251, and says that it is UTF-8; so does the server."""
    html = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{story.headline}</title></head><body><div class="hd">{links(story.menu, "<a>{}</a> | ")}</div>
<div class="cnt"><h1>{story.headline}</h1><p class="date">{russian(story.published, "{d} {m} {y}, {h}:{n}")}</p><p class="anons">{story.lead}</p>{paragraphs(story)}
<p class="src">Источник: {story.outlet}</p></div><div class="btm">{each("<p>{}</p>", story.footer)}</div></body></html>"""
    return Sheet(html, [story.lead, *story.body], local(story.published), charset="windows-1251", header="utf-8")


OUTLETS = {
    "Образец-Пресс": agency,
    "Президент Образцовии": residence,
    "Новости Образца": wire,
    "Старая газета": old_paper,
    "Портал Образец": portal,
    "Министерство Образцовии": ministry,
    "Вестник области": regional,
    "Голос района": wrongly_declared,
}
