import {inGroups} from "../../../base/sha256.ts";
import type {Translator} from "../../../base/words/translator.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import type {ForumPages} from "../pages.ts";
import {forumPath} from "../paths.ts";
import type {ForumPage} from "../route.ts";

const rowsOfPage = 100;

const acts = [
  ...(["shown", "trusted", "hidden", "appealed", "flood", "let-in", "turned-away"] as const),
  ...([
    "member-role",
    "member-ended",
    "invited",
    "key-lost",
    "joining-shut",
    "joining-opened",
    "closed",
    "reopened",
  ] as const),
] as const;

const staff = ["moderator", "editor"] as const;

/** Of what a row is: a post, and what the moderator said. */
function aboutPart(words: Translator, {post, words: said = ""}: Readonly<Record<string, string | number>>): Markup {
  const link =
    typeof post === "number"
      ? html`<a href="${forumPath.post(post)}">${words.t("forum-log-post", {number: post})}</a>`
      : noMarkup;
  return said === "" ? link : html`${link} <bdi>${said}</bdi>`;
}

/** The public log of moderation, the last first. */
export function moderationLog({words, domain}: ForumPages, before: number | undefined): ForumPage {
  const rows = domain.log.rows({most: rowsOfPage, ...(before !== undefined && {before})});
  const heads = (["forum-log-day", "desk-log-who", "desk-log-act", "desk-log-about", "forum-reason"] as const).map(
    (id) => html`<th scope="col">${words.t(id)}</th>`,
  );
  const drawn = rows.map(({number, day, who, act, about, reason, hash}) => {
    const known = acts.find((one) => one === act);
    const role = staff.find((one) => one === who);
    const name = who === "" ? words.t("forum") : role === undefined ? who : words.t(`forum-role.${role}`);
    return html`<tr id="r${number}"><td>${number}</td><td><time datetime="${day}">${words.day(day)}</time></td><td><bdi>${name}</bdi></td><td>${known === undefined ? html`<code dir="ltr">${act}</code>` : words.t(`forum-act.${known}`)}</td><td>${aboutPart(words, about)}</td><td><bdi>${reason ?? ""}</bdi></td><td class="sum">${hash}</td></tr>
`;
  });
  const head = domain.log.head();
  const last = rows.at(-1)?.number ?? 0;
  const body = html`<p>${words.t("forum-log-means")}</p>
${head === "" ? noMarkup : html`<p class="hash"><code dir="ltr">${inGroups(head)}</code></p>\n`}<div class="scroll sheet" role="region" aria-label="${words.t("forum-log")}" tabindex="0"><table class="texts">
<thead><tr><td></td>${heads}<th scope="col">SHA-256</th></tr></thead>
<tbody>${drawn}</tbody>
</table></div>
${last > 1 ? html`<p><a href="/forum/log?before=${last}">${words.t("desk-log-older")}</a></p>\n` : noMarkup}`;
  return {kind: "page", title: words.t("forum-log"), body};
}
