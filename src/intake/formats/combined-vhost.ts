import type {LogFormat} from "../format.ts";
import {clockPattern, plainPath, virtualCombinedExact, virtualCombinedWhole} from "./common.ts";

/** Combined behind `vhost:port`: Apache's `vhost_combined`. */
export const combinedVhost: LogFormat = {
  name: "combined-vhost",
  what: "combined log format with a leading vhost:port, Apache's vhost_combined",
  example:
    'www.example.com:80 192.0.2.7 - - [10/Oct/2005:13:55:36 -0700] "GET /news/today.html HTTP/1.0" 200 2326 "-" "Lynx/2.8.5rel.1 libwww-FM/2.14"',
  timePattern: clockPattern,
  exact: virtualCombinedExact,
  whole: virtualCombinedWhole,
  plain: plainPath({combined: true, virtual: true}),
  shape: {hasHost: true, hasOrigin: true},
};
