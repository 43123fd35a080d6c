import {strftime} from "../../line/strftime.ts";
import type {LogFormat} from "../describe.ts";

const haproxyTime = strftime("%d/%b/%Y:%H:%M:%S.%L")!;

/** HAProxy's HTTP log. */
export const haproxy: LogFormat = {
  name: "haproxy",
  what: "HAProxy's HTTP log",
  source: "https://docs.haproxy.org/3.0/configuration.html#8.2.3",
  examples: [
    {
      lines: [
        '192.0.2.33:55008 [25/Sep/2018:06:05:27.584] ft_https~ bk_https/abc 0/0/0/72/72 200 7456 - - ---- 5/4/0/1/0 0/0 "GET /news/ HTTP/1.1"',
      ],
      tells: {
        client: "192.0.2.33:55008",
        target: "/news/",
        status: 200,
        bytes: 7456,
        time: "2018-09-25T06:05:27Z",
        agent: null,
      },
    },
    {
      lines: [
        '192.0.2.33:33317 [06/Feb/2009:12:14:14.655] http-in static/srv1 10/0/30/69/109 200 2750 - - ---- 1/1/1/1/0 0/0 {1wt.eu|} {} "GET /index.html HTTP/1.1"',
      ],
      tells: {target: "/index.html", status: 200},
    },
    {
      lines: [
        '192.0.2.33:55008 [25/Sep/2018:06:05:27.584] ft_https~ bk_https/abc 0/0/0/72/+72 200 +7456 - - ---- 5/4/0/1/0 0/0 "GET /news/ HTTP/1.1" 0/0000000000000000/0/0/0 press.example/TLSv1.3/TLS_AES_256_GCM_SHA384',
      ],
      tells: {target: "/news/", status: 200, bytes: Number.NaN},
    },
  ],
  lines: {
    kind: "pattern",
    pattern: '{client} [{time}] {} {} {} {status} {bytes} {} {} {} {} {} {forwarded:captured}"{request}"{}',
    writing: {instant: haproxyTime},
  },
};
