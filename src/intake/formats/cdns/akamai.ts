import type {LogFormat} from "../describe.ts";

/** Akamai's DataStream 2 in JSON. */
export const akamai: LogFormat = {
  name: "akamai",
  what: "Akamai's DataStream 2 in JSON",
  source: "https://techdocs.akamai.com/datastream2/docs/data-set-parameters",
  examples: [
    {
      lines: [
        '{"version":1,"streamId":"1234","cp":"567","reqId":"1239f220","reqTimeSec":"1767693600","bytes":"4995","cliIP":"192.0.2.70","statusCode":"206","proto":"HTTPS","reqHost":"press.example","reqMethod":"GET","reqPath":"/path1/path2/file.ext","rspContentLen":"5000","rspContentType":"text/html","UA":"Mozilla%2F5.0+%28Macintosh%29","referer":"-","queryStr":"param=value"}',
      ],
      tells: {
        client: "192.0.2.70",
        host: "press.example",
        target: "/path1/path2/file.ext?param=value",
        status: 206,
        bytes: 4995,
        contentType: "text/html",
        agent: "Mozilla/5.0 (Macintosh)",
        time: "2026-01-06T10:00:00Z",
      },
    },
  ],
  lines: {
    kind: "json",
    members: {
      client: ["cliIP"],
      "forwarded:x-forwarded-for": ["xForwardedFor"],
      host: ["reqHost"],
      time: ["reqTimeSec"],
      method: ["reqMethod"],
      path: ["reqPath"],
      query: ["queryStr"],
      status: ["statusCode"],
      bytes: ["bytes", "rspContentLen"],
      referrer: ["referer"],
      agent: ["UA"],
      contentType: ["rspContentType"],
    },
    options: {agentEscapes: "form"},
  },
};
