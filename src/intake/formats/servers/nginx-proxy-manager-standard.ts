import type {LogFormat} from "../describe.ts";

/** Nginx Proxy Manager, for its redirections, dead hosts and the default site. */
export const nginxProxyManagerStandard: LogFormat = {
  name: "nginx-proxy-manager-standard",
  what: "Nginx Proxy Manager, for its redirections, dead hosts and the default site",
  source: "https://nginxproxymanager.com/",
  examples: [
    {
      lines: [
        '[06/Jan/2026:10:00:00 +0000] 301 - GET http www.example.com "/news" [Client 192.0.2.7] [Length 166] [Gzip -] "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0" "-"',
      ],
      tells: {
        client: "192.0.2.7",
        host: "www.example.com",
        method: "GET",
        target: "/news",
        status: 301,
        bytes: 166,
        agent: "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
        referrer: "-",
        time: "2026-01-06T10:00:00Z",
      },
    },
  ],
  lines: {
    kind: "pattern",
    pattern:
      '[{time}] {status} - {method} {} {host} "{target}" [Client {client}] [Length {bytes}] [Gzip {}] "{agent}" "{referrer}"',
  },
};
