import type {LogFormat} from "../describe.ts";

/** Envoy's default. */
export const envoy: LogFormat = {
  name: "envoy",
  what: "Envoy, as it writes where nothing else is set: the client is whom x-forwarded-for names",
  source:
    "https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage#default-format-string",
  examples: [
    {
      lines: [
        '[2026-01-06T10:00:00.310Z] "GET /news?x=1 HTTP/2" 200 - 0 5120 226 100 "192.0.2.28" "Lynx/2.8.5" "cc21d9b0-cf5c-432b-8c7e-98aeb7988cd2" "press.example" "10.0.2.1:80"',
      ],
      tells: {
        client: null,
        forwarded: {"x-forwarded-for": "192.0.2.28"},
        host: "press.example",
        method: "GET",
        target: "/news?x=1",
        status: 200,
        bytes: 5120,
        agent: "Lynx/2.8.5",
        time: "2026-01-06T10:00:00Z",
      },
    },
    {
      lines: [
        '[2026-01-06T10:00:01.310Z] "GET /a HTTP/1.1" 503 UH 0 19 0 - "2001:db8::28" "-" "dd21d9b0-cf5c-432b-8c7e-98aeb7988cd2" "press.example" "-"',
      ],
      tells: {forwarded: {"x-forwarded-for": "2001:db8::28"}, status: 503, bytes: 19},
    },
  ],
  lines: {
    kind: "pattern",
    pattern:
      '[{time}] "{request}" {status} {} {} {bytes} {} {} "{forwarded:x-forwarded-for}" "{agent}" "{}" "{host}" "{}"',
    writing: {hasBareQuotes: true},
  },
};
