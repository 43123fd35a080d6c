import {afterAll, describe, expect, test} from "vitest";
import {type SavedText, saveText} from "../../../src/operations/files/save.ts";
import {readText} from "../../../src/operations/files/text.ts";
import {html} from "../../../src/render/markup/html.ts";
import {conflictPage} from "../../../src/serve/desk/conflict.ts";
import {deskOf} from "./desk-of.ts";

const file = "titles.csv";
const made = deskOf({settings: {titles: file}, files: {[file]: "path,title\n/a,One\n"}});
const arabic = deskOf({language: "ar"});
afterAll(() => Promise.all([made.remove(), arabic.remove()]));

async function saved(typed: string): Promise<SavedText> {
  const {state} = readText(made.desk.store(), file);
  await saveText(made.desk.store(), file, {made: state, text: "path,title\n/a,<b>Theirs</b>\n"});
  return saveText(made.desk.store(), file, {made: state, text: typed});
}

describe("a form whose file somebody else has changed", () => {
  test("is shown again, with both versions and what is different, and is no success", async () => {
    const found = await saved("path,title\n/a,Ours\n");
    if (found.kind !== "conflict") throw new Error(found.kind);
    const {status, body} = conflictPage(made.desk, found, html`<form>still filled</form>`);
    expect(status).toBe(409);
    expect(body.html).toContain("<form>still filled</form>");
    expect(body.html).toMatch(/<del>.*\/a,&lt;b&gt;Theirs&lt;\/b&gt;<\/bdi><\/del>/);
    expect(body.html).toMatch(/<ins>.*\/a,Ours<\/bdi><\/ins>/);
    expect(body.html).not.toContain("<b>");
    const inArabic = conflictPage(arabic.desk, found, html``);
    expect(inArabic.title).toBe("غيّر شخص آخر الملف");
  });
});

test("rows that came in between are counted in the language of the desk", () => {
  expect(arabic.desk.words.t("desk-books-between", {count: 2})).toContain("سطرين");
});
