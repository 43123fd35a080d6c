import {z} from "zod";
import {peopleAtOnce} from "../../../forum/members/people.ts";
import {forumRoles as roles} from "../../../forum/members/roles.ts";
import {html, noMarkup} from "../../../render/markup/html.ts";
import {refusal} from "../../fault.ts";
import {saidAbove} from "../../forms/parts.ts";
import {none} from "../../forms/route.ts";
import {type ForumPages, isFor, type SignedInMember} from "../pages.ts";
import {countingNumber} from "../path-parts.ts";
import {defineForumRoute, type ForumPage, type ForumRoute} from "../route.ts";
import {pageLinks} from "../threads/list-parts.ts";
import {chooseField} from "../writing/text-field.ts";

function peoplePage({words, domain}: ForumPages, visitor: SignedInMember, page: number): ForumPage {
  const isEditor = isFor(visitor, "editor");
  const people = domain.people.list({page});
  const rows = people
    .filter(({ended}) => ended === null)
    .map(({id, name, role, joined, isHeld}) => {
      const shown = isEditor ? html`<a href="/forum/people/${id}"><bdi>${name}</bdi></a>` : html`<bdi>${name}</bdi>`;
      return html`<tr><th scope="row">${shown}</th><td>${words.t(`forum-role.${role}`)}</td><td>${words.day(joined)}</td><td>${isHeld ? words.t("forum-held-still") : ""}</td></tr>
`;
    });
  const heads = (["desk-sign-in-name", "desk-people-role", "desk-people-joined"] as const).map(
    (id) => html`<th scope="col">${words.t(id)}</th>`,
  );
  const {joining} = domain.joining.state();
  const shut = html`<form method="post" action="/forum/joining" class="act"><p class="acts"><button name="joining" value="${joining ? "shut" : "open"}">${words.t(joining ? "forum-shut-joining" : "forum-open-joining")}</button></p></form>
`;
  const invite = isEditor
    ? html`<form method="post" action="/forum/account/invite" class="act"><p class="acts"><button>${words.t("forum-invite")}</button></p></form>
`
    : noMarkup;
  const body = html`${shut}${invite}<div class="scroll" role="region" aria-label="${words.t("forum-people")}" tabindex="0"><table class="texts">
<thead><tr>${heads}<td></td></tr></thead>
<tbody>${rows}</tbody>
</table></div>
${people.length < peopleAtOnce && page === 1 ? noMarkup : pageLinks(words, page, people.length < peopleAtOnce ? page : page + 1, (to) => `/forum/people?page=${to}`)}`;
  return {kind: "page", title: words.t("forum-people"), body};
}

type Refused = "forum-needs-second" | "forum-last-editor" | "desk-refused-means";

function personPage({words, domain}: ForumPages, {member}: SignedInMember, id: number, refused?: Refused): ForumPage {
  const found = domain.people.find(id);
  if (found === null) throw refusal("NOT_FOUND", "there is nobody of that number");
  const choices = roles.map((role) => [role, words.t(`forum-role.${role}`)] as const);
  const acts = html`<form method="post" action="/forum/people/${id}/role" class="act">
${chooseField({name: "role", label: words.t("desk-people-role"), choices, chosen: found.role})}<p class="acts"><button>${words.t("desk-people-change")}</button></p>
</form>
<h2>${words.t("desk-people-end")}</h2>
<form method="post" action="/forum/people/${id}/end" class="act"><p class="acts"><button>${words.t("desk-people-end")}</button></p></form>
`;
  const body = html`${saidAbove(refused && words.t(refused))}<dl class="facts"><dt>${words.t("desk-people-role")}</dt><dd>${words.t(`forum-role.${found.role}`)}</dd><dt>${words.t("desk-people-joined")}</dt><dd>${words.day(found.joined)}</dd></dl>
${member.id === id ? saidAbove(words.t("desk-people-own"), false) : acts}<p><a href="/forum/people">${words.t("forum-people")}</a></p>
`;
  return {kind: "page", title: found.name, body, ...(refused !== undefined && {status: 422 as const})};
}

/** Nobody ends or changes themselves: an editor would be missing, perhaps the last. */
function otherThan({words}: ForumPages, {member}: SignedInMember, id: number): number {
  if (member.id !== id) return id;
  throw refusal("PARAMETER_REFUSED", words.t("desk-people-own"));
}

const act = {method: "POST", who: "editor", again: true, query: none} as const;
const person = z.object({person: countingNumber});

/** The members, for those who moderate; what they are, for editors. */
export const memberListRoutes: readonly ForumRoute[] = [
  defineForumRoute({
    ...{id: "people", method: "GET", path: "/forum/people", who: "moderator", params: none, form: none},
    query: z.object({page: countingNumber.optional()}),
    purpose: "the members and what they are",
    carryOut: ({forum, visitor, query}) => peoplePage(forum, visitor!, query.page ?? 1),
  }),
  defineForumRoute({
    ...{id: "joining", method: "POST", path: "/forum/joining", who: "moderator", params: none, query: none},
    purpose: "takes in nobody new, or takes in new members again",
    form: z.object({joining: z.enum(["shut", "open"])}),
    carryOut: ({forum, visitor, form}) => {
      const {joining} = forum.domain;
      if (form.joining === "shut") joining.shut(visitor!.member);
      else joining.open(visitor!.member);
      return {kind: "go", to: "/forum/people"};
    },
  }),
  defineForumRoute({
    ...{id: "person", method: "GET", path: "/forum/people/:person", who: "editor", query: none, form: none},
    purpose: "a member, and what an editor may do about that",
    params: person,
    carryOut: ({forum, visitor, params}) => personPage(forum, visitor!, params.person),
  }),
  defineForumRoute({
    ...{id: "person-role", path: "/forum/people/:person/role", params: person, ...act},
    purpose: "gives a member another role",
    form: z.object({role: z.enum(roles)}),
    carryOut: ({forum, visitor, params, form}) => {
      const id = otherThan(forum, visitor!, params.person);
      switch (forum.domain.people.promote(id, form.role, visitor!.member)) {
        case "needs-second":
          return personPage(forum, visitor!, id, "forum-needs-second");
        case "last-editor":
          return personPage(forum, visitor!, id, "forum-last-editor");
        case "refused":
        case "missing":
          return personPage(forum, visitor!, id, "desk-refused-means");
        default:
          return {kind: "go", to: `/forum/people/${params.person}`};
      }
    },
  }),
  defineForumRoute({
    ...{id: "person-end", path: "/forum/people/:person/end", params: person, form: none, ...act},
    purpose: "ends a membership; what was written stays, and so does the name",
    carryOut: ({forum, visitor, params}) => {
      forum.domain.people.end(otherThan(forum, visitor!, params.person), visitor!.member);
      return {kind: "go", to: "/forum/people"};
    },
  }),
];
