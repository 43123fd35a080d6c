import {expect, test} from "vitest";
import {InputLines} from "../../../src/intake/line/input-lines.ts";
import {planOfFormats} from "../plan-of.ts";

const rest = '- - [06/Jan/2026:10:00:00 +0000] "GET /a HTTP/1.1" 200 512 "-" "Lynx"';
const apache = '%h %l %u %t "%r" %>s %b "%{Referer}i" "%{User-Agent}i"';
const w3c = "#Fields: date time s-port c-ip cs-method cs-uri-stem cs-host sc-status";
const json =
  '{"remote_addr":"192.0.2.7","time_iso8601":"2026-01-06T10:00:00Z","request":"GET /a HTTP/1.1","status":200,';

for (const [format, line, host, client = "192.0.2.7"] of [
  [`%v %p ${apache}`, `www.example.org 8080 192.0.2.7 ${rest}`, "www.example.org:8080"],
  [`%v %p ${apache}`, `www.example.org 443 192.0.2.7 ${rest}`, "www.example.org"],
  [`%v %{local}p ${apache}`, `www.example.org 8080 192.0.2.7 ${rest}`, "www.example.org:8080"],
  [`%v %{remote}p ${apache}`, `www.example.org 50123 192.0.2.7 ${rest}`, "www.example.org"],
  [`%{Host}i %p ${apache}`, `www.example.org:8443 8443 192.0.2.7 ${rest}`, "www.example.org:8443"],
  ["combined-vhost", `www.example.org 8080 192.0.2.7 ${rest}`, "www.example.org:8080"],
  ["combined-vhost", `www.example.org 8080 reader.example.net ${rest}`, "www.example.org:8080", "reader.example.net"],
  [
    '$host $server_port $remote_addr [$time_local] "$request" $status',
    'press.example 8081 192.0.2.7 [06/Jan/2026:10:00:00 +0000] "GET /a HTTP/1.1" 200',
    "press.example:8081",
  ],
  [w3c, "2026-01-06 10:00:00 8080 192.0.2.7 GET /a press.example 200", "press.example:8080"],
  [w3c, "2026-01-06 10:00:00 443 192.0.2.7 GET /a press.example 200", "press.example"],
  ["nginx-json", `${json}"host":"press.example","server_port":"8080"}`, "press.example:8080"],
  ["nginx-json", `${json}"server_port":8080}`, null],
] as const) {
  test(`${line.slice(0, 60)}… is of ${host}`, () => {
    const lines = new InputLines(planOfFormats([format]), Number.POSITIVE_INFINITY);
    const reading = lines.read(line);
    expect(reading === null ? [lines.fields.host, lines.fields.client] : [null, null]).toEqual([host, client]);
  });
}
