import {dayOf} from "../../../accounts/day.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import {hasName, hiddenField, saidAbove} from "../../forms/parts.ts";
import type {Sender} from "../../forms/route.ts";
import {type ForumPages, type SignedInMember, sectionOf} from "../pages.ts";
import type {ForumPage} from "../route.ts";

function factorRow({words}: ForumPages, label: string, which: string): Markup {
  return html`<li>${label} <form method="post" action="/forum/account/second/drop">${hiddenField("which", which)}<button>${words.t("desk-account-remove")}</button></form></li>
`;
}

/** The number of the session that asks. */
export function ownSession({domain}: ForumPages, token: string): number | undefined {
  const session = domain.members.sessionOf(token);
  return session === null || session.stage === "joining" ? undefined : session.id;
}

/** Where a draft is written on. */
function draftLink(forum: ForumPages, {place, title}: {readonly place: string; readonly title: string}): Markup {
  const [kind, about = ""] = place.split("/", 2);
  const name =
    title !== ""
      ? title
      : kind === "s"
        ? (sectionOf(forum, about)?.name ?? about)
        : (forum.domain.thread(Number(about), {page: 1, viewer: null})?.title ?? about);
  return html`<li><a href="/forum/${kind === "s" ? `s/${about}/new` : `t/${about}/reply`}"><bdi>${name}</bdi></a></li>
`;
}

/** Somebody's own account: factors, sessions, invitations, drafts, what is kept, and leaving. */
export function memberPage(
  forum: ForumPages,
  {member}: SignedInMember,
  {token, site}: Sender,
  told: {readonly said?: string; readonly isFault?: boolean} = {},
): ForumPage {
  const {words, domain} = forum;
  const {members} = domain;
  const {hasTotp, passkeys, recoveryCodes} = members.factorsOf(member.id);
  const sessions = members.sessions(member.id, ownSession(forum, token));
  const factors = [
    ...(hasTotp ? [factorRow(forum, words.t("desk-account-totp"), "totp")] : []),
    ...passkeys.map((one) => factorRow(forum, words.t("desk-account-passkey", {day: words.day(one.added)}), one.id)),
  ];
  const drafts = domain.drafts.list(member.id);
  const rows = sessions.map(
    ({id, began, seen, isThis}) =>
      html`<tr><td>${words.day(began)}</td><td>${words.day(seen)}</td><td>${isThis ? words.t("desk-account-this") : html`<form method="post" action="/forum/account/sessions">${hiddenField("session", String(id))}<button>${words.t("desk-account-end")}</button></form>`}</td></tr>
`,
  );
  const others =
    sessions.length < 2
      ? noMarkup
      : html`<form method="post" action="/forum/account/sessions" class="act">${hiddenField("session", "others")}<p class="acts"><button>${words.t("desk-account-end-others")}</button></p></form>
`;
  const passkeyLink = hasName(site.host)
    ? html`<li><a class="button" href="/forum/account/second?with=passkey">${words.t("desk-account-add-passkey")}</a></li>\n`
    : noMarkup;
  const body = html`${saidAbove(told.said, told.isFault)}<dl class="facts"><dt>${words.t("desk-sign-in-name")}</dt><dd><bdi>${member.name}</bdi></dd><dt>${words.t("desk-people-role")}</dt><dd>${words.t(`forum-role.${member.role}`)}</dd></dl>
${drafts.length === 0 ? noMarkup : html`<h2>${words.t("forum-open-drafts")}</h2>\n<ul>${drafts.map((one) => draftLink(forum, one))}</ul>\n`}${invitationsPart(forum, member)}<h2>${words.t("desk-account-factors")}</h2>
<ul class="rows">${factors}</ul>
<ul class="acts"><li><a class="button" href="/forum/account/second?with=totp">${words.t("desk-account-add-totp")}</a></li>
${passkeyLink}</ul>
<h2>${words.t("desk-sign-in-phrase")}</h2>
<p class="acts"><a class="button" href="/forum/account/phrase">${words.t("desk-account-phrase")}</a></p>
<h2>${words.t("desk-account-codes", {count: recoveryCodes})}</h2>
<form method="post" action="/forum/account/codes" class="act"><p>${words.t("desk-account-codes-means")}</p>
<p class="acts"><button>${words.t("desk-account-codes-new")}</button></p></form>
<h2>${words.t("desk-account-sessions")}</h2>
<div class="scroll" role="region" aria-label="${words.t("desk-account-sessions")}" tabindex="0"><table class="texts">
<thead><tr><th scope="col">${words.t("desk-account-began")}</th><th scope="col">${words.t("desk-account-seen")}</th><td></td></tr></thead>
<tbody>${rows}</tbody>
</table></div>
${others}<h2>${words.t("forum-own-data")}</h2>
<p class="acts"><a class="button" href="/forum/account/data.json">${words.t("forum-own-data-save")}</a></p>
<h2>${words.t("forum-leave")}</h2>
<p class="acts"><a class="button" href="/forum/account/leave">${words.t("forum-leave")}</a></p>
`;
  return {kind: "page", title: words.t("desk-account"), body, ...(told.isFault === true && {status: 422 as const})};
}

/** What is left of the invitations of a month; nothing for who is not of standing. */
function invitationsPart({words, domain}: ForumPages, {id: member, role}: SignedInMember["member"]): Markup {
  if (role === "member") {
    return html`<h2>${words.t("forum-invitations")}</h2>
<p>${words.t("forum-invite-not-yet")}</p>
`;
  }
  const left = domain.members.invitationsLeft(member);
  const open = domain.members.invitations(member).map(
    ({id, untilMs}) =>
      html`<li><span>${words.t("forum-code-means", {day: words.day(dayOf(untilMs))})}</span> <form method="post" action="/forum/account/withdraw">${hiddenField("invitation", String(id))}<button>${words.t("desk-people-withdraw")}</button></form></li>
`,
  );
  const make =
    left === 0
      ? noMarkup
      : html`<form method="post" action="/forum/account/invite" class="act"><p class="acts"><button>${words.t("forum-invite")}</button></p></form>
`;
  return html`<h2>${words.t("forum-invitations")}</h2>
<p>${words.t("forum-invitations-left", {count: left})}</p>
${open.length === 0 ? noMarkup : html`<ul class="rows">${open}</ul>\n`}${make}`;
}

/** What leaving means, and what becomes of the posts. */
export function leavePage({words}: ForumPages): ForumPage {
  const body = html`<p>${words.t("forum-leave-means")}</p>
<form method="post" action="/forum/account/leave" class="act">
<fieldset><legend>${words.t("forum-posts-of-mine")}</legend>
<p><label><input type="radio" name="posts" value="stay" required> ${words.t("forum-leave-stay")}</label></p>
<p><label><input type="radio" name="posts" value="go"> ${words.t("forum-leave-go")}</label></p></fieldset>
<p class="acts"><button>${words.t("forum-leave-now")}</button></p>
</form>
`;
  return {kind: "page", title: words.t("forum-leave"), body};
}
