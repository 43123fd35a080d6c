import {message} from "../../base/words/message.ts";
import {isFeed} from "../feeds/match.ts";
import type {Rule} from "./rule.ts";

/** Requests for a feed, where the publisher says what one is: a program asked whether there is anything new, and nobody read. */
export const feedPolls: Rule = {
  id: "feed-polls",
  label: message("verdict.feed-polls"),
  setting: "feeds",
  explain: ({feeds: {paths}}) => message("feeds-as-named", {count: paths.length}),
  fitsPath: (asked, {feeds}) => isFeed(asked, feeds),
};
