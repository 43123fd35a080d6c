import {sha256} from "../../../base/sha256.ts";
import {readVersion} from "../../../base/version.ts";
import {escapeHtml} from "../../../render/markup/html.ts";
import {refusal} from "../../fault.ts";
import type {DrawnAnswer} from "../../forms/answer.ts";
import {dataPolicy} from "../../guards/headers.ts";
import {type ForumPages, sectionOf} from "../pages.ts";

/** Of what there is a feed: everything, a section, a thread. */
export interface FeedOf {
  readonly section?: string;
  readonly thread?: number;
}

/** The last posts as Atom. Times are days; the head of the moderation log stands in it. */
export function feedAnswer(forum: ForumPages, of: FeedOf): DrawnAnswer {
  const {domain, origin, publication, words} = forum;
  const feed = domain.feed(of);
  if (feed === null) throw refusal("NOT_FOUND", "there is nothing of that name");
  const section = of.section === undefined ? undefined : sectionOf(forum, of.section);
  const place = of.thread === undefined ? (of.section === undefined ? "" : `s/${of.section}/`) : `t/${of.thread}/`;
  const own = `${origin}/forum/${place.replace(/\/$/, "")}`;
  const about = section?.name ?? feed.title ?? null;
  const title = [publication, words.t("forum"), ...(about === null ? [] : [about])].join(" · ");
  const text = escapeHtml;
  const entries = feed.entries.map(
    ({id, title: name, number, name: author, day, html}) => `<entry>
<id>${urnOf(`${origin} post ${id}`)}</id>
<title>${text(words.t("forum-found", {title: name, number}))}</title>
<link href="${text(`${origin}/forum/p/${id}`)}"/>
<updated>${day}T00:00:00Z</updated>
<author><name>${text(author ?? words.t("forum-nobody"))}</name></author>
<content type="html">${text(html)}</content>
</entry>
`,
  );
  const body = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${(section?.language ?? words.language).tag}">
<id>${urnOf(`${origin} forum ${place}`)}</id>
<title>${text(title)}</title>
<subtitle>${text(`${words.t("forum-head")} ${domain.log.head()}`)}</subtitle>
<updated>${feed.updated === "" ? "1970-01-01" : feed.updated}T00:00:00Z</updated>
<link rel="self" href="${text(`${origin}/forum/${place}atom.xml`)}"/>
<link href="${text(own)}"/>
<author><name>${text(publication)}</name></author>
<generator version="${text(readVersion())}">Broadsheet</generator>
${entries.join("")}</feed>
`;
  return {kind: "made", type: "application/atom+xml; charset=utf-8", body, policy: dataPolicy};
}

/** A name that stays for as long as the forum has its address. */
function urnOf(name: string): string {
  const hex = sha256(name);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
