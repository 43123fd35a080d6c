import {iab} from "./iab.ts";
import {counter, crawlerUserAgents} from "./json-patterns.ts";
import {plainNetworks, publishedNetworks} from "./network-lists.ts";
import {plainPatterns} from "./plain-patterns.ts";
import type {RobotListFormat} from "./robot-list.ts";

/** Every form of a list of robots; the first that fits is taken, and what fits more stands further down. */
export const robotListFormats: readonly RobotListFormat[] = [
  publishedNetworks,
  plainNetworks,
  iab,
  crawlerUserAgents,
  counter,
  plainPatterns,
];
