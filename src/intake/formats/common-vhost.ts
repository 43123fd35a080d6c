import type {LogFormat} from "../format.ts";
import {clockPattern, plainPath, virtualCommonExact} from "./common.ts";

/** Common behind `vhost:port`, for a server with several sites. */
export const commonVhost: LogFormat = {
  name: "common-vhost",
  what: "common log format with a leading vhost:port",
  example: 'www.example.com:80 192.0.2.7 - - [10/Oct/2005:13:55:36 -0700] "GET /news/today.html HTTP/1.0" 200 2326',
  timePattern: clockPattern,
  exact: virtualCommonExact,
  whole: virtualCommonExact.pattern,
  plain: plainPath({combined: false, virtual: true}),
  shape: {hasHost: true, hasOrigin: false},
};
