"""Pages in the manner of Chinese outlets and offices."""

# ruff: noqa: E501 - templates of pages are as wide as pages are.
from __future__ import annotations

from tests.webpages.drawing import Sheet, day, each, iso, links, local, paragraphs, rich
from tests.webpages.stories import Story

INDENT = "\u3000\u3000"
OPENED = "<p style='text-indent: 2em;'>\n\t"


def _date(story: Story, form: str = "%Y年%m月%d日 %H:%M") -> str:
    return story.published.strftime(form)


def agency(story: Story) -> Sheet:
    """A state agency: the date in pieces, the day alone declared, the editor's name at the end of the text."""
    html = f"""<!DOCTYPE html><html><head><meta charset="utf-8"/><meta name="publishdate" content="{day(story.published)}"/><meta name="source" content="{story.outlet}"/><title>{story.headline}-{story.outlet}</title></head><body>
<div class="header"><div class="nav"><ul>{links(story.menu)}</ul></div></div>
<div class="main clearfix"><div class="header domPC"><div class="header-top clearfix"><div class="header-time left"><span class="year"><em>{story.published:%Y}</em></span> <span class="day"><em>{story.published:%m}</em>/<em>{story.published:%d}</em></span> <span class="time">{story.published:%H:%M:%S}</span></div><div class="source">来源：{story.outlet}</div></div>
<div class="head-line clearfix"><h1><span class="title">{story.headline}</span></h1><div class="pageShare"><div class="setFont">字体：<span>小</span> <span>大</span></div><div class="share">分享到：</div></div></div></div>
<div class="main-left left"><div id="detail"><span id="detailContent"><p>{INDENT}{story.outlet}北京电 {story.lead}</p>
{paragraphs(story, {2: f"<p style='text-align:center'><img src='a.jpg'/></p><p style='text-align:center'><font color='navy'>{story.captions[0]}</font></p>"}, paragraph="<p>" + INDENT + "{}</p>", subheading="<p>" + INDENT + "<strong>{}</strong></p>", quote="<p>" + INDENT + "{}</p>", item="<p>" + INDENT + "{}</p>")}</span>
<div id="articleEdit"><span class="tiyi1"><a>【纠错】</a></span> <span class="editor">【责任编辑:李明】</span></div></div></div>
<div class="main-right right"><div class="columBox"><h2>{story.labels["more"]}</h2><ul>{links(story.related)}</ul></div></div></div><div class="foot">{each("<p>{}</p>", story.footer)}</div></body></html>"""
    return Sheet(html, [f"{story.outlet}北京电 {story.lead}", *story.body], story.published.strftime("%Y-%m-%dT%H:%M"))


def party_paper(story: Story) -> Sheet:
    """GB 2312, declared in a meta element; time and source on one line with a bar between them."""
    html = f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"><html><head><meta http-equiv="content-type" content="text/html;charset=GB2312"/><meta name="publishdate" content="{day(story.published)}"><title>{story.headline}--国际--{story.outlet}</title></head><body>
