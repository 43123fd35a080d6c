import type {LogFormat} from "../describe.ts";

/** Apache's common log format, also written by many other servers. */
export const common: LogFormat = {
  name: "common",
  what: "Apache's common log format, also written by many other servers",
  source: "https://httpd.apache.org/docs/current/mod/mod_log_config.html",
  examples: [
    {
      lines: ['192.0.2.7 - - [10/Oct/2005:13:55:36 -0700] "GET /news/today.html HTTP/1.0" 200 2326'],
      tells: {
        client: "192.0.2.7",
        time: "2005-10-10T20:55:36Z",
        method: "GET",
        target: "/news/today.html",
        status: 200,
        bytes: 2326,
        referrer: null,
        agent: null,
        host: null,
      },
    },
    {
      lines: ['host.example.org - frank [10/Oct/2000:13:55:36 -0700] "GET /apache_pb.gif HTTP/1.0" 304 -'],
      tells: {client: "host.example.org", bytes: 0, status: 304},
    },
  ],
  lines: {kind: "combined", records: ["client", "time", "request", "status", "bytes"]},
};
