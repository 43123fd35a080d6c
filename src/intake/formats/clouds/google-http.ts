import type {LogFormat} from "../describe.ts";

/** Google Cloud's HTTP load balancer in JSON. */
export const googleHttp: LogFormat = {
  name: "google-http",
  what: "Google Cloud's HTTP load balancer in JSON",
  source: "https://cloud.google.com/load-balancing/docs/https/https-logging-monitoring",
  examples: [
    {
      lines: [
        '{"httpRequest":{"cacheHit":true,"latency":"0.003s","remoteIp":"192.0.2.80","requestMethod":"GET","requestSize":"88","requestUrl":"https://press.example/news?x=1","responseSize":"2326","status":200,"userAgent":"Lynx/2.8.5"},"insertId":"1xyz","resource":{"type":"http_load_balancer"},"timestamp":"2026-01-06T10:00:00.123456Z"}',
      ],
      tells: {
        client: "192.0.2.80",
        target: "https://press.example/news?x=1",
        status: 200,
        bytes: 2326,
        agent: "Lynx/2.8.5",
        time: "2026-01-06T10:00:00Z",
      },
    },
  ],
  lines: {
    kind: "json",
    members: {
      client: ["httpRequest.remoteIp"],
      time: ["timestamp", "receiveTimestamp"],
      method: ["httpRequest.requestMethod"],
      target: ["httpRequest.requestUrl"],
      status: ["httpRequest.status"],
      bytes: ["httpRequest.responseSize"],
      referrer: ["httpRequest.referer"],
      agent: ["httpRequest.userAgent"],
    },
  },
};