<div class="w1000 top">{links(story.menu, "<a href='/'>{}</a>")}</div><div class="path"><a>{story.outlet}</a>&gt;&gt;<a>国际</a></div>
<div class="main"><div class="layout rm_txt"><div class="col col-1"><h4 class="pre"></h4><h1>{story.headline}</h1><h4 class="sub"></h4><div class="author cf"></div><div class="channel cf"><div class="col-1-1">{_date(story, "%Y年%m月%d日%H:%M")} | 来源：<a href="/">{story.outlet}</a></div><div class="col-1-2"><span>小字号</span></div></div>
<div class="rm_txt_con cf"><p style="text-indent:2em">{INDENT}{rich(story.lead)}</p>
{paragraphs(story, {1: f"<p class='pictext' align='center'>{story.captions[0]}</p>"}, paragraph=OPENED + INDENT + "{}</p>", subheading=OPENED + "<strong>{}</strong></p>", item="<p>{}</p>")}
<div class="zdfy clearfix"></div><div class="box_pic"></div></div><div class="edit cf">(责编：李明、王芳)</div><p class="bza">分享让更多人看到</p></div>
<div class="col col-2"><h2 class="title_btn">{story.labels["most"]}</h2><ul class="rm_ranking">{links(story.related)}</ul></div></div></div><div class="copyright">{each("<p>{}</p>", story.footer)}</div></body></html>"""
    return Sheet(html, [story.lead, *story.body], local(story.published), charset="gb2312")


def gateway(story: Story) -> Sheet:
    """A large gateway: everything declared, promotion of its app within the text, comments in numbers."""
    app = "<div class='app-kaihu-qr'><span>海量资讯、精准解读，尽在样本新闻APP</span></div>"
    html = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><meta property="article:published_time" content="{iso(story.published)}"><meta property="og:title" content="{story.headline}"><meta property="og:site_name" content="{story.outlet}"><title>{story.headline}|{story.tags[0]}|{story.tags[1]}_{story.outlet}</title></head><body>
<div class="top-banner"><div class="channel-path"><a>新闻中心</a> &gt; <a>国际新闻</a> &gt; 正文</div></div><h1 class="main-title">{story.headline}</h1>
<div class="top-bar"><div class="top-bar-inner"><div class="date-source"><span class="date">{_date(story)}</span> <a class="source">{story.outlet}</a></div><div class="page-tools"><span>新浪微博</span> <span>微信</span></div></div></div>
<div class="article-content clearfix"><div class="article-content-left"><div class="article" id="artibody"><p>{INDENT}{story.lead}</p>{paragraphs(story, {3: app}, paragraph="<p>" + INDENT + "{}</p>", subheading="<p>" + INDENT + "<strong>{}</strong></p>", quote="<p>" + INDENT + "{}</p>", item="<p>" + INDENT + "{}</p>")}
<p class="show_author">责任编辑：李明 </p></div><div class="article-bottom"><div class="keywords"><span>关键词 : </span>{links(story.tags, "<a>{}</a>")}</div><div class="blk-related"><h3>{story.labels["related"]}</h3><ul>{links(story.related)}</ul></div></div></div>
<div class="article-content-right"><div class="blk-hot"><h3>{story.labels["most"]}</h3>{"".join(f"<div><a>{t}</a><p>{s}</p></div>" for t, s in story.teasers)}</div></div></div><div class="footer">{each("<p>{}</p>", story.footer)}</div></body></html>"""
    return Sheet(html, [story.lead, *story.body], iso(story.published))


def foreign_office(story: Story) -> Sheet:
    """A foreign ministry: an editor's leftovers within the text, long paragraphs, links to the year's other news."""
    html = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="PubDate" content="{story.published:%Y-%m-%d %H:%M}"><meta name="ArticleTitle" content="{story.headline}"><title>{story.headline}_{story.outlet}</title></head><body>
<div class="header"><div class="logo">{story.outlet}</div></div><div class="navi"><ul>{links(story.menu)}</ul></div><div class="positions"><a>首页</a> &gt; <a>外交动态</a> &gt; 正文</div>
<div class="body"><div class="news-title"><h1>{story.headline}</h1></div><p class="time"><span>{story.published:%Y-%m-%d %H:%M}</span> <span>来源：{story.outlet}</span></p>
<div class="news-main"><div class="view TRS_UEDITOR trs_paper_default"><style>.TRS_Editor P{{margin:0}}</style><p style="text-indent:2em;"><span style="font-family:宋体">{story.lead}</span></p>
{paragraphs(story, paragraph="<p style='text-indent: 2em;'><span style='font-family: 宋体'>{}</span></p>", subheading="<p style='text-indent: 2em;'><b>{}</b></p>", item="<p>{}</p>")}</div></div>
<div class="others"><div class="tt">推荐给朋友</div><ul class="newsList">{links(story.related, "<li><a>{}</a><span>（2025-03-10）</span></li>")}</ul></div></div><div class="footer">{each("<p>{}</p>", story.footer)}</div></body></html>"""
    return Sheet(html, [story.lead, *story.body], local(story.published))


def news_service(story: Story) -> Sheet:
    """GBK, though the server says ISO 8859-1; paragraphs in a div that is named for an advert of long ago."""
    html = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=gbk"><title>{story.headline}-{story.outlet}</title></head><body><div id="nav">{links(story.menu, "<a>{}</a> ")}</div>
<div class="con_left"><div class="left_top"><div id="newsdate">{_date(story, "%Y年%m月%d日 %H:%M")}　来源：{story.outlet}</div></div><h1 class="content_left_title">{story.headline}</h1><div class="left-t"><a>参与互动</a></div>
<div class="left_ph"><img></div><div class="left_pt">{story.captions[0]}</div><div class="left_zw"><p>{INDENT}{story.lead}</p>{paragraphs(story, {4: "<div class='adInContent'><!--ad--></div>"}, paragraph="<p>" + INDENT + "{}</p>", subheading="<p>" + INDENT + "<strong>{}</strong></p>", quote="<p>" + INDENT + "{}</p>", item="<p>" + INDENT + "{}</p>")}<p>{INDENT}(完)</p></div>
<div class="left_name"><div class="adEditor"><span>【编辑:王芳】</span></div></div></div><div class="con_right"><div class="rdph_tb">{story.labels["most"]}</div><ul>{links(story.related)}</ul></div><div class="pagebottom">{each("<p>{}</p>", story.footer)}</div></body></html>"""
    return Sheet(html, [story.lead, *story.body], local(story.published), charset="gbk", header="iso-8859-1")


