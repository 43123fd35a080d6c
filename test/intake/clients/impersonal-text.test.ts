import {afterAll, describe, expect, test} from "vitest";
import {impersonalHost, methodOf, pathOf, siteOf} from "../../../src/intake/facts/impersonal-text.ts";
import {readerNamed, Typist} from "../two-ways/typed-rows.ts";

const typist = new Typist();
afterAll(() => typist.close());

const kept = {method: methodOf, path: pathOf, site: siteOf, host: impersonalHost} as const;

const cases: Readonly<Record<keyof typeof kept, readonly (readonly [string, string | null])[]>> = {
  method: [
    ["GET", "GET"],
    ["get", "get"],
    ["VERSION-CONTROL", "VERSION-CONTROL"],
    ["RPC_IN_DATA", "RPC_IN_DATA"],
    ["-", "-"],
    ["", ""],
    ["GET/search?q=SECRET", ""],
    ["/search?q=SECRET", ""],
    ["POST_/login?pw=SECRET", ""],
    ["GET\\t/search", ""],
    ["\\x16\\x03\\x01", ""],
    ["jane.doe", ""],
    ["A".repeat(20), "A".repeat(20)],
    ["A".repeat(21), ""],
  ],
  path: [
    ["/", "/"],
    ["/a#b", "/a"],
    ["/a?b=SECRET#c", "/a"],
    ["/a;b=c;d/e", "/a;b=c;d/e"],
    ["/a(b)/c", "/a(b)/c"],
    ["/@jane/posts", "/@jane/posts"],
    ["/a/jane@example.org", "/a/jane@example.org"],
    ["http://www.example.org/a", "http://www.example.org/a"],
    // user names
    ["http://jane:SECRET@www.example.org/a", "http://www.example.org/a"],
    ["http://jane@www.example.org/a@b", "http://www.example.org/a@b"],
    ["HTTPS://a@SECRET:b@www.example.org", "HTTPS://www.example.org"],
    ["http:/jane:SECRET@www.example.org/a", "http:/www.example.org/a"],
    ["//jane:SECRET@www.example.org/a", "//www.example.org/a"],
    ["//@jane/a", "//@jane/a"],
    ["jane:SECRET@www.example.org:443", "www.example.org:443"],
    ["mailto:jane@www.example.org", "www.example.org"],
    ["/proxy/http://jane:SECRET@www.example.org/a", "/proxy/http://www.example.org/a"],
    ["http://www.example.org/http://jane@b/c", "http://www.example.org/http://b/c"],
    // sessions
    ["/a;jsessionid=SECRET", "/a"],
    ["/a.jsp;JSESSIONID=SECRET!12/b", "/a.jsp/b"],
    ["/a;x=y;jsessionid=SECRET;z=1", "/a;x=y;z=1"],
    ["/a%3Bjsessionid=SECRET", "/a"],
    ["/a%3bjsessionid%3dSECRET/b", "/a/b"],
    ["/a;PHPSESSID=SECRET;sid=SECRET", "/a"],
    ["/a;ASPSESSIONIDQQ12=SECRET/b", "/a/b"],
    ["/a;jsessionid", "/a;jsessionid"],
    ["/a;insid=x", "/a;insid=x"],
    ["http://jane@www.example.org/a;jsessionid=SECRET", "http://www.example.org/a"],
    ["/(S(SECRET))/a.aspx", "/a.aspx"],
    ["/b/(X(1)S(SECRET))/a.aspx", "/b/a.aspx"],
    ["/b/(S(SECRET))/(F(SECRET))", "/b/"],
    ["/(abcdefghijklmnopqrstuvw1)/a.aspx", "/a.aspx"],
    ["/(abcdefghijklmnopqrstuvwxyz)/a.aspx", "/(abcdefghijklmnopqrstuvwxyz)/a.aspx"],
    ["/wiki/Mercury_(planet)", "/wiki/Mercury_(planet)"],
    ["/wiki/(S(a)b)", "/wiki/(S(a)b)"],
    ["/()/(S)", "/()/(S)"],
    ["/PHPSESSID=SECRET/a/b", "/a/b"],
    ["/a/osCsid/SECRETSECRETSECRET1", "/a"],
    ["/a&SessionID=SECRET", "/a"],
    ["/a/_ZopeId=SECRET", "/a"],
    ["/a$JSESSIONID$SECRET", "/a"],
    ["/sap(SECRET)/a", "/a"],
    ["/a;s=SECRETsecret0123456789", "/a"],
    ["/a;ticket=0123456789abcdef0123456789ABCDEF", "/a"],
    ["/a;jsessionid_blog=SECRET", "/a"],
    ["/a;BV_SessionID=SECRET", "/a"],
    ["/k=0123456789abcdef01/a", "/a"],
    // and what is none
    ["/a;title=the-year-2026-in-numbers", "/a;title=the-year-2026-in-numbers"],
    ["/a;id=1234567890123456", "/a;id=1234567890123456"],
    ["/inside/tickets/2026", "/inside/tickets/2026"],
    ["/sid/2026", "/sid/2026"],
    ["/session/", "/session/"],
    ["/a=b/c", "/a=b/c"],
    ["/assess=x", "/assess=x"],
  ],
  site: [
    ["http://www.example.org/a?b", "www.example.org"],
    ["https://www.example.org:8080/", "www.example.org:8080"],
    ["http://Www.Example.org", "Www.Example.org"],
    ["android-app://com.example.app/", "com.example.app"],
    ["//www.example.org/", "www.example.org"],
    ["http://jane:SECRET@www.example.org/", "www.example.org"],
    ["http://www.example.org?q=SECRET", "www.example.org"],
    ["http://www.example.org#SECRET", "www.example.org"],
    ["http://www.example.org\\?q=SECRET", "www.example.org"],
    ["http://www.example.org/?q=a@SECRET/", "www.example.org"],
    ["http://www.example.org?q=a@SECRET", "www.example.org"],
    ["http://www.example.org&q=SECRET", ""],
    ["http://jane%40SECRET.example/", ""],
    ["http://www.example.org:SECRET/", ""],
    ["http://", ""],
    ["http:///SECRET", ""],
    ["http:/search?q=SECRET/x", ""],
    ["x/y/SECRET?q=a", ""],
    ["mail.example/inbox/jane@SECRET", ""],
    ["about:blank//?q=SECRET", ""],
    ["-", ""],
    ["", ""],
    [`http://${"a".repeat(300)}/`, ""],
    // addresses
    ["http://192.0.2.1/a", ""],
    ["http://192.0.2.1:8080/a", ""],
    ["http://192.0.2.1./a", ""],
    ["http://3221225985/a", ""],
    ["http://0xC0000201/a", ""],
    ["http://192.0.0x2.0X1/a", ""],
    ["http://[2001:db8::1]/a", ""],
    ["http://[2001:db8::1]:80/a", ""],
    ["http://192.0.2.1.example/a", "192.0.2.1.example"],
    ["http://4chan/a", "4chan"],
  ],
  host: [
    ["www.example.org:80", "www.example.org:80"],
    ["www.example.org", "www.example.org"],
    ["localhost:8080", "localhost:8080"],
    ["", null],
    ["-", "-"],
    ["203.0.113.1:50234", null],
    ["203.0.113.1", null],
    ["203.0.113.1.:80", null],
    ["3405803777", null],
    ["[2001:db8::80]:443", null],
    ["2001:db8::80:443", null],
    ["2001:db8::80", null],
    ["203.0.113.1:x", null],
    ["_", "_"],
    ["Пресса.example:443", "Пресса.example:443"],
    ["jane:SECRET@www.example.org", "www.example.org"],
    ["jane@www.example.org:8080", "www.example.org:8080"],
    ["jane:SECRET@203.0.113.1", null],
    ["www.example.org\\?q=SECRET", null],
    ["what+is+SECRET", null],
    ["jane%40SECRET.example", null],
    ["www.example.org:123456", null],
    ["a".repeat(300), null],
  ],
};

