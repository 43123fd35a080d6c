import type {LogFormat} from "../describe.ts";

/** what nginx and Apache write by default: common, then referrer and agent. */
export const combined: LogFormat = {
  name: "combined",
  what: "what nginx and Apache write by default: common, then referrer and agent",
  source: "https://httpd.apache.org/docs/current/mod/mod_log_config.html",
  examples: [
    {
      lines: [
        '192.0.2.7 - - [10/Oct/2005:13:55:36 -0700] "GET /news/today.html HTTP/1.0" 200 2326 "http://www.example.com/" "Mozilla/5.0 (X11; U; Linux i686; en-US; rv:1.8) Gecko/20051111 Firefox/1.5"',
      ],
      tells: {
        client: "192.0.2.7",
        time: "2005-10-10T20:55:36Z",
        method: "GET",
        target: "/news/today.html",
        status: 200,
        bytes: 2326,
        referrer: "http://www.example.com/",
        agent: "Mozilla/5.0 (X11; U; Linux i686; en-US; rv:1.8) Gecko/20051111 Firefox/1.5",
        host: null,
      },
    },
    {
      lines: [
        '2001:db8::1 - john smith [06/Jan/2026:10:00:02 +0000] "GET /a\\"b HTTP/1.1" 200 10 "-" "Mozilla/5.0 \\"quoted\\" UA"',
      ],
      tells: {client: "2001:db8::1", target: '/a\\"b', agent: 'Mozilla/5.0 \\"quoted\\" UA'},
    },
  ],
  lines: {kind: "combined", records: ["client", "time", "request", "status", "bytes", "referrer", "agent"]},
};
