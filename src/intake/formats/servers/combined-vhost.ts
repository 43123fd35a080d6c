import type {LogFormat} from "../describe.ts";

/** Apache's vhost_combined: combined behind a virtual host, with its port or without. */
export const combinedVhost: LogFormat = {
  name: "combined-vhost",
  what: "Apache's vhost_combined: combined behind a virtual host, with its port or without",
  source: "https://httpd.apache.org/docs/current/mod/mod_log_config.html",
  examples: [
    {
      lines: [
        'www.example.com:80 192.0.2.7 - - [10/Oct/2005:13:55:36 -0700] "GET /news/today.html HTTP/1.0" 200 2326 "-" "Lynx/2.8.5rel.1 libwww-FM/2.14"',
      ],
      tells: {
        host: "www.example.com:80",
        client: "192.0.2.7",
        time: "2005-10-10T20:55:36Z",
        target: "/news/today.html",
        agent: "Lynx/2.8.5rel.1 libwww-FM/2.14",
      },
    },
    {
      lines: [
        'press.example 2001:db8::7 - - [10/Oct/2005:13:55:36 -0700] "GET /news/today.html HTTP/1.0" 200 2326 "-" "Lynx/2.8.5rel.1 libwww-FM/2.14"',
      ],
      tells: {host: "press.example", client: "2001:db8::7"},
    },
    {
      lines: ['203.0.113.9:443 192.0.2.7 - - [10/Oct/2005:13:55:36 -0700] "GET / HTTP/1.0" 200 2326 "-" "Lynx/2.8.5"'],
      tells: {host: null, client: "192.0.2.7"},
    },
  ],
  lines: {kind: "combined", records: ["host", "client", "time", "request", "status", "bytes", "referrer", "agent"]},
};
