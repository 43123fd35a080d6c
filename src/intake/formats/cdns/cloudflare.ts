import type {LogFormat} from "../describe.ts";

/** Cloudflare's Logpush of HTTP requests. */
export const cloudflare: LogFormat = {
  name: "cloudflare",
  what: "Cloudflare's Logpush of HTTP requests",
  source: "https://developers.cloudflare.com/logs/logpush/logpush-job/datasets/zone/http_requests/",
  examples: [
    {
      lines: [
        '{"ClientIP":"192.0.2.50","ClientRequestHost":"press.example","ClientRequestMethod":"GET","ClientRequestURI":"/news?x=1","EdgeEndTimestamp":"2026-01-06T10:00:01Z","EdgeResponseBytes":1234,"EdgeResponseStatus":200,"EdgeStartTimestamp":"2026-01-06T10:00:00Z","RayID":"7d3b","ClientRequestUserAgent":"Lynx/2.8.5","ClientRequestReferer":""}',
      ],
      tells: {
        client: "192.0.2.50",
        host: "press.example",
        target: "/news?x=1",
        status: 200,
        bytes: 1234,
        agent: "Lynx/2.8.5",
        time: "2026-01-06T10:00:00Z",
      },
    },
    {
      lines: [
        '{"ClientIP":"2001:db8::50","ClientRequestHost":"press.example","ClientRequestMethod":"GET","ClientRequestURI":"/","EdgeResponseBytes":1,"EdgeResponseStatus":304,"EdgeStartTimestamp":1767693600000000000}',
      ],
      tells: {client: "2001:db8::50", status: 304, time: "2026-01-06T10:00:00Z"},
    },
  ],
  lines: {
    kind: "json",
    members: {
      client: ["ClientIP"],
      host: ["ClientRequestHost"],
      time: ["EdgeStartTimestamp", "EdgeEndTimestamp"],
      method: ["ClientRequestMethod"],
      target: ["ClientRequestURI", "ClientRequestPath"],
      status: ["EdgeResponseStatus"],
      bytes: ["EdgeResponseBytes"],
      referrer: ["ClientRequestReferer"],
      agent: ["ClientRequestUserAgent"],
      contentType: ["EdgeResponseContentType"],
    },
  },
};
