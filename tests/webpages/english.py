"""Pages in the manner of English-language outlets and offices."""

# ruff: noqa: E501 - templates of pages are as wide as pages are.
from __future__ import annotations

from tests.webpages.drawing import Sheet, day, each, iso, linked_data, links, local, paragraphs, rich
from tests.webpages.stories import Story


def residence(story: Story) -> Sheet:
    """A head of state's house on a well-known blog engine with blocks; the day alone is shown."""
    html = f"""<!DOCTYPE html><html lang="en-US"><head><meta charset="UTF-8" /><title>{story.headline} &#8211; {story.outlet}</title><meta property="og:site_name" content="{story.outlet}" /><meta property="article:published_time" content="{iso(story.published)}" /></head>
<body class="post-template-default single wp-embed-responsive"><div class="wp-site-blocks"><header class="wp-block-template-part"><nav class="wp-block-navigation"><ul>{links(story.menu)}</ul></nav></header>
<main class="wp-block-group"><div class="wp-block-group alignfull"><div class="wp-block-whitehouse-topper"><div class="taxonomy-category wp-block-post-terms"><a>Briefings &amp; Statements</a></div><h1 class="wp-block-whitehouse-topper__headline">{story.headline}</h1>
<div class="wp-block-whitehouse-byline-subcategory-author">{story.outlet}</div><div class="wp-block-post-date"><time datetime="{iso(story.published)}">{story.published:%B} {story.published.day}, {story.published.year}</time></div></div></div>
<div class="entry-content wp-block-post-content has-global-padding"><p>{story.lead}</p>{paragraphs(story)}<p class="has-text-align-center"># # #</p></div></main>
<div class="wp-block-query"><h2>More from {story.outlet}</h2>{"".join(f"<div class='wp-block-post'><h3><a>{t}</a></h3><p class='wp-block-post-excerpt__excerpt'>{s}</p></div>" for t, s in story.teasers)}</div>
<footer class="wp-block-template-part">{each("<p>{}</p>", story.footer)}</footer></div></body></html>"""
    return Sheet(html, [story.lead, *story.body], iso(story.published))


def government(story: Story) -> Sheet:
    """A government's publishing service: a summary, a list of facts about the page, a banner about cookies."""
    html = f"""<!DOCTYPE html><html class="govuk-template" lang="en"><head><meta charset="utf-8"><title lang="en">{story.headline} - {story.outlet}</title><meta property="og:site_name" content="{story.outlet}"><link rel="canonical" href="https://gov.example/government/news/call">{linked_data(story, author=None)}</head>
<body class="govuk-template__body"><div id="global-cookie-message" class="gem-c-cookie-banner govuk-cookie-banner"><h2>Cookies on this site</h2><p>{story.labels["cookie"]}</p><button>Accept</button></div><a class="govuk-skip-link">Skip to main content</a>
<header role="banner"><nav>{links(story.menu)}</nav></header><div class="govuk-width-container"><div class="gem-c-breadcrumbs"><ol>{links(story.menu[:2])}</ol></div>
<main role="main" id="content"><div class="govuk-grid-row"><div class="gem-c-heading"><span class="govuk-caption-xl">Press release</span><h1 class="gem-c-heading__text">{story.headline}</h1></div><p class="gem-c-lead-paragraph">{story.lead}</p></div>
<div class="metadata-column"><dl class="gem-c-metadata"><dt>From:</dt><dd><a>{story.outlet}</a></dd><dt>Published</dt><dd>{story.published.day} {story.published:%B %Y}</dd></dl></div>
<div class="gem-c-govspeak-html-publication"><div class="gem-c-govspeak govuk-govspeak"><div class="govspeak">{paragraphs(story)}</div></div></div>
<div class="gem-c-contextual-sidebar"><nav class="gem-c-related-navigation"><h2>Related content</h2><ul>{links(story.related)}</ul></nav></div><div class="gem-c-share-links"><h2>Share this page</h2><ul><li><a>Share on Facebook</a></li></ul></div><p class="published-dates">Published {story.published.day} {story.published:%B %Y}</p></main></div>
<footer role="contentinfo">{each("<p>{}</p>", story.footer)}</footer></body></html>"""
    return Sheet(html, [story.lead, *story.body], iso(story.published))


def wire(story: Story) -> Sheet:
    """An agency: paragraphs as divs with test ids, summaries as a list, a sign-up box within the text."""
    box = f"<div data-testid='promo-box'><span>{story.labels['subscribe']}.</span></div>"
    html = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"/><title>{story.headline} | {story.outlet}</title>{linked_data(story, datePublished=story.published.strftime("%Y-%m-%dT%H:%M:%SZ"))}<script id="fusion-metadata">var x = {{"a": "<p>{story.teasers[0][1]}</p>"}};</script></head>