for (const what of ["method", "path", "site", "host"] as const) {
  describe(`of a ${what} is kept`, () => {
    for (const [text, want] of cases[what]) {
      test(`${JSON.stringify(text.slice(0, 60))}: ${JSON.stringify(want)}`, () => expect(kept[what](text)).toBe(want));
    }
  });
}

test("a line's text is kept alike by the scanner and where lines are read as text", async () => {
  const agent = '"Lynx"';
  const requests = [
    "GET/search?q=a SECRET HTTP/1.1",
    "GET http://jane:SECRET@www.example.org/a?x HTTP/1.1",
    "GET /a;jsessionid=SECRET?x HTTP/1.1",
  ];
  const lines = requests.map((request) => {
    return `192.0.2.1 - - [10/Oct/2005:13:55:36 +0000] "${request}" 200 5 "http://www.example.org?q=SECRET" ${agent}`;
  });
  const combined = "combined";
  for (const rows of [await typist.scanned(combined, lines, 10), await typist.rows(combined, lines)]) {
    expect(rows.map((row) => [row?.reader, row?.method, row?.path, row?.site, row?.host])).toEqual([
      [readerNamed("192.0.2.1"), "", "", "www.example.org", null],
      [readerNamed("192.0.2.1"), "GET", "/a", "www.example.org", "www.example.org"],
      [readerNamed("192.0.2.1"), "GET", "/a", "www.example.org", null],
    ]);
  }
});

test("a path that was made to take forever takes no longer than its length", () => {
  for (const sign of ["&", "$", "&a=", "$a$", ";a=", "%3ba=", "%3b", ";sid", "/sid", "/a=", "=", "sid=&"]) {
    const path = `/=sid${sign.repeat(1_000_000 / sign.length)}`;
    expect(pathOf(path).length).toBeLessThanOrEqual(path.length);
  }
});
