import type {LogFormat} from "../describe.ts";

/** AWS S3's server access logs. */
export const awsS3: LogFormat = {
  name: "aws-s3",
  what: "AWS S3's server access logs",
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/LogFormat.html",
  examples: [
    {
      lines: [
        '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be amzn-s3-demo-bucket1 [06/Feb/2019:00:00:38 +0000] 192.0.2.3 79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be 3E57427F3EXAMPLE REST.GET.VERSIONING - "GET /amzn-s3-demo-bucket1?versioning HTTP/1.1" 200 - 113 - 7 - "-" "S3Console/0.4" - s9lzHYrFp76ZVxRcpX9+5cjAnEH2ROuNkd2BHfIa6UkFVdtjf5mKR3/eTPFvsiP/XV/VLi31234= SigV4 ECDHE-RSA-AES128-GCM-SHA256 AuthHeader amzn-s3-demo-bucket1.s3.us-west-1.amazonaws.com TLSV1.2 arn:aws:s3:us-west-1:123456789012:accesspoint/example-AP Yes us-east-1',
      ],
      tells: {
        client: "192.0.2.3",
        host: "amzn-s3-demo-bucket1",
        target: "/amzn-s3-demo-bucket1?versioning",
        status: 200,
        bytes: 113,
        agent: "S3Console/0.4",
        time: "2019-02-06T00:00:38Z",
      },
    },
  ],
  lines: {
    kind: "pattern",
    pattern:
      '{} {host} [{time}] {client} {} {} {} {} "{request}" {status} {} {bytes} {} {} {} "{referrer}" "{agent}" {}',
  },
};