<body><div id="fusion-app"><div class="site-header__nav__x1">{links(story.menu, "<a class='text__text__1FZLe'>{}</a>")}</div><div class="article__container__2MUeZ"><main class="article__main__33WV2"><article>
<div class="article-header__toolbar"><nav aria-label="Breadcrumb"><a>World</a></nav></div><h1 data-testid="Heading" class="text__text__1FZLe heading__1">{story.headline}</h1>
<div class="info-content__author-date"><div class="author-name__author">{story.author}</div><time datetime="{story.published:%Y-%m-%dT%H:%M:%SZ}" class="text__text"><span class="date-line__date__23Ge-">{story.published:%B} {story.published.day}, {story.published.year}</span><span class="date-line__date__23Ge-">{story.published:%I:%M %p} UTC</span><span>Updated 2 hours ago</span></time></div>
<div class="primary-image__p"><figure><img alt="x"/><figcaption data-testid="caption">{story.captions[0]}</figcaption></figure></div>
<div class="article-body__content__17Yit"><div data-testid="paragraph-0" class="text__text__1FZLe body__full_width__ekUdw">{rich(story.lead)}</div>{paragraphs(story, {2: box}, paragraph='<div data-testid="paragraph-x" class="text__text__1FZLe body__full_width__ekUdw">{}</div>', subheading='<h2 data-testid="Heading">{}</h2>', quote='<div data-testid="paragraph-y" class="text__text__1FZLe">{}</div>')}
<p data-testid="Body" class="sign-off">Reporting by {story.author.removeprefix("By ")}; Editing by Jo Lens</p></div></article></main>
<div class="read-next__r"><h2>Read Next</h2>{"".join(f"<div class='media-story-card'><a>{t}</a><p>{s}</p></div>" for t, s in story.teasers)}</div></div><footer>{each("<p>{}</p>", story.footer)}</footer></div></body></html>"""
    return Sheet(html, [story.lead, *story.body], iso(story.published))


def daily(story: Story) -> Sheet:
    """A daily: a standfirst, rich links and a newsletter's box inside the text, captions with buttons."""
    link = f"<aside class='element element-rich-link'><p><span>Related: </span><a>{story.related[0]}</a></p></aside>"
    letter = f"<figure class='dcr-x'><div><h4>Morning brief</h4><p>{story.labels['subscribe']}. {story.labels['cookie']}</p></div></figure>"
    html = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{story.headline} | World news | {story.outlet}</title><meta property="article:published_time" content="{story.published:%Y-%m-%dT%H:%M:%S.000Z}"><meta property="og:site_name" content="the {story.outlet}"></head><body>
<div class="skip"><a>Skip to main content</a></div><header><nav>{links(story.menu)}</nav></header><main data-layout="StandardLayout"><article><div data-gu-name="title"><a>World news</a></div>
<div data-gu-name="headline"><h1 class="dcr-uc7bn6">{story.headline}</h1></div><div data-gu-name="standfirst"><div class="dcr-1kpcv08"><p>{story.lead}</p></div></div>
<div data-gu-name="meta"><address aria-label="Contributor info"><div class="dcr-1c">{story.author}</div></address><details><summary>{story.published:%a} {story.published.day} {story.published:%b %Y %H.%M} GMT</summary>Last modified on {story.published:%a} {story.published.day} {story.published:%b %Y} 23.59 GMT</details><div class="dcr-s">Share</div></div>
<div data-gu-name="media"><figure><img alt="x"><figcaption>{story.captions[0]}</figcaption></figure></div>
<div data-gu-name="body"><div id="maincontent" class="article-body-commercial-selector article-body-viewer-selector dcr-a">{paragraphs(story, {2: link, 4: letter}, paragraph="<p class='dcr-16'>{}</p>")}</div></div><div data-gu-name="submeta"><span>Explore more on these topics</span><ul>{links(story.tags)}</ul><a>Reuse this content</a></div></article></main>
<aside><h2>{story.labels["most"]}</h2><ol>{links(story.related)}</ol></aside><div id="comments"><h2>{story.labels["comments"]}</h2>{each("<div class='d-comment'><p>{}</p></div>", story.comments)}</div><footer>{each("<p>{}</p>", story.footer)}</footer></body></html>"""
    return Sheet(html, [story.lead, *story.body], iso(story.published))


def bureau(story: Story) -> Sheet:
    """A press bureau on an old platform: one form around all, the text justified, numbers and signs at its end."""
    html = f"""<!DOCTYPE html><html><head><meta charset="utf-8" /><title>Press Release: {story.outlet}</title></head><body><form method="post" action="./PressReleasePage.aspx" id="form1"><div class="aspNetHidden"><input type="hidden" name="__VIEWSTATE" value="x" /></div>
