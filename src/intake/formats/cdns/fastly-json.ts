import type {LogFormat} from "../describe.ts";

/** Fastly's default format in JSON. */
export const fastlyJson: LogFormat = {
  name: "fastly-json",
  what: "Fastly's default format in JSON",
  source: "https://www.fastly.com/documentation/guides/integrations/streaming-logs/useful-log-formats/",
  examples: [
    {
      lines: [
        '{"timestamp":"2026-01-06T10:00:00+0000","client_ip":"192.0.2.3","geo_country":"germany","geo_city":"berlin","host":"press.example","url":"/news/?a=b","request_method":"GET","request_protocol":"HTTP/1.1","request_referer":"https://www.example.com/","request_user_agent":"Lynx/2.8.5","response_state":"HIT","response_status":200,"response_reason":"OK","response_body_size":2326,"fastly_server":"cache-fra-1","fastly_is_edge":true}',
      ],
      tells: {
        client: "192.0.2.3",
        host: "press.example",
        method: "GET",
        target: "/news/?a=b",
        status: 200,
        bytes: 2326,
        referrer: "https://www.example.com/",
        agent: "Lynx/2.8.5",
        time: "2026-01-06T10:00:00Z",
      },
    },
  ],
  lines: {
    kind: "json",
    members: {
      client: ["client_ip"],
      host: ["host"],
      time: ["timestamp"],
      method: ["request_method"],
      target: ["url"],
      status: ["response_status"],
      bytes: ["response_body_size"],
      referrer: ["request_referer"],
      agent: ["request_user_agent"],
    },
  },
};
