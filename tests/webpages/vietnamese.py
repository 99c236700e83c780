"""Pages in the manner of Vietnamese outlets and offices."""

# ruff: noqa: E501 - templates of pages are as wide as pages are.
from __future__ import annotations

from tests.webpages.drawing import Sheet, day, each, iso, linked_data, links, local, paragraphs, rich, vietnamese
from tests.webpages.stories import Story


def daily(story: Story) -> Sheet:
    """A large daily: description above the article's element, pictures in tables, the author's name as a paragraph."""
    label = story.labels
    picture = (
        f"<figure class='tplCaption action_thumb'><picture><img src='a.jpg'></picture>"
        f"<figcaption><p class='Image'>{story.captions[0]}</p></figcaption></figure>"
    )
    html = f"""<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8">
<title>{story.headline} - {story.outlet}</title>
<meta name="pubdate" content="{iso(story.published)}"><meta property="og:site_name" content="{story.outlet.lower()}.example">
<meta property="og:title" content="{story.headline} - {story.outlet}">{linked_data(story)}</head><body>
<header class="section top-header"><div class="container"><a class="logo" href="/"><img alt="logo"></a>
<span class="time-now">{vietnamese(story.published, "{w}, {d}/{m}/{y}")}</span></div></header>
<section class="section wrap-main-nav"><nav class="main-nav"><ul class="parent">{links(story.menu)}</ul></nav></section>
<section class="section page-detail"><div class="container"><div class="sidebar-1">
<div class="header-content width_common"><ul class="breadcrumb" data-campaign="Header">{links(story.menu[2:3])}</ul>
<span class="date">{vietnamese(story.published, "{w}, {d}/{m}/{y}, {h}:{n} (GMT+7)")}</span></div>
<h1 class="title-detail">{story.headline}</h1>
<p class="description">{rich(story.lead)}</p>
<article class="fck_detail ">{paragraphs(story, {2: picture}, paragraph='<p class="Normal">{}</p>')}
<p class="Normal" style="text-align:right;"><strong>{story.author}</strong></p></article>
<ul class="list-news hidden" id="list-news">{links(story.related[:2])}</ul>
<div class="footer-content"><a href="#">{label["share"]}</a></div>
<div class="width_common tag_box"><h4 class="item-tag-title">{label["tags"]}</h4>{links(story.tags, "<h4 class='item-tag'><a>{}</a></h4>")}</div>
<div id="box_comment_vne" class="box_comment_vne"><h3>{label["comments"]} (2)</h3>
{each("<div class='comment_item'><p class='full_content'>{}</p><span>2 giờ trước</span></div>", story.comments)}</div></div>
<div class="sidebar-2"><div class="box-category"><h2 class="title-box-category">{label["most"]}</h2>
{"".join(f"<article class='item-news'><h3 class='title-news'><a href='/'>{t}</a></h3><p class='description'>{s}</p></article>" for t, s in story.teasers)}
</div></div></div></section><footer class="footer container">{each("<p>{}</p>", story.footer)}</footer></body></html>"""
    return Sheet(html, [story.lead, *story.body], iso(story.published))


def youth_paper(story: Story) -> Sheet:
    """Lead as h2, boxes of related titles inside the article, captions within divs."""
    label = story.labels
    box = (
        f"<div class='VCSortableInPreviewMode' type='RelatedOneNews'><a class='VCObjectBoxRelatedNewsItemTitle' href='/'>"
        f"{story.related[0]}</a><span class='VCObjectBoxRelatedNewsItemSapo'>{story.teasers[0][1]}</span></div>"
    )
    picture = f"<div class='VCSortableInPreviewMode' type='Photo'><img src='b.jpg'><div class='PhotoCMS_Caption'><p>{story.captions[0]}</p></div></div>"
    html = f"""<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{story.headline}</title>
<meta property="article:published_time" content="{story.published:%Y-%m-%dT%H:%M:%S}"><meta property="og:title" content="{story.headline}">
</head><body><div class="header__nav"><div class="menu-nav">{links(story.menu, "<a class='nav-link' href='/'>{}</a>")}</div></div>
<div class="detail__main"><div class="detail-cate"><a href="/">{story.menu[2]}</a></div>
<h1 class="detail-title article-title" data-role="title">{story.headline}</h1>
<div class="detail-author-bar"><div class="author-info"><a class="name">{story.author}</a></div>
<div class="detail-time"><div data-role="publishdate">{vietnamese(story.published, "{d:02}/{m:02}/{y} {h}:{n} GMT+7")}</div></div></div>
<h2 class="detail-sapo" data-role="sapo">{story.lead}</h2>
<div class="detail-cmain"><div class="detail-content afcbc-body" data-role="content" itemprop="articleBody">
{paragraphs(story, {1: picture, 4: box}, subheading="<h3><b>{}</b></h3>")}
</div></div><div class="detail-tab"><div class="detail-tag-list">{links(story.tags, "<a href='/'>{}</a>")}</div></div>
<div class="detail__related"><div class="box-title">{label["related"]}</div>{links(story.related, "<div class='box-category-item'><h3><a>{}</a></h3></div>")}</div>
<div class="detail__comment"><p class="title">{label["comments"]}</p>{each("<div class='item-comment'><div class='contentcomment'>{}</div></div>", story.comments)}</div></div>
<div class="footer"><div class="footer__bottom">{each("<p>{}</p>", story.footer)}</div></div></body></html>"""
    return Sheet(html, [story.lead, *story.body], local(story.published))


