import type {Translator} from "../../base/words/translator.ts";
import type {Block, Commentary, Inline, Report} from "../../report/report.ts";
import {wordsOf} from "../content/report-words.ts";
import {html, type Markup, noMarkup} from "../markup/html.ts";
import {sayMarkup} from "../markup/messages.ts";

/** The publisher's own words, below their heading. Markup that they wrote as text stays text. */
export function commentarySection(report: Report): Markup {
  const {commentary} = report;
  return commentary === null ? noMarkup : commentaryMarkup(commentary, wordsOf(report));
}

/** Who wrote it, when, and what. */
export function commentaryMarkup({by, date, blocks}: Commentary, words: Translator): Markup {
  const on =
    words.day(date) === date ? html`<time>${date}</time>` : html`<time datetime="${date}">${words.day(date)}</time>`;
  return html`<p class="by">${sayMarkup(words, "by-and-date", {by: html`<bdi>${by}</bdi>`, date: on})}</p>
<div class="prose">
${blocks.map(blockMarkup)}</div>
`;
}

function blockMarkup(block: Block): Markup {
  switch (block.kind) {
    case "paragraph":
      return html`<p>${block.content.map(inlineMarkup)}</p>
`;
    case "heading":
      return html`<h3>${block.content.map(inlineMarkup)}</h3>
`;
    case "quote":
      return html`<blockquote>
${block.blocks.map(blockMarkup)}</blockquote>
`;
    case "list":
      return listMarkup(block.start, block.items.map(itemMarkup));
  }
}

function listMarkup(start: number | null, items: readonly Markup[]): Markup {
  if (start === null)
    return html`<ul>
${items}</ul>
`;
  return html`<ol start="${start}">
${items}</ol>
`;
}

/** An item that is one paragraph stands without the space that paragraphs have. */
function itemMarkup(blocks: readonly Block[]): Markup {
  const [first, ...others] = blocks;
  const content = first?.kind === "paragraph" ? first.content.map(inlineMarkup) : [];
  return html`<li>${content}${(first?.kind === "paragraph" ? others : blocks).map(blockMarkup)}</li>
`;
}

function inlineMarkup(inline: Inline): Markup {
  switch (inline.kind) {
    case "text":
      return html`${inline.text}`;
    case "code":
      return html`<code>${inline.text}</code>`;
    case "emphasis":
      return html`<em>${inline.content.map(inlineMarkup)}</em>`;
    case "strong":
      return html`<strong>${inline.content.map(inlineMarkup)}</strong>`;
    case "break":
      return html`<br>`;
    case "link":
      return html`<a href="${inline.url}">${inline.content.map(inlineMarkup)}</a>`;
  }
}
