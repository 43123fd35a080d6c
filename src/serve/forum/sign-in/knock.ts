import {z} from "zod";
import {isOffered, offerPhrase} from "../../../accounts/factors/pass-phrase.ts";
import {html} from "../../../render/markup/html.ts";
import {codesShown} from "../../forms/new-factors.ts";
import {answeredAs, hiddenField, type StepTold, saidAbove, textField, whyNot} from "../../forms/parts.ts";
import {none} from "../../forms/route.ts";
import type {ForumPages} from "../pages.ts";
import {defineForumRoute, type ForumPage, type ForumRoute} from "../route.ts";
import {faultText, longField} from "../writing/text-field.ts";

interface Knocking {
  readonly name: string;
  readonly why: string;
  readonly offered: string;
}

type Told = StepTold & {readonly fault?: {readonly field: "name" | "why" | "phrase"; readonly text: string}};

function knockPage({words, domain}: ForumPages, {name, why, offered}: Knocking, told: Told = {}): ForumPage {
  const title = words.t("forum-knock");
  if (!domain.joining.state().knocking) {
    const body = html`<p>${words.t("forum-joining-shut")}</p>
`;
    return {kind: "page", title, body, status: 403};
  }
  const faultOf = (field: string): string | undefined => (told.fault?.field === field ? told.fault.text : undefined);
  // What was shown is shown again where it was one of ours; what was typed is never sent back.
  const offer = isOffered(offered) ? offered : offerPhrase();
  const secret = {type: "password", autocomplete: "new-password"} as const;
  const body = html`${saidAbove(told.said)}<p>${words.t("forum-knock-means")}</p>
<form method="post" action="/forum/knock">
${textField({name: "name", label: words.t("forum-name"), means: words.t("forum-name-means"), autocomplete: "username", value: name, hasFocus: name === "", fault: faultOf("name")})}${longField({name: "why", label: words.t("forum-knock-why"), value: why, lines: 6, fault: faultOf("why")})}<p>${words.t("desk-phrase-offer")}</p>
<p class="secret" lang="en" dir="ltr">${offer}</p>
${hiddenField("offered", offer)}${textField({name: "phrase", label: words.t("desk-phrase-new"), ...secret, fault: faultOf("phrase")})}${textField({name: "twice", label: words.t("desk-phrase-twice"), ...secret})}<p class="acts"><button class="main">${words.t("forum-knock")}</button></p>
</form>
`;
  return {kind: "page", title, body, ...answeredAs(told)};
}

const nothing: Knocking = {name: "", why: "", offered: ""};
const phraseFaults = ["too-short", "too-long", "common", "plain", "about-you"] as const;

/** Knocking: a name, a text of why, and the pass phrase of later; somebody who moderates lets in or turns away. */
export const knockRoutes: readonly ForumRoute[] = [
  defineForumRoute({
    ...{id: "knock-form", method: "GET", path: "/forum/knock", who: "anybody", params: none, query: none, form: none},
    purpose: "asks who knocks for a name, a text of why, and a pass phrase",
    carryOut: ({forum}) => knockPage(forum, nothing),
  }),
  defineForumRoute({
    ...{id: "knock", method: "POST", path: "/forum/knock", who: "anybody", params: none, query: none},
    purpose: "puts who knocks into the queue, and shows the recovery codes",
    mostBytes: 32_000,
    form: z.object({
      name: z.string().max(400),
      why: z.string().max(4000),
      phrase: z.string().max(2000),
      twice: z.string().max(2000),
      offered: z.string().max(200),
    }),
    carryOut: async ({forum, sender, form}) => {
      const {words, domain} = forum;
      const {phrase, twice, ...typed} = form;
      const {name, why} = typed;
      if (phrase !== twice) {
        const fault = {field: "phrase", text: words.t("desk-phrase-other")} as const;
        return knockPage(forum, typed, {fault, status: 422});
      }
      const done = await domain.members.knock({name, why, phrase, from: sender.address});
      switch (done.outcome) {
        case "knocked": {
          const body = html`<p>${words.t("forum-knocked")}</p>
${done.recoveryCodes.length === 0 ? "" : codesShown(words, done.recoveryCodes, "/forum/")}`;
          return {kind: "page", title: words.t("forum-knock"), body};
        }
        case "shut":
          return knockPage(forum, typed, {said: words.t("forum-joining-shut"), status: 422});
        case "wait":
        case "busy":
          return knockPage(forum, typed, whyNot(words, done));
        case "fault": {
          const own = done.field === "phrase" ? phraseFaults.find((one) => one === done.fault) : undefined;
          const text = own === undefined ? faultText(words, done.fault) : words.t(`desk-phrase-fault.${own}`);
          return knockPage(forum, typed, {fault: {field: done.field, text}, status: 422});
        }
      }
    },
  }),
];