def broadcaster(story: Story) -> Sheet:
    """Author and time on one line, everything in divs without telling names, the next articles in full below."""
    more = "".join(
        f"<div class='item'><h4><a href='/'>{title}</a></h4><p>{text} {text}</p></div>" for title, text in story.teasers
    )
    html = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><title>{story.headline} | {story.outlet}</title></head>
<body><div id="wrapper"><div class="w1000"><ul class="top">{links(story.menu)}</ul>
<div class="l"><p class="bread"><a>{story.menu[0]}</a> &gt; <a>{story.menu[2]}</a></p>
<h1 class="title_detail">{story.headline}</h1>
<p class="news-info"><b>{story.author}</b> - {vietnamese(story.published, "{w}, ngày {d:02}/{m:02}/{y} {h}:{n}")}</p>
<div class="tools"><a>Facebook</a> <a>Twitter</a> <a>{story.labels["share"]}</a></div>
<h2 class="sp">{story.outlet} - {story.lead}</h2>
<div id="eb" class="ta-justify">{paragraphs(story, {3: f"<p align='center'><img src='c.jpg'></p><p class='chuthich'>{story.captions[0]}</p>"})}</div>
<div class="bx"><h3>{story.labels["more"]}</h3>{more}</div></div>
<div class="r">{links(story.related, "<p><a href='/'>{}</a></p>")}</div></div><div id="ft">{each("<p>{}</p>", story.footer)}</div></div></body></html>"""
    return Sheet(html, [f"{story.outlet} - {story.lead}", *story.body], local(story.published))


def portal(story: Story) -> Sheet:
    """A ministry's portal: paragraphs as divs with styles of their own, empty ones between, a date without a time."""
    gap = "<div style='text-align:justify'>&nbsp;</div>"
    html = f"""<!DOCTYPE html><html class="ltr" dir="ltr" lang="en-US"><head><title>{story.headline} - {story.outlet}</title></head>
<body class="yui3-skin-sam"><div id="banner">{story.outlet}</div><div id="navigation">{links(story.menu, "<span><a href='/'>{}</a></span>")}</div>
<div class="portlet-boundary"><div class="portlet-body"><div class="asset-full-content">
<div class="news-title">{story.headline}</div><div class="news-date">Ngày đăng: {vietnamese(story.published, "{d:02}/{m:02}/{y}")}</div>
<div class="journal-content-article"><div style="text-align:justify"><strong>{story.lead}</strong></div>{gap}
{paragraphs(story, {2: gap, 4: gap}, paragraph="<div style='text-align:justify'><span style='font-size:14px'><span style='font-family:Arial'>{}</span></span></div>", subheading="<div><strong>{}</strong></div>", quote="<div style='text-align:justify'><em>{}</em></div>", item="<div>- {}</div>")}
<div style="text-align:right"><strong>{story.author}</strong></div></div>
<div class="other-news"><div class="t">Các tin khác</div>{links(story.related, "<div class='i'><a href='/'>{}</a> <span>(11/03/2025)</span></div>")}</div></div></div></div>
<div id="footer">{each("<div>{}</div>", story.footer)}</div></body></html>"""
    body = [f"- {part.text}" if part.kind == "item" else part.text for part in story.parts]
    return Sheet(html, [story.lead, *body], day(story.published))


