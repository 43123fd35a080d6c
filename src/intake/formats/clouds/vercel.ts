import type {LogFormat} from "../describe.ts";

/** Vercel's log drain in JSON. */
export const vercel: LogFormat = {
  name: "vercel",
  what: "Vercel's log drain in JSON",
  source: "https://vercel.com/docs/drains/reference/logs",
  examples: [
    {
      lines: [
        '{"id":"1573817187330377061717300000","message":"","timestamp":1767693600123,"source":"static","projectId":"gdufoJxB6b9b1fEqr1jUtFkyavUU","deploymentId":"dpl_233","host":"press.example","path":"/news","statusCode":200,"proxy":{"timestamp":1767693600123,"method":"GET","host":"press.example","path":"/news?x=1","userAgent":["Lynx/2.8.5"],"referer":"https://www.example.com/","statusCode":200,"clientIp":"192.0.2.90","region":"sfo1","scheme":"https","responseByteSize":1024}}',
      ],
      tells: {
        client: "192.0.2.90",
        host: "press.example",
        target: "/news?x=1",
        status: 200,
        bytes: 1024,
        agent: "Lynx/2.8.5",
        time: "2026-01-06T10:00:00Z",
      },
    },
  ],
  lines: {
    kind: "json",
    members: {
      client: ["proxy.clientIp"],
      host: ["proxy.host", "host"],
      time: ["proxy.timestamp", "timestamp"],
      method: ["proxy.method"],
      target: ["proxy.path", "path"],
      status: ["proxy.statusCode", "statusCode"],
      bytes: ["proxy.responseByteSize"],
      referrer: ["proxy.referer"],
      agent: ["proxy.userAgent"],
    },
  },
};
