import type {ListedSession} from "../../../accounts/sessions.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import {hasName, hiddenField, saidAbove} from "../../forms/parts.ts";
import type {Sender} from "../../forms/route.ts";
import type {PageAnswer} from "../answer.ts";
import type {Desk, Visitor} from "../desk.ts";

function factorRow({words}: Desk, label: string, which: string): Markup {
  return html`<li>${label} <form method="post" action="/account/second/drop">${hiddenField("which", which)}<button>${words.t("desk-account-remove")}</button></form></li>
`;
}

function sessionRow({words}: Desk, {id, began, seen, isThis}: ListedSession): Markup {
  const end = isThis
    ? html`${words.t("desk-account-this")}`
    : html`<form method="post" action="/account/sessions">${hiddenField("session", String(id))}<button>${words.t("desk-account-end")}</button></form>`;
  return html`<tr><td>${words.day(began)}</td><td>${words.day(seen)}</td><td>${end}</td></tr>
`;
}

/** Somebody's own factors and sessions. */
export function accountPage(
  desk: Desk,
  {person}: Visitor,
  {token, site}: Sender,
  told: {readonly said?: string; readonly isFault?: boolean} = {},
): PageAnswer {
  const {words, accounts} = desk;
  const id = Number(person.id);
  const {hasTotp, passkeys, recoveryCodes} = accounts.factorsOf(id);
  const own = accounts.sessionOf(token);
  const sessions = accounts.sessions(id, own?.id);
  const factors = [
    ...(hasTotp ? [factorRow(desk, words.t("desk-account-totp"), "totp")] : []),
    ...passkeys.map((one) => factorRow(desk, words.t("desk-account-passkey", {day: words.day(one.added)}), one.id)),
  ];
  const body = html`${saidAbove(told.said, told.isFault)}<dl class="facts"><dt>${words.t("desk-sign-in-name")}</dt><dd><bdi>${person.name}</bdi></dd><dt>${words.t("desk-people-role")}</dt><dd>${words.t(`desk-role.${person.role}`)}</dd></dl>
<h2>${words.t("desk-account-factors")}</h2>
<ul class="rows">${factors}</ul>
<ul class="acts"><li><a class="button" href="/account/second?with=totp">${words.t("desk-account-add-totp")}</a></li>
${hasName(site.host) ? html`<li><a class="button" href="/account/second?with=passkey">${words.t("desk-account-add-passkey")}</a></li>\n` : noMarkup}</ul>
<h2>${words.t("desk-sign-in-phrase")}</h2>
<p class="acts"><a class="button" href="/account/phrase">${words.t("desk-account-phrase")}</a></p>
<h2>${words.t("desk-account-codes", {count: recoveryCodes})}</h2>
<form method="post" action="/account/codes" class="act"><p>${words.t("desk-account-codes-means")}</p>
<p class="acts"><button>${words.t("desk-account-codes-new")}</button></p></form>
<h2>${words.t("desk-account-sessions")}</h2>
<div class="scroll" role="region" aria-label="${words.t("desk-account-sessions")}" tabindex="0"><table class="texts">
<thead><tr><th scope="col">${words.t("desk-account-began")}</th><th scope="col">${words.t("desk-account-seen")}</th><td></td></tr></thead>
<tbody>${sessions.map((session) => sessionRow(desk, session))}</tbody>
</table></div>
${
  sessions.length < 2
    ? noMarkup
    : html`<form method="post" action="/account/sessions" class="act">${hiddenField("session", "others")}<p class="acts"><button>${words.t("desk-account-end-others")}</button></p></form>
`
}`;
  return {kind: "page", title: words.t("desk-account"), body, ...(told.isFault === true && {status: 422 as const})};
}
