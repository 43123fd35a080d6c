import type {LanguageId} from "../../../base/words/language.ts";
import type {Forum} from "../../../forum/forum.ts";
import type {ExportPage} from "../../../operations/forum/export.ts";
import {html} from "../../../render/markup/html.ts";
import type {Config} from "../../../workspace/config/config.ts";
import {feedAnswer} from "../find/feed.ts";
import {moderationLog} from "../moderation/log-page.ts";
import {openForumPages} from "../open-pages.ts";
import type {ForumPages} from "../pages.ts";
import {forumStyle} from "../style.ts";
import {sectionPage, sectionsPage} from "../threads/lists.ts";
import {threadPage} from "../threads/thread.ts";
import {type ListedTitle, titlePages} from "./a-z.ts";
import {frameStatic, type StaticFrame} from "./frame.ts";
import {pageFile, placesIn} from "./links.ts";

/** How the pages are drawn. */
export interface StaticOptions {
  readonly language?: LanguageId | undefined;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
}

/**
 * The forum as files that any host serves, and that a browser opens from a disk: threads, sections, titles from A to Z, the log, feeds.
 *
 * They are drawn by the pages of the forum as somebody sees them who is not signed in.
 */
export function* staticPages(forum: Forum, config: Config, {language, now}: StaticOptions): Generator<ExportPage> {
  const pages = pagesOf(forum, config, language, now);
  const frame: StaticFrame = {forum: pages, placeOf: placesIn(forum), day: new Date(now()).toISOString().slice(0, 10)};
  const {words} = pages;
  yield ["style.css", forumStyle];
  yield ["index.html", frameStatic(frame, "index.html", sectionsPage(pages, null))];
  yield ["rules.html", frameStatic(frame, "rules.html", rulesPage(pages))];
  yield ["atom.xml", feedOf(frame, {}, "")];
  for (const {id} of pages.sections) {
    const {pages: count} = forum.threads({section: id, page: 1});
    for (let page = 1; page <= Math.max(1, count); page++) {
      const path = pageFile(`s/${id}`, page);
      yield [path, frameStatic(frame, path, sectionPage(pages, null, id, page))];
    }
    yield [`s/${id}.atom.xml`, feedOf(frame, {section: id}, "../")];
  }
  const titles: ListedTitle[] = [];
  for (let list = 1, count = 1; list <= count; list++) {
    const {threads, pages: all} = forum.threads({page: list});
    count = all;
    for (const {id, title, lastDay} of threads) {
      titles.push({thread: id, title, day: lastDay});
      yield* threadFiles(frame, id);
    }
  }
  for (const [path, page] of titlePages(words, titles)) yield [path, frameStatic(frame, path, page)];
  yield* logFiles(frame);
}

function* threadFiles(frame: StaticFrame, id: number): Generator<ExportPage> {
  const {forum} = frame;
  const count = forum.domain.thread(id, {page: 1, viewer: null})?.pages ?? 0;
  for (let page = 1; page <= count; page++) {
    const path = pageFile(`t/${id}`, page);
    yield [path, frameStatic(frame, path, threadPage(forum, null, id, page))];
  }
  yield [`t/${id}.atom.xml`, feedOf(frame, {thread: id}, "../")];
}

function* logFiles(frame: StaticFrame): Generator<ExportPage> {
  let before: number | undefined;
  for (;;) {
    const page = moderationLog(frame.forum, before);
    const path = before === undefined ? "log.html" : `log.${before}.html`;
    yield [path, frameStatic(frame, path, page)];
    const [, next] = /\/forum\/log\?before=(\d{1,15})/.exec(page.body.html) ?? [];
    if (next === undefined) return;
    before = Number(next);
  }
}

/** A feed in the folder: links are from where it stands, since nobody knows at what address it will be. */
function feedOf({forum, placeOf}: StaticFrame, of: {section?: string; thread?: number}, up: string): string {
  const text = String(feedAnswer(forum, of).body);
  const own = /<link rel="self" [^>]*>\n/;
  return text.replace(own, "").replace(/<link href="([^"]*)"\/>/g, (_, address: string) => {
    return `<link href="${up}${placeOf(address.slice(forum.origin.length)) ?? "index.html"}"/>`;
  });
}

function rulesPage({words, rules}: ForumPages) {
  const body = html`<p>${words.t("forum-rules-means")}</p>
<ol>${rules.map((rule) => html`<li dir="auto">${rule}</li>\n`)}</ol>
<p>${words.t("forum-rules-how")} <a href="/forum/log">${words.t("forum-log")}</a></p>
`;
  return {kind: "page", title: words.t("forum-rules"), body} as const;
}

function pagesOf(forum: Forum, config: Config, language: LanguageId | undefined, now: () => number): ForumPages {
  const state = forum.state();
  // No page of the folder asks anybody to write.
  const closed = {kind: "closed", notice: "", since: ""} as const;
  const domain: Forum = {...forum, state: () => (state.kind === "closed" ? state : closed)};
  const settings = {...config, forum: {...config.forum, language: language ?? config.forum.language}};
  const origin = config.forum.origins[0] ?? "http://forum.invalid";
  return openForumPages(domain, settings, {origin, archive: () => null, now});
}
