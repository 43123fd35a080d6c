import type {LogFormat} from "../describe.ts";

/** LTSV: labelled tab-separated values. */
export const ltsv: LogFormat = {
  name: "ltsv",
  what: "LTSV: labelled tab-separated values",
  source: "http://ltsv.org/",
  examples: [
    {
      lines: [
        "time:06/Jan/2026:10:00:00 +0000\thost:192.0.2.11\tforwardedfor:-\treq:GET /news/ HTTP/1.1\tstatus:200\tsize:512\treferer:-\tua:Lynx/2.8.5\tvhost:press.example",
      ],
      tells: {
        client: "192.0.2.11",
        host: "press.example",
        target: "/news/",
        status: 200,
        bytes: 512,
        agent: "Lynx/2.8.5",
        time: "2026-01-06T10:00:00Z",
      },
    },
  ],
  lines: {
    kind: "labels",
    options: {
      fieldByLabel: {
        time: "time",
        host: "client",
        remote_addr: "client",
        ip: "client",
        forwardedfor: "forwarded:x-forwarded-for",
        xff: "forwarded:x-forwarded-for",
        req: "request",
        request: "request",
        method: "method",
        uri: "target",
        status: "status",
        size: "bytes",
        referer: "referrer",
        ua: "agent",
        vhost: "host",
        server_name: "host",
        content_type: "contentType",
      },
    },
  },
};
