import type {LogFormat} from "../describe.ts";
import {w3cFields} from "../servers/w3c.ts";

/** Amazon CloudFront's standard logs. */
export const cloudfront: LogFormat = {
  name: "cloudfront",
  what: "Amazon CloudFront's standard logs",
  source: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html",
  examples: [
    {
      lines: [
        "#Version: 1.0",
        "#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie) x-edge-result-type x-edge-request-id x-host-header cs-protocol cs-bytes time-taken x-forwarded-for ssl-protocol ssl-cipher x-edge-response-result-type cs-protocol-version fle-status fle-encrypted-fields c-port time-to-first-byte x-edge-detailed-result-type sc-content-type sc-content-len sc-range-start sc-range-end",
        "2019-12-04\t21:02:31\tLAX1\t392\t192.0.2.100\tGET\td111111abcdef8.cloudfront.net\t/index.html\t200\t-\tMozilla/5.0%20(Windows%20NT%2010.0;%20Win64;%20x64)\t-\t-\tHit\tSOX4xwn4XV6Q4rgb7XiVGOHms_BGlTAC4KyHmureZmBNrjGdRLiNIQ==\td111111abcdef8.cloudfront.net\thttps\t23\t0.001\t-\tTLSv1.2\tECDHE-RSA-AES128-GCM-SHA256\tHit\tHTTP/2.0\t-\t-\t11040\t0.001\tHit\ttext/html\t78\t-\t-",
      ],
      tells: {
        client: "192.0.2.100",
        host: "d111111abcdef8.cloudfront.net",
        method: "GET",
        target: "/index.html",
        status: 200,
        bytes: 392,
        agent: "Mozilla/5.0 (Windows NT 10.0; Win64; x64)",
        contentType: "text/html",
        time: "2019-12-04T21:02:31Z",
      },
    },
    {
      lines: [
        "2019-12-04\t21:02:31\tLAX1\t392\t192.0.2.100\tGET\td111111abcdef8.cloudfront.net\t/index.html\t200\t-\tMozilla/5.0%20(Windows%20NT%2010.0;%20Win64;%20x64)\t-\t-\tHit\tSOX4xwn4XV6Q4rgb7XiVGOHms_BGlTAC4KyHmureZmBNrjGdRLiNIQ==\td111111abcdef8.cloudfront.net\thttps\t23\t0.001\t-\tTLSv1.2\tECDHE-RSA-AES128-GCM-SHA256\tHit\tHTTP/2.0\t-\t-\t11040\t0.001\tHit\ttext/html\t78\t-\t-",
      ],
      tells: {client: "192.0.2.100", target: "/index.html"},
    },
  ],
  lines: {
    kind: "columns",
    options: {
      separator: "\t",
      header: "#Fields:",
      fieldByName: w3cFields,
      columns: [
        "date",
        "clock",
        "",
        "bytes",
        "client",
        "method",
        "",
        "path",
        "status",
        "referrer",
        "agent",
        "query",
        "",
        "",
        "",
        "host",
        "",
        "",
        "",
        "forwarded:x-forwarded-for",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "contentType",
        "",
        "",
        "",
      ],
      agentEscapes: "percent",
    },
  },
};
