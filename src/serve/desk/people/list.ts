import {type Role, roles} from "../../../accounts/rights.ts";
import type {UserError} from "../../../base/error.ts";
import {utcMinute} from "../../../base/text.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import {hiddenField, textField} from "../../forms/parts.ts";
import type {PageAnswer} from "../answer.ts";
import type {Desk} from "../desk.ts";
import {faultFacts} from "../fault-page.ts";

/** A choice of roles. */
export function roleField({words}: Desk, chosen: Role | null): Markup {
  const options = roles.map(
    (role) =>
      html`<option value="${role}"${role === chosen ? html` selected` : noMarkup}>${words.t(`desk-role.${role}`)}</option>`,
  );
  return html`<div class="field short">
<label for="role">${words.t("desk-people-role")}</label>
<select id="role" name="role">${options}</select>
</div>
`;
}

/** Who may sign in, who is invited, and a form to invite somebody. */
export function peoplePage(desk: Desk, told: {readonly name?: string; readonly fault?: UserError} = {}): PageAnswer {
  const {words, accounts} = desk;
  const people = accounts.people().map(({id, name, role, joined, ended}) => {
    const sessions = ended === null ? words.number(accounts.sessions(id).length) : "";
    const shown = ended === null ? html`<a href="/people/${id}"><bdi>${name}</bdi></a>` : html`<bdi>${name}</bdi>`;
    return html`<tr><th scope="row">${shown}</th><td>${words.t(`desk-role.${role}`)}</td><td>${words.day(joined)}</td><td>${ended === null ? "" : words.day(ended)}</td><td>${sessions}</td></tr>
`;
  });
  const invited = accounts.invitations().map(
    ({id, name, role, untilMs}) =>
      html`<li><span><bdi>${name}</bdi>, ${words.t(`desk-role.${role}`)}. ${words.t("desk-people-invited", {time: utcMinute(untilMs)})}</span> <form method="post" action="/people/withdraw">${hiddenField("invitation", String(id))}<button>${words.t("desk-people-withdraw")}</button></form></li>
`,
  );
  const heads = (
    [
      "desk-sign-in-name",
      "desk-people-role",
      "desk-people-joined",
      "desk-people-ended",
      "desk-people-sessions",
    ] as const
  ).map((id) => html`<th scope="col">${words.t(id)}</th>`);
  const body = html`<p><a href="/people/log">${words.t("desk-log")}</a></p>
<div class="scroll" role="region" aria-label="${words.t("desk-people")}" tabindex="0"><table class="texts">
<thead><tr>${heads}</tr></thead>
<tbody>${people}</tbody>
</table></div>
${invited.length === 0 ? noMarkup : html`<ul class="rows">${invited}</ul>\n`}<h2>${words.t("desk-people-invite")}</h2>
${told.fault === undefined ? noMarkup : faultFacts(told.fault, words)}<p>${words.t("desk-people-invite-means")}</p>
<form method="post" action="/people/invite" class="act">
${textField({name: "name", label: words.t("desk-sign-in-name"), autocomplete: "off", value: told.name ?? ""})}${roleField(desk, "reader")}<p class="acts"><button class="main">${words.t("desk-people-invite")}</button></p>
</form>
`;
  return {kind: "page", title: words.t("desk-people"), body, ...(told.fault !== undefined && {status: 422 as const})};
}
