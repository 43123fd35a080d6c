import type {LogFormat} from "../describe.ts";

/** the format main of nginx's packages: combined, then the addresses that a proxy forwarded. */
export const nginxMain: LogFormat = {
  name: "nginx-main",
  what: "the format main of nginx's packages: combined, then the addresses that a proxy forwarded",
  source: "https://nginx.org/en/docs/http/ngx_http_log_module.html",
  examples: [
    {
      lines: [
        '203.0.113.10 - - [01/Mar/2026:10:00:00 +0000] "GET /essays/0.html HTTP/1.1" 200 5120 "-" "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0" "192.0.2.41, 203.0.113.9"',
      ],
      tells: {
        client: "203.0.113.10",
        forwarded: {"x-forwarded-for": "192.0.2.41, 203.0.113.9"},
        agent: "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
        bytes: 5120,
      },
    },
    {
      lines: [
        '203.0.113.10 - - [01/Mar/2026:10:00:00 +0000] "GET /essays/0.html HTTP/1.1" 200 5120 "-" "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0" (192.0.2.41)',
      ],
      tells: {forwarded: {"x-forwarded-for": "192.0.2.41"}},
    },
  ],
  lines: {
    kind: "combined",
    records: ["client", "time", "request", "status", "bytes", "referrer", "agent", "forwarded:x-forwarded-for"],
  },
};
