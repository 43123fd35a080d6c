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
    {
      lines: [
        "host:127.0.0.1\tident:-\tuser:frank\ttime:[10/Oct/2000:13:55:36 -0700]\treq:GET /apache_pb.gif HTTP/1.0\tstatus:200\tsize:2326\treferer:http://www.example.com/start.html\tua:Mozilla/4.08 [en] (Win98; I ;Nav)",
      ],
      tells: {client: "127.0.0.1", target: "/apache_pb.gif", bytes: 2326, time: "2000-10-10T20:55:36Z"},
    },
  ],
  lines: {
    kind: "labels",
    options: {
      // The client by LTSV's own names; who calls it otherwise means the virtual host.
      unlessBeside: {label: "host", field: "host", beside: ["remote_addr", "remote_host", "ip"]},
      fieldByLabel: {
        time: "time",
        time_local: "time",
        time_iso8601: "time",
        msec: "time",
        host: "client",
        remote_addr: "client",
        remote_host: "client",
        ip: "client",
        forwardedfor: "forwarded:x-forwarded-for",
        xff: "forwarded:x-forwarded-for",
        http_x_forwarded_for: "forwarded:x-forwarded-for",
        req: "request",
        request: "request",
        method: "method",
        request_method: "method",
        uri: "target",
        request_uri: "target",
        status: "status",
        size: "bytes",
        bytes_sent: "bytes",
        body_bytes_sent: "bytes",
        referer: "referrer",
        http_referer: "referrer",
        ua: "agent",
        user_agent: "agent",
        http_user_agent: "agent",
        vhost: "host",
        http_host: "host",
        server_name: "host",
        server_port: "port",
        content_type: "contentType",
      },
    },
  },
};
