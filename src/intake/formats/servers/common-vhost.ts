import type {LogFormat} from "../describe.ts";

/** common behind a virtual host, with its port or without. */
export const commonVhost: LogFormat = {
  name: "common-vhost",
  what: "common behind a virtual host, with its port or without",
  source: "https://httpd.apache.org/docs/current/mod/mod_log_config.html",
  examples: [
    {
      lines: ['www.example.com:80 192.0.2.7 - - [10/Oct/2005:13:55:36 -0700] "GET /news/today.html HTTP/1.0" 200 2326'],
      tells: {host: "www.example.com:80", client: "192.0.2.7", agent: null, referrer: null},
    },
  ],
  lines: {kind: "combined", records: ["host", "client", "time", "request", "status", "bytes"]},
};
