import type {LogFormat} from "../describe.ts";

/** Nginx Proxy Manager, for its proxy hosts. */
export const nginxProxyManager: LogFormat = {
  name: "nginx-proxy-manager",
  what: "Nginx Proxy Manager, for its proxy hosts",
  source: "https://nginxproxymanager.com/",
  examples: [
    {
      lines: [
        '[06/Jan/2026:10:00:00 +0000] - 200 200 - GET https www.example.com "/news/today?x=1" [Client 192.0.2.7] [Length 1234] [Gzip 2.11] [Sent-to 10.0.0.5] "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0" "https://www.example.org/"',
      ],
      tells: {
        client: "192.0.2.7",
        host: "www.example.com",
        method: "GET",
        target: "/news/today?x=1",
        status: 200,
        bytes: 1234,
        agent: "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
        referrer: "https://www.example.org/",
        time: "2026-01-06T10:00:00Z",
      },
    },
  ],
  lines: {
    kind: "pattern",
    pattern:
      '[{time}] {} {} {status} - {method} {} {host} "{target}" [Client {client}] [Length {bytes}] [Gzip {}] [Sent-to {}] "{agent}" "{referrer}"',
  },
};
