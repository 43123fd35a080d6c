import {gzipSync} from "node:zlib";
import {describe, expect, test} from "vitest";
import {Workshop} from "../workshop.ts";

test.for([
  ["an nginx error log", "2026/02/03 10:00:00 [error] 12#12: *1 open() failed\n".repeat(3)],
  ["an Apache error log", "[Tue Feb 03 10:00:00.123456 2026] [core:error] [pid 12] AH00124: too many\n".repeat(3)],
  ["a PHP error log", "[03-Feb-2026 10:00:00 UTC] PHP Warning:  Undefined variable\n".repeat(3)],
  ["a log of sign-ins (sshd)", "Feb  3 10:00:00 web sshd[12]: Accepted publickey for jane\n".repeat(3)],
  ["a mail log", "Feb  3 10:00:00 web postfix/smtpd[12]: connect from unknown\n".repeat(3)],
  ["a picture (PNG)", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0"],
  ["a picture (JPEG)", "\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0"],
  ["a PDF", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"],
  ["a file packed with lz4 in its old form", "\x02\x21\x4c\x18\x64\x40\xa7\x01\0\0"],
  ["a 7z archive", "7z\xbc\xaf\x27\x1c\0\x04\0\0"],
  ["a page (HTML)", "<!doctype html>\n<html><body>403</body></html>\n"],
  [
    "JSON lines without a status; they have time, remote_addr, request",
    '{"time":"2026-02-03T10:00:00Z","remote_addr":"192.0.2.1","request":"GET / HTTP/1.1"}\n'.repeat(3),
  ],
  [
    "JSON lines without a client, a request, a status; they have level, ts, msg",
    '{"level":"info","ts":1770112800,"msg":"started"}\n'.repeat(3),
  ],
  ["journald's export", "__CURSOR=s=1\n__REALTIME_TIMESTAMP=1770112800000000\n_PID=5\nMESSAGE=started\n\n".repeat(3)],
  [
    "an archive of cpio",
    `070701${"0".repeat(104)}access.log\0${'192.0.2.7 - - [06/Jan/2026:10:00:00 +0000] "GET /a HTTP/1.1" 200 5\n'.repeat(3)}`,
  ],
  [
    "an archive of ar",
    `!<arch>\naccess.log/     0           0     0     644     3         \`\n${'192.0.2.7 - - [06/Jan/2026:10:00:00 +0000] "GET /a HTTP/1.1" 200 5\n'.repeat(3)}`,
  ],
  [
    "W3C extended (as IIS and CloudFront write it) without the path (cs-uri-stem)",
    "#Fields: date time c-ip cs-method sc-status\n2026-01-06 10:00:00 192.0.2.7 GET 200\n",
  ],
  [
    "an nginx error log, in syslog",
    "Mar  1 10:00:00 web nginx: 2026/03/01 10:00:00 [error] 1#1: *1 open() failed\n".repeat(3),
  ],
  [
    "an FTP server's log (xferlog)",
    "Sun Mar  1 10:00:00 2026 1 192.0.2.1 5120 /a.txt b _ o a anon ftp 0 * c\n".repeat(3),
  ],
  ["a log of Ruby on Rails", 'Started GET "/a" for 192.0.2.1 at 2026-03-01 10:00:00 +0000\n'.repeat(3)],
  [
    "an audit log of ModSecurity",
    "--abc-A--\n[01/Mar/2026:10:00:00 +0000] X1 192.0.2.1 1 192.0.2.2 80\n--abc-B--\n".repeat(3),
  ],
  ["an audit log (auditd)", "type=SYSCALL msg=audit(1772359200.123:1): arch=c000003e\n".repeat(3)],
  ["a log of PostgreSQL", "2026-03-01 10:00:00.123 UTC [12] LOG:  statement: select 1\n".repeat(3)],
  ["a log of Redis", "1:M 01 Mar 2026 10:00:00.123 * Ready to accept connections\n".repeat(3)],
  ["a log of a name server (BIND)", "01-Mar-2026 10:00:00.123 queries: info: client 192.0.2.1#5: query\n".repeat(3)],
  [
    "AWS' flow log of a network",
    "2 123456789010 eni-1 192.0.2.1 10.0.0.1 443 49761 6 20 4249 1 2 ACCEPT OK\n".repeat(3),
  ],
  ["a recording of packets (tcpdump)", "10:00:00.123456 IP 192.0.2.1.5 > 192.0.2.2.80: Flags [S], seq 1\n".repeat(3)],
  ["varnishlog's output", "*   << Request  >> 1\n-   Begin          req 0 rxreq\n-   ReqMethod      GET\n".repeat(3)],
  [
    "IIS' own log format",
    "192.0.2.1, -, 3/1/26, 10:00:00, W3SVC1, WEB, 10.0.0.9, 15, 300, 5, 200, 0, GET, /a, -,\n".repeat(3),
  ],
  ["a table (CSV)", "date,ip,path,status\n2026-03-01,192.0.2.1,/a,200\n2026-03-01,192.0.2.1,/b,200\n"],
  ["a data file of AWStats", "AWSTATS DATA FILE 7.8 (build 20200416)\n# If you remove this file\n"],
] as const)("a file that is no log is named: %s", async ([what, content]) => {
  const workshop = new Workshop();
  const bytes = Buffer.from(content, "latin1");
  for (const file of [workshop.write("a.log", bytes), workshop.write("b.log.gz", gzipSync(bytes))]) {
    expect(await workshop.ingest([file], 3)).toContain(`error INPUT_NOT_A_LOG: it is ${what}`);
  }
  workshop.remove();
});

test("a file that was packed twice is named", async () => {
  const workshop = new Workshop();
  const twice = gzipSync(gzipSync('192.0.2.7 - - [06/Jan/2026:10:00:00 +0000] "GET /a HTTP/1.1" 200 5\n'));
  expect(await workshop.ingest([workshop.write("a.log.gz.gz", twice)], 3)).toContain(
    "error INPUT_NOT_A_LOG: it is packed twice",
  );
  workshop.remove();
});

describe("a log of which every line is damaged says what is wrong with it", () => {
  const line = (time: string, bytes: string): string =>
    `192.0.2.7 - - [${time}] "GET /a HTTP/1.1" 200 ${bytes} "-" "Lynx"\n`;
  const object = {time: "2026-01-06T10:00:00Z", remote_addr: "192.0.2.7", request: "GET /a HTTP/1.1", status: 200};
  for (const [what, content, want] of [
    [
      "sizes above a terabyte",
      line("06/Jan/2026:10:00:00 +0000", "99999999999999"),
      "line 1, like the others, claims more bytes than one answer can have",
    ],
    [
      "the same in JSON",
      `${JSON.stringify({...object, bytes: 2 ** 41})}\n`,
      "claims more bytes than one answer can have",
    ],
    ["a year to come", line("06/Jan/2096:10:00:00 +0000", "5"), "is dated before 1991 or in the future"],
    ["31 February", line("31/Feb/2026:10:00:00 +0000", "5"), "holds an instant that no calendar has"],
  ] as const) {
    test(what, async () => {
      const workshop = new Workshop();
      const said = await workshop.ingest([workshop.write("a.log", content.repeat(7))], 3);
      expect(said).toContain("error INPUT_NOT_A_LOG: no line of it can be counted: ");
      expect(said).toContain(want);
      workshop.remove();
    });
  }
});
