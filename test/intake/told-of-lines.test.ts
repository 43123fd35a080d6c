import {afterEach, expect, test} from "vitest";
import {Workshop} from "./workshop.ts";

let workshop = new Workshop();
afterEach(() => {
  workshop.remove();
  workshop = new Workshop();
});

const line = (client: string, tail = ""): string =>
  `${client} - - [06/Jan/2026:10:00:00 +0000] "GET /a HTTP/1.1" 200 5 "-" "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"${tail}\n`;

test("what stands before lines is named, with how many had it", async () => {
  const log = [1, 2, 3].map((host) => `Jan  6 10:00:00 web1 nginx: ${line(`192.0.2.${host}`)}`).join("");
  workshop.write("a.log", log + line("192.0.2.9"));
  const said = await workshop.ingest(["a.log"]);
  expect(said).toContain("a.log: 4 lines; 4 requests\n  before 3 lines: syslog, passed over\n");
});

test("it is told that clients were taken from a header", async () => {
  const log = [1, 2, 3, 4, 5, 6].map((host) => line("203.0.113.10", ` "192.0.2.${host}"`)).join("");
  workshop.write("a.log", log);
  const said = await workshop.ingest(["a.log"]);
  expect(said).toContain("  clients are taken from x-forwarded-for: the connections are a proxy's\n");
  expect((await workshop.report("2026-01")).measures.find(({id}) => id === "readers")?.values).toEqual([6]);
});

test("of a plain log nothing of the kind is told", async () => {
  workshop.write("a.log", line("192.0.2.1"));
  expect(await workshop.ingest(["a.log"])).toBe("a.log: 1 line; 1 request\nRead 1 line in 1 file: 1 request.\n");
});
