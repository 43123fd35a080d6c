import type {LogFormat} from "../describe.ts";

/** Caddy's log in JSON. */
export const caddy: LogFormat = {
  name: "caddy",
  what: "Caddy's log in JSON",
  source: "https://caddyserver.com/docs/caddyfile/directives/log",
  examples: [
    {
      lines: [
        '{"level":"info","ts":1703373474.8155608,"logger":"http.log.access","msg":"handled request","request":{"remote_ip":"192.0.2.4","remote_port":"64985","client_ip":"192.0.2.4","proto":"HTTP/2.0","method":"GET","host":"example.com","uri":"/beta/","headers":{"User-Agent":["Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:121.0) Gecko/20100101 Firefox/121.0"],"Referer":["https://example.com/"]}},"bytes_read":0,"user_id":"","duration":0.001335486,"size":3609,"status":200,"resp_headers":{"Content-Type":["text/html; charset=utf-8"]}}',
      ],
      tells: {
        client: "192.0.2.4",
        host: "example.com",
        method: "GET",
        target: "/beta/",
        status: 200,
        bytes: 3609,
        referrer: "https://example.com/",
        contentType: "text/html; charset=utf-8",
        time: "2023-12-23T23:17:54Z",
      },
    },
  ],
  lines: {
    kind: "json",
    members: {
      client: ["request.client_ip", "request.remote_ip", "request.remote_addr"],
      "forwarded:connection-behind": ["request.remote_ip"],
      "forwarded:x-forwarded-for": ["request.headers.X-Forwarded-For"],
      "forwarded:cf-connecting-ip": ["request.headers.Cf-Connecting-Ip"],
      host: ["request.host"],
      time: ["ts"],
      method: ["request.method"],
      target: ["request.uri"],
      status: ["status"],
      bytes: ["size"],
      referrer: ["request.headers.Referer"],
      agent: ["request.headers.User-Agent"],
      contentType: ["resp_headers.Content-Type"],
    },
  },
};
