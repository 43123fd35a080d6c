import type {LogFormat} from "../describe.ts";

/** Fastly's classic format: syslog around common. */
export const fastly: LogFormat = {
  name: "fastly",
  what: "Fastly's classic format: syslog around common",
  source: "https://docs.fastly.com/en/guides/custom-log-formats",
  examples: [
    {
      lines: ['192.0.2.61 "-" "-" [06/Jan/2026:10:00:00 +0000] "GET /news/ HTTP/1.1" 200 512'],
      tells: {client: "192.0.2.61", target: "/news/", status: 200, bytes: 512},
    },
  ],
  lines: {kind: "combined", records: ["client", "time", "request", "status", "bytes"]},
};
