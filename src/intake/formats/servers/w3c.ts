import type {LineField} from "../../line/writing.ts";
import type {LogFormat} from "../describe.ts";

/** Names that the W3C's draft and its writers give columns. */
export const w3cFields: Readonly<Record<string, LineField>> = {
  date: "date",
  time: "clock",
  // CloudFront's real-time logs, and its standard logs (v2).
  timestamp: "time",
  "timestamp(ms)": "time",
  "c-ip": "client",
  // Akamai's name for it, and Tomcat's for who asked by name.
  "cs-ip": "client",
  "c-dns": "client",
  "x-forwarded-for": "forwarded:x-forwarded-for",
  "cs(x-forwarded-for)": "forwarded:x-forwarded-for",
  "cs(true-client-ip)": "forwarded:true-client-ip",
  "cs(cf-connecting-ip)": "forwarded:cf-connecting-ip",
  "cs-method": "method",
  "cs-uri": "target",
  "cs-uri-stem": "path",
  "cs-uri-path": "path",
  "cs-uri-query": "query",
  "sc-status": "status",
  "sc-bytes": "bytes",
  bytes: "bytes",
  "cs-host": "host",
  "cs(host)": "host",
  "x-host-header": "host",
  "s-port": "port",
  "cs(referer)": "referrer",
  "cs-referer": "referrer",
  "cs(referrer)": "referrer",
  "cs(user-agent)": "agent",
  "cs-user-agent": "agent",
  "sc(content-type)": "contentType",
  "sc-content-type": "contentType",
};

/** Of two columns that name a host, the one that the reader asked for. */
export const w3cBetterNames: Readonly<Record<string, string>> = {
  "cs(host)": "x-host-header",
  "cs-host": "x-host-header",
  "c-dns": "c-ip",
  timestamp: "timestamp(ms)",
};

/** W3C extended: IIS and whatever else names its columns in #Fields. */
export const w3c: LogFormat = {
  name: "w3c",
  what: "W3C extended: IIS and whatever else names its columns in #Fields",
  source: "https://www.w3.org/TR/WD-logfile.html",
  examples: [
    {
      lines: [
        "#Software: Microsoft Internet Information Services 10.0",
        "#Version: 1.0",
        "#Date: 2026-01-06 10:00:00",
        "#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken",
        "2026-01-06 10:00:00 192.0.2.10 GET /default.htm - 80 - 198.51.100.7 Mozilla/5.0+(Windows+NT+10.0;+Win64;+x64) - 200 0 0 15",
      ],
      tells: {
        client: "198.51.100.7",
        method: "GET",
        target: "/default.htm",
        status: 200,
        agent: "Mozilla/5.0 (Windows NT 10.0; Win64; x64)",
        time: "2026-01-06T10:00:00Z",
        host: null,
      },
    },
    {
      lines: [
        "#Fields: date time cs-method cs-uri-stem cs-uri-query c-ip sc-status sc-bytes cs-host",
        "2026-01-06 10:00:00 GET /a x=1 2001:db8::7 200 512 press.example",
      ],
      tells: {client: "2001:db8::7", target: "/a?x=1", bytes: 512, host: "press.example"},
    },
    {
      lines: [
        "#Software: Microsoft Internet Information Services 5.0",
        "#Version: 1.0",
        "#Date: 2002-05-02 17:42:15",
        "#Fields: time c-ip cs-method cs-uri-stem sc-status cs-version",
        "17:42:15 172.22.255.255 GET /default.htm 200 HTTP/1.0",
      ],
      tells: {client: "172.22.255.255", target: "/default.htm", time: "2002-05-02T17:42:15Z"},
    },
    {
      lines: [
        "#Fields: date time c-dns cs-method cs-uri-stem sc-status",
        "2026-01-06 10:00:00 198.51.100.7 GET /a 200",
      ],
      tells: {client: "198.51.100.7", target: "/a"},
    },
    {
      lines: [
        "#Fields: date time c-ip cs-method cs-uri-stem sc-status sc-bytes cs(User-Agent)",
        '2026-01-06 10:00:00 192.0.2.7 GET /a 200 512 "Mozilla/5.0 (X11; ""quoted"")"',
      ],
      tells: {bytes: 512, agent: 'Mozilla/5.0 (X11; "quoted")'},
    },
  ],
  lines: {
    kind: "columns",
    options: {
      separator: " ",
      quotes: "where-needed",
      header: "#Fields:",
      fieldByName: w3cFields,
      betterNames: w3cBetterNames,
      agentEscapes: "plus",
    },
  },
};
