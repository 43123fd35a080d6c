import type {LogFormat} from "../describe.ts";

/** AWS application load balancer. */
export const awsAlb: LogFormat = {
  name: "aws-alb",
  what: "AWS application load balancer",
  source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html",
  examples: [
    {
      lines: [
        'https 2018-07-02T22:23:00.186641Z app/my-loadbalancer/50dc6c495c0c9188 192.168.131.39:2817 10.0.0.1:80 0.086 0.048 0.037 200 200 0 57 "GET https://www.example.com:443/ HTTP/1.1" "curl/7.46.0" ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2 arn:aws:elasticloadbalancing:us-east-2:123456789012:targetgroup/my-targets/73e2d6bc24d8a067 "Root=1-58337281-1d84f3d73c47ec4e58577259" "www.example.com" "arn:aws:acm:us-east-2:123456789012:certificate/12345678-1234-1234-1234-123456789012" 1 2018-07-02T22:22:48.364000Z "authenticate,forward" "-" "-" "10.0.0.1:80" "200" "-" "-"',
      ],
      tells: {
        client: "192.168.131.39:2817",
        target: "https://www.example.com:443/",
        status: 200,
        bytes: 57,
        agent: "curl/7.46.0",
        time: "2018-07-02T22:23:00Z",
      },
    },
  ],
  lines: {
    kind: "pattern",
    pattern: '{} {time} {} {client} {} {} {} {} {status} {} {} {bytes} "{request}" "{agent}" {} {} {}',
  },
};
