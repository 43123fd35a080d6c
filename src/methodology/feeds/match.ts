import type {AskedPath} from "../../base/paths/asked-path.ts";
import type {PathPattern} from "../../base/paths/pattern.ts";
import {isUsualFeed} from "./known.ts";

/** What a feed is. */
export interface FeedPaths {
  /** Is what usually is a feed one? */
  readonly areUsual: boolean;
  /** Those that the publisher names. */
  readonly paths: readonly PathPattern[];
}

/** Is a feed asked for? */
export function isFeed(asked: AskedPath, {areUsual, paths}: FeedPaths): boolean {
  return (areUsual && isUsualFeed(asked)) || paths.some((pattern) => pattern.fits(asked));
}