def old_tables(story: Story) -> Sheet:
    """Tables within tables within a form, the text in one cell, broken by br; the page's day in its head."""
    text = "<br><br>\n".join(rich(part, number) for number, part in enumerate(story.body))
    html = f"""<HTML><HEAD><META content="text/html; charset=utf-8" http-equiv=Content-Type><TITLE>{story.outlet}</TITLE></HEAD><BODY>
<form name="aspnetForm" method="post" action="default.aspx" id="aspnetForm"><input type="hidden" name="__VIEWSTATE" value="/wEPDwUK" />
<table width="980" align="center"><tr><td colspan="3">{story.outlet} <br> Thứ Hai, 1/12/2025, 9:05</td></tr>
<tr><td width="150" valign="top"><table>{links(story.menu, "<tr><td><a class='mnu' href='x.aspx'>{}</a></td></tr>")}</table></td>
<td width="600" valign="top"><table width="100%"><tr><td class="tieude">{story.headline}</td></tr>
<tr><td class="ngay">Cập nhật lúc {vietnamese(story.published, "{h}:{n}, {w}, {d:02}/{m:02}/{y}")}</td></tr>
<tr><td><b>{story.lead}</b></td></tr><tr><td align="justify"><table align="right"><tr><td><img src="d.jpg"></td></tr><tr><td class="chuthich">{story.captions[0]}</td></tr></table>{text}</td></tr>
<tr><td align="right"><b>{story.author}</b></td></tr><tr><td><b>CÁC TIN KHÁC</b><ul>{links(story.related)}</ul></td></tr></table></td>
<td width="230" valign="top">{"".join(f"<table><tr><td><a><b>{t}</b></a></td></tr><tr><td>{s}</td></tr></table>" for t, s in story.teasers)}</td></tr>
<tr><td colspan="3" align="center">{"<br>".join(story.footer)}</td></tr></table></form></BODY></HTML>"""
    return Sheet(html, [story.lead, *story.body], local(story.published))


def blog(story: Story) -> Sheet:
    """An embassy's pages on a well-known blog engine."""
    label = story.labels
    html = f"""<!DOCTYPE html><html lang="vi-VN" prefix="og: https://ogp.me/ns#"><head><meta charset="UTF-8" /><title>{story.headline} &#8211; {story.outlet}</title>
<meta property="og:type" content="article" /><meta property="article:published_time" content="{iso(story.published)}" /><meta property="og:site_name" content="{story.outlet}" /></head>
<body class="post-template-default single single-post postid-1204 single-format-standard has-sidebar"><div id="page" class="site">
<a class="skip-link screen-reader-text" href="#content">Skip to content</a><header id="masthead" class="site-header"><p class="site-title"><a>{story.outlet}</a></p>
<nav id="site-navigation" class="main-navigation"><ul id="primary-menu" class="menu">{links(story.menu, "<li class='menu-item'><a>{}</a></li>")}</ul></nav></header>
<div id="content" class="site-content"><div id="primary" class="content-area"><main id="main" class="site-main">
<article id="post-1204" class="post-1204 post type-post status-publish hentry category-tin-tuc tag-dien-dam"><header class="entry-header"><h1 class="entry-title">{story.headline}</h1>
<div class="entry-meta"><span class="posted-on">Đăng ngày <a><time class="entry-date published" datetime="{iso(story.published)}">{vietnamese(story.published, "{d:02}/{m:02}/{y}")}</time><time class="updated" datetime="{iso(story.published)}"> 13/03/2025</time></a></span>
<span class="byline"> bởi <span class="author vcard"><a>{story.author}</a></span></span></div></header>
<div class="entry-content"><p><strong>{story.lead}</strong></p><figure class="wp-block-image"><img src="e.jpg"><figcaption class="wp-element-caption">{story.captions[0]}</figcaption></figure>
{paragraphs(story, subheading="<h3 class='wp-block-heading'>{}</h3>")}
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">{label["share"]}:</h3><ul><li><a>Facebook</a></li><li><a>X</a></li></ul></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3 class="jp-relatedposts-headline"><em>{label["related"]}</em></h3>{"".join(f"<div class='jp-relatedposts-post'><a>{t}</a><p class='jp-relatedposts-post-excerpt'>{s}</p></div>" for t, s in story.teasers[:2])}</div></div>
<footer class="entry-footer"><span class="cat-links">Đăng trong <a>Tin tức</a></span></footer></article>
<nav class="navigation post-navigation"><div class="nav-previous"><a>{story.related[0]}</a></div><div class="nav-next"><a>{story.related[1]}</a></div></nav>
<div id="comments" class="comments-area"><h2 class="comments-title">2 bình luận</h2><ol class="comment-list">{each("<li class='comment'><div class='comment-content'><p>{}</p></div></li>", story.comments)}</ol></div></main></div>
<aside id="secondary" class="widget-area"><section class="widget widget_recent_entries"><h2 class="widget-title">{label["most"]}</h2><ul>{links(story.related)}</ul></section></aside></div>
<footer id="colophon" class="site-footer">{each("<p>{}</p>", story.footer)}</footer></div></body></html>"""
    return Sheet(html, [story.lead, *story.body], iso(story.published))


