import type {LogFormat} from "../describe.ts";

/** Bunny CDN's logs. */
export const bunny: LogFormat = {
  name: "bunny",
  what: "Bunny CDN's logs",
  source: "https://docs.bunny.net/docs/cdn-log-format",
  examples: [
    {
      lines: [
        "HIT|200|1767693600123|4096|390|192.0.2.60|https://www.example.com/|https://press.b-cdn.net/img/a.html|WA|Lynx/2.8.5|322b688bd63fb63f2babe9de96a5d262|DE",
      ],
      tells: {
        client: "192.0.2.60",
        method: "GET",
        status: 200,
        bytes: 4096,
        target: "https://press.b-cdn.net/img/a.html",
        referrer: "https://www.example.com/",
        agent: "Lynx/2.8.5",
        time: "2026-01-06T10:00:00Z",
      },
    },
  ],
  lines: {
    kind: "columns",
    options: {
      separator: "|",
      columns: ["", "status", "time", "bytes", "", "client", "referrer", "target", "", "agent", "", ""],
    },
  },
};
