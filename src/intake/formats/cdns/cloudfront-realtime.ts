import type {LogFormat} from "../describe.ts";
import {w3cFields} from "../servers/w3c.ts";

/** The fields of a real-time log, in the order in which CloudFront writes those that were chosen. */
const allFields = [
  ...["timestamp", "c-ip", "time-to-first-byte", "sc-status", "sc-bytes", "cs-method", "cs-protocol", "cs-host"],
  ...["cs-uri-stem", "cs-bytes", "x-edge-location", "x-edge-request-id", "x-host-header", "time-taken"],
  ...["cs-protocol-version", "c-ip-version", "cs-user-agent", "cs-referer", "cs-cookie", "cs-uri-query"],
  ...["x-edge-response-result-type", "x-forwarded-for", "ssl-protocol", "ssl-cipher", "x-edge-result-type"],
  ...["fle-encrypted-fields", "fle-status", "sc-content-type", "sc-content-len", "sc-range-start", "sc-range-end"],
  ...["c-port", "x-edge-detailed-result-type", "c-country", "cs-accept-encoding", "cs-accept"],
  ...["cache-behavior-path-pattern", "cs-headers", "cs-header-names", "cs-headers-count"],
] as const;

/** Amazon CloudFront's real-time logs with all of their fields. */
export const cloudfrontRealtime: LogFormat = {
  name: "cloudfront-realtime",
  what: "Amazon CloudFront's real-time logs with all of their fields; with others, name them: '#Fields: timestamp c-ip …'",
  source: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/real-time-logs.html",
  examples: [
    {
      lines: [
        "1767693600.123\t2001:db8::60\t0.002\t200\t16599\tGET\thttps\td111111abcdef8.cloudfront.net\t/news/\t59\tFRA56-P2\tzx2Xgw6d==\tpress.example\t0.002\tHTTP/2.0\tIPv6\tMozilla/5.0%20(X11;%20Linux)\t-\t-\ta=b\tHit\t-\tTLSv1.3\tTLS_AES_128_GCM_SHA256\tHit\t-\t-\ttext/html\t16000\t-\t-\t44814\tHit\tDE\tgzip\t*/*\t*\thost:press.example%0A\thost%0A\t1",
      ],
      tells: {
        client: "2001:db8::60",
        host: "press.example",
        method: "GET",
        target: "/news/?a=b",
        status: 200,
        bytes: 16_599,
        agent: "Mozilla/5.0 (X11; Linux)",
        contentType: "text/html",
        time: "2026-01-06T10:00:00Z",
      },
    },
  ],
  lines: {
    kind: "columns",
    options: {
      separator: "\t",
      columns: allFields.map((name) => (name === "cs-host" ? "" : (w3cFields[name] ?? ""))),
      mayGrow: true,
      agentEscapes: "percent",
    },
  },
};