def account(story: Story) -> Sheet:
    """A messenger's public account: hidden until its script has run, each paragraph in sections and spans."""
    inner = "<section style='line-height:1.75em'><span style='font-size:16px'><span leaf=''>{}</span></span></section>"
    html = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><meta property="og:title" content="{story.headline}"><meta property="og:article:author" content="{story.author}"><title></title></head><body class="zh_CN wx_wap_page"><div id="js_article" class="rich_media"><div class="rich_media_inner"><div id="page-content" class="rich_media_area_primary">
<div id="img-content" class="rich_media_wrp"><h1 class="rich_media_title" id="activity-name">{story.headline}</h1><div id="meta_content" class="rich_media_meta_list"><span class="rich_media_meta rich_media_meta_text">{story.author}</span> <span class="rich_media_meta rich_media_meta_nickname" id="profileBt"><a>{story.outlet}</a></span> <em id="publish_time" class="rich_media_meta rich_media_meta_text">{_date(story)}</em></div>
<div class="rich_media_content" id="js_content" style="visibility: hidden;">{inner.replace("{}", story.lead)}<section><span><br></span></section>{paragraphs(story, paragraph=inner, subheading="<section style='text-align:center'><strong><span>{}</span></strong></section>", quote="<blockquote><section>{}</section></blockquote>", item=inner)}
<section style="text-align:center"><span style="font-size:12px">编辑：王芳</span></section></div></div></div><div class="rich_media_tool"><div>阅读 1.2万</div> <div>赞 88</div></div></div></div></body></html>"""
    return Sheet(html, [story.lead, *story.body], local(story.published))


def old_tables(story: Story) -> Sheet:
    """GB 2312, not declared anywhere; tables, the text in one cell, broken by br, wide spaces before paragraphs."""
    text = "<br><br>\n".join(f"{INDENT}{rich(part)}" for part in (story.lead, *story.body))
    html = f"""<html><head><title>{story.headline}</title></head><body topmargin=0><table width=778 align=center><tr>{links(story.menu, "<td><a href=x>{}</a></td>")}</tr></table>
<table width=778 align=center><tr><td width=560 valign=top><table><tr><td align=center><font size=5><b>{story.headline}</b></font></td></tr><tr><td align=center>{story.outlet} {_date(story, "%Y-%m-%d %H:%M:%S")}</td></tr><tr><td class=f14>{text}<br><br></td></tr></table>
<table><tr><td><b>{story.labels["related"]}</b></td></tr>{links(story.related, "<tr><td>·<a href=x>{}</a></td></tr>")}</table></td><td width=218 valign=top><table>{links(story.related[:2], "<tr><td>·<a href=x>{}</a></td></tr>")}</table></td></tr></table>
<table width=778 align=center><tr><td align=center>{"<br>".join(story.footer)}</td></tr></table></body></html>"""
    return Sheet(html, [story.lead, *story.body], local(story.published), charset="gb2312")


OUTLETS = {
    "样本社": agency,
    "样本日报网": party_paper,
    "样本新闻": gateway,
    "样本国外交部": foreign_office,
    "样本新闻网": news_service,
    "样本号": account,
    "样本在线": old_tables,
}
