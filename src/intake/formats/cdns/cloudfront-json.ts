import type {LogFormat} from "../describe.ts";

/** Amazon CloudFront's standard logs (v2) in JSON. */
export const cloudfrontJson: LogFormat = {
  name: "cloudfront-json",
  what: "Amazon CloudFront's standard logs (v2) in JSON",
  source: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html",
  examples: [
    {
      lines: [
        '{"date":"2026-01-06","time":"10:00:00","x-edge-location":"LAX1","sc-bytes":"392","c-ip":"192.0.2.100","cs-method":"GET","cs(Host)":"d111111abcdef8.cloudfront.net","cs-uri-stem":"/index.html","sc-status":"200","cs(Referer)":"-","cs(User-Agent)":"Mozilla/5.0%20(X11)","cs-uri-query":"a=1"}',
      ],
      tells: {
        client: "192.0.2.100",
        target: "/index.html?a=1",
        status: 200,
        bytes: 392,
        agent: "Mozilla/5.0 (X11)",
        time: "2026-01-06T10:00:00Z",
      },
    },
  ],
  lines: {
    kind: "json",
    members: {
      client: ["c-ip"],
      "forwarded:x-forwarded-for": ["x-forwarded-for"],
      host: ["x-host-header", "cs(Host)"],
      time: ["timestamp(ms)", "timestamp"],
      date: ["date"],
      clock: ["time"],
      method: ["cs-method"],
      path: ["cs-uri-stem"],
      query: ["cs-uri-query"],
      status: ["sc-status"],
      bytes: ["sc-bytes"],
      referrer: ["cs(Referer)"],
      agent: ["cs(User-Agent)"],
      contentType: ["sc-content-type"],
    },
    options: {agentEscapes: "percent"},
  },
};
