import type {LogFormat} from "../describe.ts";

/** Alibaba Cloud CDN's offline logs. */
export const alibaba: LogFormat = {
  name: "alibaba-cdn",
  what: "Alibaba Cloud CDN's offline logs",
  source: "https://www.alibabacloud.com/help/en/cdn/user-guide/download-logs",
  examples: [
    {
      lines: [
        '[6/Jan/2026:18:00:00 +0800] 192.0.2.75 - 1542 "https://www.example.org/" "GET http://press.example/index.html" 200 191 2830 MISS "Lynx/2.8.5" "text/html"',
      ],
      tells: {
        client: "192.0.2.75",
        method: "GET",
        target: "http://press.example/index.html",
        status: 200,
        bytes: 2830,
        referrer: "https://www.example.org/",
        agent: "Lynx/2.8.5",
        contentType: "text/html",
        time: "2026-01-06T10:00:00Z",
      },
    },
    {
      lines: [
        '[16/Jan/2026:18:00:00 +0800] 2001:db8::75 10.0.0.1 3 "-" "GET http://press.example/a.png?x=1" 304 191 0 HIT "-" "-"',
      ],
      tells: {client: "2001:db8::75", status: 304, bytes: 0, contentType: null},
    },
  ],
  lines: {
    kind: "pattern",
    pattern: '[{time}] {client} {} {} "{referrer}" "{request}" {status} {} {bytes} {} "{agent}" "{contentType}"',
  },
};
