import type {LogFormat} from "../describe.ts";

/** Icecast's access log: combined, then the seconds that somebody listened. */
export const icecast: LogFormat = {
  name: "icecast",
  what: "Icecast's access log: combined, then the seconds that somebody listened",
  source: "https://icecast.org/docs/icecast-latest/",
  examples: [
    {
      lines: [
        '192.0.2.20 - - [06/Jan/2026:10:00:00 +0000] "GET /stream.ogg HTTP/1.1" 200 4800000 "-" "VLC/3.0.18 LibVLC/3.0.18" 300',
      ],
      tells: {client: "192.0.2.20", target: "/stream.ogg", bytes: 4800000, agent: "VLC/3.0.18 LibVLC/3.0.18"},
    },
  ],
  lines: {kind: "combined", records: ["client", "time", "request", "status", "bytes", "referrer", "agent"]},
};
