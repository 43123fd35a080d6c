import type {LogFormat} from "../describe.ts";

/** AWS classic load balancer. */
export const awsElb: LogFormat = {
  name: "aws-elb",
  what: "AWS classic load balancer",
  source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/access-log-collection.html",
  examples: [
    {
      lines: [
        '2015-05-13T23:39:43.945958Z my-loadbalancer 192.168.131.39:2817 10.0.0.1:80 0.000073 0.001048 0.000057 200 200 0 29 "GET http://www.example.com:80/ HTTP/1.1" "curl/7.38.0" - -',
      ],
      tells: {
        client: "192.168.131.39:2817",
        target: "http://www.example.com:80/",
        status: 200,
        bytes: 29,
        agent: "curl/7.38.0",
        time: "2015-05-13T23:39:43Z",
      },
    },
  ],
  lines: {
    kind: "pattern",
    pattern: '{time} {} {client} {} {} {} {} {status} {} {} {bytes} "{request}" "{agent}" {} {}',
  },
};
