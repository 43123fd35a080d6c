import {openRates, type Rate, type RateLimits} from "../../accounts/limits.ts";
import type {ForumStore} from "../store.ts";

/** How often members may write. What one writes takes nothing from another, but where all together write more than any forum is read. */
const writingRates = {
  /** Posts of one member. */
  post: {burst: 6, everyMs: 20_000},
  /** Changes of one member. */
  edit: {burst: 10, everyMs: 10_000},
  /** Reports and appeals of one member. */
  report: {burst: 5, everyMs: 60_000},
  /** All of it, by everybody. */
  all: {burst: 1000, everyMs: 100},
} as const satisfies Readonly<Record<string, Rate>>;

/** What is counted of those who write, in memory alone. */
export type WritingLimits = RateLimits<keyof typeof writingRates>;

/** What every act of writing works with. */
export interface WritingStore extends ForumStore {
  readonly writing: WritingLimits;
}

/** The store with its limits of writing. */
export function withWriting(store: ForumStore): WritingStore {
  return {...store, writing: openRates(store.now, writingRates)};
}

/** @returns 0 where that member may write that now, else in how many whole seconds. */
export function takeTurn({writing}: WritingStore, kind: "post" | "edit" | "report", member: number): number {
  return writing.take(kind, String(member)) || writing.take("all", "");
}
