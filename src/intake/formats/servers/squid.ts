import type {LogFormat} from "../describe.ts";

/** Squid's native access log. */
export const squid: LogFormat = {
  name: "squid",
  what: "Squid's native access log",
  source: "https://wiki.squid-cache.org/Features/LogFormat",
  examples: [
    {
      lines: [
        "1066036250.603    310 192.0.2.1 TCP_MISS/200 877 GET http://www.example.com/ - DIRECT/192.0.2.5 text/html",
      ],
      tells: {
        client: "192.0.2.1",
        status: 200,
        bytes: 877,
        method: "GET",
        target: "http://www.example.com/",
        contentType: "text/html",
        time: "2003-10-13T09:10:50Z",
        agent: null,
      },
    },
  ],
  lines: {
    kind: "pattern",
    pattern: "{time} {blanks}{} {client} {}/{status} {bytes} {method} {target} {} {} {contentType}",
  },
};
