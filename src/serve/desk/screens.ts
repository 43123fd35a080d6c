import type {Right} from "../../accounts/rights.ts";
import type {MessageId} from "../../base/words/message.ts";

/** What the navigation of the desk leads to, for whoever may go there. */
export const screens = [
  {path: "/", label: "desk-today", right: "drafts"},
  {path: "/months", label: "desk-months", right: "drafts"},
  {path: "/review", label: "desk-review", right: "clients"},
  {path: "/books", label: "desk-books", right: "books"},
  {path: "/report", label: "desk-report", right: "drafts"},
  {path: "/publish", label: "desk-publish", right: "drafts"},
  {path: "/settings", label: "desk-settings", right: "settings"},
  {path: "/people", label: "desk-people", right: "people"},
] as const satisfies readonly {readonly path: string; readonly label: MessageId; readonly right: Right}[];