def amp(story: Story) -> Sheet:
    """An AMP page: hidden until its script has run, menus in a sidebar, adverts between paragraphs."""
    advert = "<div class='ads-amp'><amp-ad width=300 height=250 type='x'></amp-ad><span>Quảng cáo</span></div>"
    html = f"""<!doctype html><html ⚡ lang="vi"><head><meta charset="utf-8"><title>{story.headline}</title><link rel="canonical" href="https://bao.example/a.html">
<style amp-boilerplate>body{{-webkit-animation:-amp-start 8s steps(1,end) 0s 1 normal both}}</style>{linked_data(story, datePublished=story.published.strftime("%Y-%m-%dT%H:%M:%S+0700"))}</head><body style="visibility:hidden">
<amp-sidebar id="sidebar" layout="nodisplay"><ul>{links(story.menu)}</ul></amp-sidebar><header class="headerbar"><div class="site-name">{story.outlet}</div></header>
<main class="article-amp"><h1>{story.headline}</h1><div class="meta"><span>{story.author}</span> | <span>{vietnamese(story.published, "{h}:{n} {d:02}-{m:02}-{y}")}</span></div>
<p class="sapo">{story.lead}</p><amp-img src="f.jpg" width="600" height="400"></amp-img><div class="img-caption">{story.captions[1]}</div>
{paragraphs(story, {2: advert, 5: advert})}<p class="source">Theo {story.outlet}</p>
<section class="amp-related"><h4>{story.labels["related"]}</h4><ul>{links(story.related)}</ul></section></main>
<footer>{each("<p>{}</p>", story.footer)}</footer></body></html>"""
    return Sheet(html, [story.lead, *story.body], local(story.published))


def app_shell(story: Story) -> Sheet:
    """A page drawn by a framework: names that tell nothing, its data once more in a script, times as ages."""
    html = f"""<!DOCTYPE html><html lang="vi"><head><meta charSet="utf-8"/><title>{story.headline}</title>{linked_data(story, **{"@type": ["NewsArticle"]})}</head>
<body><div id="__next"><div class="css-1dbjc4n"><div class="css-x9f2"><div class="css-menu0">{links(story.menu, "<a class='css-k2' href='/'>{}</a>")}</div></div>
<div class="css-18t94o4"><div class="css-77a"><h1 class="css-q1">{story.headline}</h1><div class="css-d3">{story.author} · 3 giờ trước</div><div class="css-s0">{story.lead}</div>
{paragraphs(story, {2: f"<div class='css-im'><img src='g.jpg'/><div class='css-cp'>{story.captions[0]}</div></div>"}, paragraph='<div class="css-p7">{}</div>', subheading='<div class="css-h8">{}</div>', quote='<div class="css-qq">{}</div>', item='<div class="css-li">{}</div>')}
</div><div class="css-r5"><div class="css-h8">{story.labels["most"]}</div>{"".join(f"<div class='css-c1'><a href='/'><div class='css-t2'>{t}</div></a><div class='css-p7'>{s}</div></div>" for t, s in story.teasers)}</div></div>
<div class="css-ft">{each("<div>{}</div>", story.footer)}</div></div></div>
<script id="__NEXT_DATA__" type="application/json">{{"props":{{"pageProps":{{"title":"{story.related[0]}","publishedAt":"2019-01-01T00:00:00Z"}}}}}}</script></body></html>"""
    return Sheet(html, [story.lead, *story.body], iso(story.published))


OUTLETS = {
    "Tin Mẫu": daily,
    "Tuổi Mới": youth_paper,
    "Đài Mẫu": broadcaster,
    "Cổng Bộ Mẫu": portal,
    "Báo Tỉnh Mẫu": old_tables,
    "Sứ quán Mẫu": blog,
    "Báo Nhanh": amp,
    "Dòng Tin": app_shell,
}
