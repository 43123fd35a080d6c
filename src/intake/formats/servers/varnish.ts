import type {LogFormat} from "../describe.ts";

/** Varnish (varnishncsa): combined with the whole address asked for. */
export const varnish: LogFormat = {
  name: "varnish",
  what: "Varnish (varnishncsa): combined with the whole address asked for",
  source: "https://varnish-cache.org/docs/trunk/reference/varnishncsa.html",
  examples: [
    {
      lines: [
        '192.0.2.5 - - [06/Jan/2026:10:00:00 +0000] "GET http://press.example/news/ HTTP/1.1" 200 512 "-" "Lynx/2.8.5"',
      ],
      tells: {client: "192.0.2.5", target: "http://press.example/news/", bytes: 512},
    },
  ],
  lines: {kind: "combined", records: ["client", "time", "request", "status", "bytes", "referrer", "agent"]},
};
