import type {LogFormat} from "../describe.ts";

/** Traefik's log in JSON. */
export const traefikJson: LogFormat = {
  name: "traefik-json",
  what: "Traefik's log in JSON",
  source: "https://doc.traefik.io/traefik/observability/access-logs/",
  examples: [
    {
      lines: [
        '{"ClientAddr":"192.0.2.8:50234","ClientHost":"192.0.2.8","DownstreamContentSize":512,"DownstreamStatus":200,"Duration":1234567,"RequestHost":"www.example.com","RequestMethod":"GET","RequestPath":"/news?x=1","RequestProtocol":"HTTP/2.0","StartUTC":"2026-01-06T10:00:00.123456789Z","level":"info","msg":"","request_User-Agent":"Lynx/2.8.5","time":"2026-01-06T10:00:00Z"}',
      ],
      tells: {
        client: "192.0.2.8",
        host: "www.example.com",
        target: "/news?x=1",
        status: 200,
        bytes: 512,
        agent: "Lynx/2.8.5",
        time: "2026-01-06T10:00:00Z",
      },
    },
  ],
  lines: {
    kind: "json",
    members: {
      client: ["ClientHost", "ClientAddr"],
      "forwarded:x-forwarded-for": ["request_X-Forwarded-For"],
      "forwarded:cf-connecting-ip": ["request_Cf-Connecting-Ip"],
      host: ["RequestHost", "RequestAddr"],
      time: ["StartUTC", "time", "StartLocal"],
      method: ["RequestMethod"],
      target: ["RequestPath"],
      status: ["DownstreamStatus", "OriginStatus"],
      bytes: ["DownstreamContentSize", "OriginContentSize"],
      referrer: ["request_Referer"],
      agent: ["request_User-Agent"],
      contentType: ["downstream_Content-Type"],
    },
  },
};
