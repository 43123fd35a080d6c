import {writeFileSync} from "node:fs";
import {expect, test} from "vitest";
import {openArchive} from "../../../src/publish/verify/archive.ts";
import {TestArchive} from "./sealed.ts";

const alone = "nothing says who made it or that it is as it was";

test.each<[string, string, string]>([
  ["a report.json", '{"publication": "x", "measures": []}', `it is the report.json of an edition by itself: ${alone}`],
  ["a picture", "\x89PNG\r\n\x1a\n", `it is a picture: ${alone}`],
  ["a page", "<!DOCTYPE html><html lang=en>", `it is a page by itself: ${alone}`],
  ["a text", "562 readers\n", `it is a text by itself: ${alone}`],
  ["nothing", "", "the file is empty"],
  ["something else", "\x00\x01\x02", "it is neither a zip nor a PDF"],
  ["a zip that breaks off", "PK\x03\x04", "the zip breaks off, or is none"],
])("a file that is %s is told by what it is", (_, content, want) => {
  using archive = new TestArchive();
  writeFileSync(archive.at("named"), Buffer.from(content, "latin1"));
  expect(() => openArchive("named", archive.folder)).toThrow(
    expect.objectContaining({code: "EDITION_REFUSED", message: want}),
  );
});
