import type {LogFormat} from "../describe.ts";

/** Istio's default. */
export const istio: LogFormat = {
  name: "istio",
  what: "Istio's proxies, as they write where nothing else is set: the client is whom x-forwarded-for names",
  source: "https://istio.io/latest/docs/tasks/observability/logs/access-log/#default-access-log-format",
  examples: [
    {
      lines: [
        '[2026-01-06T10:00:00.409Z] "GET /news HTTP/1.1" 200 - via_upstream - "-" 0 135 3 1 "192.0.2.7" "Lynx/2.8.5" "84961386-6d84-929d-98bd-c5aee93b5c88" "press.example" "10.44.1.27:80" inbound|8000|| 127.0.0.1:41854 10.44.1.27:80 10.44.1.23:37652 outbound_.8000_._.press.svc.cluster.local default',
      ],
      tells: {
        client: null,
        forwarded: {"x-forwarded-for": "192.0.2.7"},
        host: "press.example",
        method: "GET",
        target: "/news",
        status: 200,
        bytes: 135,
        agent: "Lynx/2.8.5",
        time: "2026-01-06T10:00:00Z",
      },
    },
    {
      lines: [
        '[2026-01-06T10:00:01.409Z] "GET /a HTTP/1.1" 404 NR route_not_found - "-" 0 0 0 - "198.51.100.7,10.0.0.1" "curl/8.0" "84961386-6d84-929d-98bd-c5aee93b5c89" "press.example" "-" - - 10.44.1.27:80 10.44.1.23:37652 - -',
      ],
      tells: {forwarded: {"x-forwarded-for": "198.51.100.7,10.0.0.1"}, status: 404, bytes: 0},
    },
  ],
  lines: {
    kind: "pattern",
    pattern:
      '[{time}] "{request}" {status} {} {} {} "{}" {} {bytes} {} {} "{forwarded:x-forwarded-for}" "{agent}" "{}" "{host}" "{}" {}',
    writing: {hasBareQuotes: true},
  },
};
