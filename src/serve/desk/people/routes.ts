import {z} from "zod";
import {roles} from "../../../accounts/rights.ts";
import {UserError} from "../../../base/error.ts";
import {utcMinute} from "../../../base/text.ts";
import {html, noMarkup} from "../../../render/markup/html.ts";
import {refusal} from "../../fault.ts";
import {saidAbove} from "../../forms/parts.ts";
import {none} from "../../forms/route.ts";
import type {PageAnswer} from "../answer.ts";
import type {Desk, Visitor} from "../desk.ts";
import {type DeskRoute, defineDeskRoute} from "../route.ts";
import {peoplePage, roleField} from "./list.ts";
import {logPage} from "./log-page.ts";

const number = z.string().regex(/^\d{1,15}$/);
const role = z.enum(roles);
/** What an editor does about others, with the second factor shown again. */
const act = {method: "POST", who: "people", again: true, query: none} as const;
const person = z.object({person: number});

/** Somebody, and what an editor may do about that; of oneself nothing, so that an editor is always left. */
function personPage(desk: Desk, visitor: Visitor, id: string): PageAnswer {
  const {words, accounts} = desk;
  const found = accounts.people().find((one) => String(one.id) === id && one.ended === null);
  if (found === undefined) throw refusal("NOT_FOUND", "there is nobody of that number");
  const facts = html`<dl class="facts"><dt>${words.t("desk-people-role")}</dt><dd>${words.t(`desk-role.${found.role}`)}</dd><dt>${words.t("desk-people-joined")}</dt><dd>${words.day(found.joined)}</dd><dt>${words.t("desk-people-sessions")}</dt><dd>${words.number(accounts.sessions(found.id).length)}</dd></dl>
`;
  const acts = html`<form method="post" action="/people/${id}/role" class="act">
${roleField(desk, found.role)}<p class="acts"><button>${words.t("desk-people-change")}</button></p>
</form>
<form method="post" action="/people/${id}/sessions" class="act"><p class="acts"><button>${words.t("desk-people-end-sessions")}</button></p></form>
<h2>${words.t("desk-people-end")}</h2>
<form method="post" action="/people/${id}/end" class="act"><p>${words.t("desk-people-end-means", {name: found.name})}</p>
<p class="acts"><button>${words.t("desk-people-end")}</button></p></form>
`;
  const isOwn = visitor.person.id === id;
  const body = html`${facts}${isOwn ? saidAbove(words.t("desk-people-own"), false) : acts}<p><a href="/people">${words.t("desk-people")}</a></p>
`;
  return {kind: "page", title: found.name, body};
}

/** Nobody ends or demotes themselves: an editor would be missing, perhaps the last. */
function otherThan({words}: Desk, visitor: Visitor, id: string): number {
  if (visitor.person.id !== id) return Number(id);
  throw refusal("PARAMETER_REFUSED", words.t("desk-people-own"));
}

function invitePage(desk: Desk, visitor: Visitor, name: string, as: (typeof roles)[number]): PageAnswer {
  const {words, accounts} = desk;
  try {
    const made = accounts.invite({name, role: as}, visitor.person);
    const body = html`<p class="secret" dir="ltr">${made.code}</p>
<p>${words.t("desk-people-code-means", {time: utcMinute(made.untilMs)})}</p>
${made.isAnew ? html`<p>${words.t("desk-join-anew")}</p>\n` : noMarkup}<p><a href="/people">${words.t("desk-people")}</a></p>
`;
    return {kind: "page", title: words.t("desk-people-code", {name: made.name}), body};
  } catch (fault) {
    if (fault instanceof UserError && fault.code === "PERSON_REFUSED") return peoplePage(desk, {name, fault});
    throw fault;
  }
}

/** People and what they may, and the log. */
export const peopleRoutes: readonly DeskRoute[] = [
  defineDeskRoute({
    ...{id: "people", method: "GET", path: "/people", who: "people", params: none, query: none, form: none},
    purpose: "who may sign in, and who is invited",
    carryOut: ({desk}) => peoplePage(desk),
  }),
  defineDeskRoute({
    ...{id: "people-log", method: "GET", path: "/people/log", who: "people", params: none, form: none},
    purpose: "what was done at the desk, and whether that is still what was written",
    query: z.object({before: number.optional()}),
    carryOut: ({desk, query}) => logPage(desk, query.before === undefined ? undefined : Number(query.before)),
  }),
  defineDeskRoute({
    ...{id: "people-invite", path: "/people/invite", params: none, ...act},
    purpose: "invites somebody, and shows the code",
    mostBytes: 4000,
    form: z.object({name: z.string().max(400), role}),
    carryOut: ({desk, visitor, form}) => invitePage(desk, visitor!, form.name, form.role),
  }),
  defineDeskRoute({
    ...{id: "people-withdraw", path: "/people/withdraw", params: none, ...act, again: false},
    purpose: "takes an invitation back",
    form: z.object({invitation: number}),
    carryOut: ({desk, visitor, form}) => {
      desk.accounts.withdraw(Number(form.invitation), visitor!.person);
      return {kind: "go", to: "/people"};
    },
  }),
  defineDeskRoute({
    ...{id: "person", method: "GET", path: "/people/:person", who: "people", query: none, form: none},
    purpose: "somebody, and what an editor may do about that",
    params: person,
    carryOut: ({desk, visitor, params}) => personPage(desk, visitor!, params.person),
  }),
  defineDeskRoute({
    ...{id: "person-role", path: "/people/:person/role", params: person, ...act},
    purpose: "gives somebody another role",
    form: z.object({role}),
    carryOut: ({desk, visitor, params, form}) => {
      desk.accounts.changeRole(otherThan(desk, visitor!, params.person), form.role, visitor!.person);
      return {kind: "go", to: `/people/${params.person}`};
    },
  }),
  defineDeskRoute({
    ...{id: "person-sessions", path: "/people/:person/sessions", params: person, form: none, ...act},
    purpose: "ends all sessions of somebody",
    carryOut: ({desk, visitor, params}) => {
      desk.accounts.endSessions(otherThan(desk, visitor!, params.person), visitor!.person);
      return {kind: "go", to: `/people/${params.person}`};
    },
  }),
  defineDeskRoute({
    ...{id: "person-end", path: "/people/:person/end", params: person, form: none, ...act},
    purpose: "ends the access of somebody for good",
    carryOut: ({desk, visitor, params}) => {
      desk.accounts.endPerson(otherThan(desk, visitor!, params.person), visitor!.person);
      return {kind: "go", to: "/people"};
    },
  }),
];
