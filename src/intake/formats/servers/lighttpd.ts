import type {LogFormat} from "../describe.ts";

/** lighttpd: combined, with the virtual host behind the client. */
export const lighttpd: LogFormat = {
  name: "lighttpd",
  what: "lighttpd: combined, with the virtual host behind the client",
  source: "https://redmine.lighttpd.net/projects/lighttpd/wiki/Mod_accesslog",
  examples: [
    {
      lines: [
        '192.0.2.7 www.example.com - [06/Jan/2026:10:00:00 +0000] "GET /news HTTP/1.1" 200 1234 "-" "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"',
      ],
      tells: {client: "192.0.2.7", host: "www.example.com", target: "/news", bytes: 1234},
    },
  ],
  lines: {
    kind: "pattern",
    pattern: '{client} {host} {} [{time}] "{request}" {status} {bytes} "{referrer}" "{agent}"{}',
  },
};
