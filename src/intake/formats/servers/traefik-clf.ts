import type {LogFormat} from "../describe.ts";

/** Traefik's common log format. */
export const traefikClf: LogFormat = {
  name: "traefik-clf",
  what: "Traefik's common log format",
  source: "https://doc.traefik.io/traefik/observability/access-logs/",
  examples: [
    {
      lines: [
        '192.0.2.6 - - [06/Jan/2026:10:00:00 +0000] "GET /a HTTP/1.1" 200 512 "-" "Mozilla/5.0 (X11; Linux x86_64)" 17 "web@docker" "http://10.0.0.5:80" 12ms',
      ],
      tells: {client: "192.0.2.6", target: "/a", status: 200, bytes: 512, agent: "Mozilla/5.0 (X11; Linux x86_64)"},
    },
  ],
  lines: {kind: "combined", records: ["client", "time", "request", "status", "bytes", "referrer", "agent"]},
};
