import type {MemberMap} from "../../kinds/json-lines.ts";
import type {LogFormat} from "../describe.ts";

/** What members are usually called in which a server's log tells its fields. */
export const usualMembers: MemberMap = {
  client: [
    "remote_addr",
    "client_ip",
    "remote_ip",
    "ip",
    "clientip",
    "client",
    "remote_host",
    "c-ip",
    "remoteAddr",
    "clientIp",
  ],
  "forwarded:x-forwarded-for": ["http_x_forwarded_for", "x_forwarded_for", "x-forwarded-for", "xff", "forwarded_for"],
  "forwarded:cf-connecting-ip": ["http_cf_connecting_ip", "cf_connecting_ip", "cf-connecting-ip"],
  "forwarded:x-real-ip": ["http_x_real_ip", "x_real_ip", "x-real-ip"],
  "forwarded:true-client-ip": ["http_true_client_ip", "true_client_ip", "true-client-ip"],
  host: ["host", "http_host", "server_name", "vhost", "domain", "cs-host", "hostname"],
  time: [
    "time_iso8601",
    "time_local",
    "@timestamp",
    "timestamp",
    "time",
    "msec",
    "date",
    "datetime",
    "ts",
    "start_time",
  ],
  request: ["request", "request_line"],
  method: ["request_method", "method", "verb", "http_method"],
  target: ["request_uri", "uri", "url", "path", "request_path", "requestUri"],
  query: ["args", "query_string", "query"],
  status: ["status", "response", "status_code", "response_code", "code", "statusCode"],
  bytes: ["body_bytes_sent", "bytes_sent", "bytes", "size", "length", "response_size", "responseSize"],
  referrer: ["http_referer", "http_referrer", "referer", "referrer"],
  agent: ["http_user_agent", "user_agent", "agent", "useragent", "userAgent", "user-agent"],
  contentType: ["sent_http_content_type", "content_type", "content-type"],
};

/** nginx with a log_format of JSON (escape=json), its members called as the variables or as most people call them. */
export const nginxJson: LogFormat = {
  name: "nginx-json",
  what: "nginx with a log_format of JSON (escape=json), its members called as the variables or as most people call them",
  source: "https://nginx.org/en/docs/http/ngx_http_log_module.html",
  examples: [
    {
      lines: [
        '{"time_iso8601":"2026-01-06T10:00:00+00:00","remote_addr":"192.0.2.9","request":"GET /news/ HTTP/1.1","status":"200","body_bytes_sent":"2326","http_referer":"https://www.example.com/","http_user_agent":"Lynx/2.8.5","host":"press.example"}',
      ],
      tells: {
        client: "192.0.2.9",
        host: "press.example",
        method: "GET",
        target: "/news/",
        status: 200,
        bytes: 2326,
        referrer: "https://www.example.com/",
        agent: "Lynx/2.8.5",
        time: "2026-01-06T10:00:00Z",
      },
    },
    {
      lines: [
        '{"idsite":"1","host":"press.example","path":"/news/","status":"200","referrer":"-","user_agent":"Lynx/2.8.5","length":2326,"ip":"192.0.2.9","date":"2026-01-06T10:00:00+00:00","method":"GET"}',
      ],
      tells: {client: "192.0.2.9", target: "/news/", bytes: 2326},
    },
    {
      lines: [
        '{"msec":"1767693600.123","remote_addr":"10.0.0.1","http_x_forwarded_for":"192.0.2.9","request_method":"GET","request_uri":"/a?b=\\x22c","status":200,"bytes_sent":10,"http_user_agent":""}',
      ],
      tells: {
        client: "10.0.0.1",
        forwarded: {"x-forwarded-for": "192.0.2.9"},
        target: '/a?b="c',
        time: "2026-01-06T10:00:00Z",
      },
    },
  ],
  lines: {kind: "json", members: usualMembers},
};
