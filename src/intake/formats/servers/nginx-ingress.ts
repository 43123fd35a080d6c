import type {LogFormat} from "../describe.ts";

/** the ingress controller of Kubernetes on nginx. */
export const nginxIngress: LogFormat = {
  name: "nginx-ingress",
  what: "the ingress controller of Kubernetes on nginx",
  source: "https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/log-format/",
  examples: [
    {
      lines: [
        '192.0.2.10 - - [06/Jan/2026:10:00:00 +0000] "GET /news HTTP/1.1" 200 1234 "https://www.example.com/" "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0" 456 0.012 [press-web-80] [] 10.0.0.5:8080 1234 0.011 200 6f1c2d3e',
      ],
      tells: {
        client: "192.0.2.10",
        target: "/news",
        status: 200,
        bytes: 1234,
        agent: "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
      },
    },
  ],
  lines: {kind: "combined", records: ["client", "time", "request", "status", "bytes", "referrer", "agent"]},
};
