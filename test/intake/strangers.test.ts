import {gzipSync} from "node:zlib";
import {expect, test} from "vitest";
import {Workshop} from "./workshop.ts";

test.for([
  ["an nginx error log", "2026/02/03 10:00:00 [error] 12#12: *1 open() failed\n".repeat(3)],
  ["an Apache error log", "[Tue Feb 03 10:00:00.123456 2026] [core:error] [pid 12] AH00124: too many\n".repeat(3)],
  ["a PHP error log", "[03-Feb-2026 10:00:00 UTC] PHP Warning:  Undefined variable\n".repeat(3)],
  ["a log of sign-ins (sshd)", "Feb  3 10:00:00 web sshd[12]: Accepted publickey for jane\n".repeat(3)],
  ["a mail log", "Feb  3 10:00:00 web postfix/smtpd[12]: connect from unknown\n".repeat(3)],
  ["a picture (PNG)", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0"],
  ["a picture (JPEG)", "\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0"],
  ["a PDF", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"],
  ["a file packed with lz4", "\x04\x22\x4d\x18\x64\x40\xa7\x01\0\0"],
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