<div class="header-wraper"><ul>{links(story.menu)}</ul></div><div class="innner-page-main-about-us-content-right-part"><div class="text-center"><div class="MinistryNameSubhead">Prime Minister's Office</div><div id="Titleh2" class="h2x"><h2>{story.headline}</h2></div><h3 style="font-size:15px">{story.lead}</h3></div>
<div class="ReleaseDateSubHeaddateTime text-center">Posted On: {story.published.day:02} {story.published:%b %Y}  {story.published:%I:%M%p} by {story.outlet} Delhi</div>
{paragraphs(story, paragraph="<p style='text-align:justify'><span style='font-size:12pt'>{}</span></p>", subheading="<p><strong>{}</strong></p>", quote="<p style='text-align:justify'>{}</p>", item="<p style='margin-left:40px'>{}</p>")}
<p style="text-align:center"><strong>*****</strong></p><p>ABC/DE</p><div id="ReleaseId"><span>(Release ID: 2110000)</span> <span>Visitor Counter : 1234</span></div></div><div class="footer-section">{each("<p>{}</p>", story.footer)}</div></form></body></html>"""
    return Sheet(html, [story.lead, *story.body], local(story.published).replace("+", "+"))


def union(story: Story) -> Sheet:
    """A union's service on a well-known open engine, tenth release: a date without a time, tags, contact persons."""
    html = f"""<!DOCTYPE html><html lang="en" dir="ltr" prefix="og: https://ogp.me/ns#"><head><meta charset="utf-8" /><meta name="DC.date" content="" /><title>{story.headline} | {story.outlet}</title></head><body class="path-node page-node-type-news"><a href="#main-content" class="visually-hidden focusable">Skip to main content</a>
<div class="dialog-off-canvas-main-canvas"><header role="banner"><nav class="ecl-menu"><ul>{links(story.menu)}</ul></nav></header><main role="main"><div class="layout-content"><article class="node node--type-news node--view-mode-full"><header><h1><span class="field field--name-title">{story.headline}</span></h1></header>
<div class="ecl-page-header__meta">{story.published:%d.%m.%Y} <span>Brussels</span> <span>EEAS Press Team</span></div><div class="node__content"><div class="field field--name-field-summary"><p>{story.lead}</p></div>
<div class="clearfix text-formatted field field--name-body field--type-text-with-summary field--label-hidden field__item">{paragraphs(story)}</div><div class="field field--name-field-tags"><div class="field__label">Topics</div>{links(story.tags, "<div class='field__item'><a>{}</a></div>")}</div></div></article>
<div class="block block-contacts"><h2>Press contacts</h2><p>Jo Lens, spokesperson for foreign affairs and security policy, telephone +00 0 000 00 00, who answers from nine to five.</p></div><div class="views-element-container block"><h2>{story.labels["related"]}</h2>{"".join(f"<div class='views-row'><h3><a>{t}</a></h3><p>{s}</p></div>" for t, s in story.teasers)}</div></div></main>
<footer>{each("<p>{}</p>", story.footer)}</footer></div></body></html>"""
    return Sheet(html, [story.lead, *story.body], day(story.published))


def by_hand(story: Story) -> Sheet:
    """Written by hand long ago: capitals, nothing closed, curly quotes in what claims to be ISO 8859-1."""
    text = paragraphs(
        story, paragraph="<P>{}", subheading="<P><B>{}</B>", quote="<BLOCKQUOTE>{}</BLOCKQUOTE>", item="<LI>{}"
    )
    html = f"""<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=iso-8859-1"><TITLE>{story.outlet} - {story.headline}</TITLE></HEAD><BODY BGCOLOR="#FFFFFF"><CENTER>{links(story.menu, "<A HREF='x.htm'>{}</A> | ")}</CENTER><HR>
<CENTER><FONT SIZE=5><B>{story.headline}</B></FONT></CENTER><P><I>{story.published:%B} {story.published.day}, {story.published.year}, {story.published:%H:%M} GMT</I><P><B>{story.lead}</B>{text}<P><I>{story.author}</I><HR><A HREF="x.htm">{story.related[0]}</A><BR><A HREF="x.htm">{story.related[1]}</A><HR>{"<BR>".join(story.footer)}</BODY></HTML>"""
    return Sheet(html, [story.lead, *story.body], local(story.published), charset="windows-1252")


OUTLETS = {
    "Sample House": residence,
    "SAMPLE.GOV": government,
    "Sample Wire": wire,
    "Daily Sample": daily,
    "PIB Sample": bureau,
    "Sample External Service": union,
    "Sample Broadcasting": by_hand,
}
