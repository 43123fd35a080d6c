import {none} from "../../forms/route.ts";
import {type DeskRoute, defineDeskRoute} from "../route.ts";
import {beginLook} from "./look.ts";
import {todayPage} from "./page.ts";

const base = {params: none, query: none, form: none};

/** The start page. */
export const todayRoutes: readonly DeskRoute[] = [
  defineDeskRoute({
    ...{...base, id: "today", method: "GET", path: "/", who: "drafts"},
    purpose: "what needs a person, long work that goes on, and this month so far",
    carryOut: ({desk, visitor}) => todayPage(desk, visitor!),
  }),
  defineDeskRoute({
    ...{...base, id: "today-look", method: "POST", path: "/today/look", who: "drafts"},
    purpose: "look again at what could not be looked at",
    carryOut: ({desk, visitor}) => ({kind: "go", to: `/jobs/${beginLook(desk, visitor!).id}`}),
  }),
];
