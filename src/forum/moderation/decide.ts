import {dayOf} from "../../accounts/day.ts";
import {isModerator, letIn, turnAway} from "../members/knock-decisions.ts";
import {stopHolding} from "../members/standing.ts";
import {isForumClosed} from "../posts/closing.ts";
import type {PostRow} from "../posts/rows.ts";
import {showPost, unshowPost} from "../posts/show.ts";
import type {ForumActor, ForumStore} from "../store.ts";
import {drawText} from "../text/draw.ts";
import {statement} from "./report.ts";

/** What a moderator decides about a post: it is shown; it is, and its author's are held no more; it is hidden, by a rule. */
export interface PostDecision {
  readonly kind: "show" | "show-and-trust" | "hide";
  /** One of the forum's; needed where it is hidden. */
  readonly rule?: string | undefined;
  /** For everybody: they stand in the public log. */
  readonly words?: string | undefined;
  /** What was looked at, as the queue says it. */
  readonly seen: string;
}

/** What came of a decision. "changed": the text was, since it was looked at. "own": nobody decides about an own post. */
export type DecisionOutcome =
  | {readonly outcome: "decided" | "changed" | "own" | "missing" | "denied" | "closed"}
  | {readonly outcome: "already"; readonly by: string; readonly kind: string}
  | {readonly outcome: "refused"; readonly field: "rule"};

interface LastDecision {
  readonly id: number;
  readonly kind: PostDecision["kind"];
  readonly who_name: string;
}

const acts = {show: "shown", "show-and-trust": "trusted", hide: "hidden"} as const;

/** What a moderator has looked at: the text as it was, and what was decided about it until then. */
export function seenMark(revision: number, lastDecision: number): string {
  return `${revision}.${lastDecision}`;
}

/** Decides about a post, once: of two who decide at the same time the second is told what the first did. */
export function decideOnPost(store: ForumStore, by: ForumActor, id: number, decision: PostDecision): DecisionOutcome {
  const {kind, rule} = decision;
  if (kind === "hide" && !(rule !== undefined && store.settings.rules.includes(rule))) {
    return {outcome: "refused", field: "rule"};
  }
  return store.act(() => {
    if (!isModerator(store, by)) return {outcome: "denied"};
    if (isForumClosed(store)) return {outcome: "closed"};
    const post = store.file.one<PostRow>("post", {id});
    if (post === undefined || post.state === "withdrawn") return {outcome: "missing"};
    if (by.id !== null && post.author === by.id) return {outcome: "own"};
    const last = store.file.one<LastDecision>("lastDecision", {post: id});
    const isWaiting = store.file.one("isWaiting", {post: id}) !== undefined;
    const isSo = post.state === (kind === "hide" ? "hidden" : "shown") && !isWaiting;
    const [, lastSeen] = decision.seen.split(".");
    if (last !== undefined && (isSo || String(last.id) !== lastSeen)) {
      return {outcome: "already", by: last.who_name, kind: last.kind};
    }
    if (seenMark(post.revision, last?.id ?? 0) !== decision.seen) return {outcome: "changed"};
    carryOut(store, by, post, decision);
    return {outcome: "decided"};
  });
}

function carryOut(store: ForumStore, by: ForumActor, post: PostRow, {kind, rule = "", words = ""}: PostDecision): void {
  const {file, now, settings} = store;
  const {since} = file.one<{since: number | null}>("waitingSince", {post: post.id})!;
  const said = statement(words);
  const reason = kind === "hide" ? rule : null;
  const {id: decision} = file.change("addDecision", {
    ...{post: post.id, kind, rule: reason, words: said, day: dayOf(now())},
    ...{who: by.id, whoName: settings.names === "pseudonym" ? by.name : by.role},
    waited: since === null ? null : Math.max(0, Math.floor((now() - since) / 60_000)),
    endsAppeal: file.one("openAppeal", {post: post.id}) === undefined ? 0 : 1,
  });
  file.change("endReports", {post: post.id, decision});
  file.change("endAppeals", {post: post.id, decision});
  if (kind === "hide") {
    if (post.state !== "hidden") unshowPost(store, post, "hidden");
  } else if (post.state !== "shown") showPost(store, post, drawText(post.source).plain);
  file.change("setDecision", {id: post.id, decision});
  if (kind === "show-and-trust" && post.author !== null) stopHolding(store, post.author);
  store.record(by, acts[kind], {
    ...{post: post.id, decision},
    ...(reason === null ? {} : {rule: reason}),
    ...(said === "" ? {} : {words: said}),
  });
}

/** Lets in who knocked, or turns away by a rule. */
export function decideOnKnock(
  store: ForumStore,
  by: ForumActor,
  id: number,
  {kind, rule}: PostDecision,
): DecisionOutcome {
  const came = kind === "hide" ? turnAway(store, by, id, {rule}) : letIn(store, by, id);
  if (came === "refused") return {outcome: "refused", field: "rule"};
  // Of a knock nothing stays that would say who decided; the log does.
  return came === "already" ? {outcome: "already", by: "", kind: ""} : {outcome: came};
}
