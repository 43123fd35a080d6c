import type {LogFormat} from "../format.ts";
import {clockPattern, combinedExact, combinedWhole, plainPath} from "./common.ts";

/** The default of nginx and of most Apache installations: common, referrer, agent. */
export const combined: LogFormat = {
  name: "combined",
  what: "combined log format, what nginx and Apache write by default",
  example:
    '192.0.2.7 - - [10/Oct/2005:13:55:36 -0700] "GET /news/today.html HTTP/1.0" 200 2326 "http://www.example.com/" "Mozilla/5.0 (X11; U; Linux i686; en-US; rv:1.8) Gecko/20051111 Firefox/1.5"',
  timePattern: clockPattern,
  exact: combinedExact,
  whole: combinedWhole,
  plain: plainPath({combined: true, virtual: false}),
  shape: {hasHost: false, hasOrigin: true},
};
