import {strftime} from "../../line/strftime.ts";
import type {LogFormat} from "../describe.ts";

/** UWSGI's default. */
export const uwsgi: LogFormat = {
  name: "uwsgi",
  what: "uWSGI, as it writes where nothing else is set",
  source: "https://uwsgi-docs.readthedocs.io/en/latest/LogFormat.html",
  examples: [
    {
      lines: [
        "[pid: 596|app: 0|req: 24/72] 192.0.2.32 () {50 vars in 1043 bytes} [Wed Jan 14 11:44:29 2026] GET /news/?id=3 => generated 5120 bytes in 149 msecs (HTTP/1.1 200) 3 headers in 112 bytes (1 switches on core 0)",
      ],
      tells: {
        client: "192.0.2.32",
        method: "GET",
        target: "/news/?id=3",
        status: 200,
        bytes: 5120,
        time: "2026-01-14T11:44:29Z",
      },
    },
    {
      lines: [
        "[pid: 7|app: 0|req: 1/1] 2001:db8::7 (jane) {50 vars in 1043 bytes} [Sat Jan  3 01:04:09 2026] POST /a => generated 0 bytes in 9 msecs (HTTP/2.0 404) 3 headers in 112 bytes (1 switches on core 0)",
      ],
      tells: {client: "2001:db8::7", status: 404, bytes: 0, time: "2026-01-03T01:04:09Z"},
    },
  ],
  lines: {
    kind: "pattern",
    pattern:
      "[pid: {}|app: {}|req: {}] {client} ({}) {{} vars in {} bytes} [{time}] {method} {target} => generated {bytes} bytes in {} msecs ({} {status}) {}",
    writing: {instant: strftime("%a %b %e %H:%M:%S %Y")!},
  },
};
