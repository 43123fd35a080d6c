import {withEntities} from "../../base/text.ts";
import {readAddress} from "./address.ts";

/** A post as it is shown. */
export interface PostDrawing {
  /** Markup of this file alone, to be placed as it stands. */
  readonly html: string;
  /** What is read: without marks, with the addresses of links. For search, feeds and terminals. */
  readonly plain: string;
  /** How many links there are. */
  readonly links: number;
}

/** What opens each element that there is. Text may be of any language, so each finds its own direction. */
const openings: Readonly<Record<string, string>> = {
  p: '<p dir="auto">',
  blockquote: "<blockquote>",
  ul: "<ul>",
  ol: "<ol>",
  li: '<li dir="auto">',
  em: "<em>",
  strong: "<strong>",
};

/** Elements within a line: they end no line of what is read. */
const inLine: ReadonlySet<string> = new Set(["em", "strong"]);

/** HTML of a post as it grows, with the plain text beside it. What it is not told to open it does not close. */
export class DrawnText {
  #html = "";
  #plain = "";
  #links = 0;
  readonly #opened: string[] = [];
  #link: {readonly written: string; readonly from: number} | null = null;

  /** @param start Where a list begins to count; null where it is none, or begins at 1. */
  open(tag: string, start: string | number | null): void {
    const opening = openings[tag];
    if (opening === undefined) throw new Error(`a post has no <${tag}>`);
    this.#html += tag === "ol" && start !== null ? `<ol start="${Number(start)}">` : opening;
    this.#opened.push(tag);
  }

  close(): void {
    const tag = this.#opened.pop();
    if (tag === undefined) throw new Error("nothing of the post is open");
    this.#html += `</${tag}>`;
    if (!inLine.has(tag)) this.part();
  }

  /** Ends a line of what is read. */
  part(): void {
    if (this.#plain !== "" && !this.#plain.endsWith("\n")) this.#plain += "\n";
  }

  text(text: string): void {
    this.#html += withEntities(text);
    this.#plain += text;
  }

  lineBreak(): void {
    this.#html += "<br>";
    this.#plain += "\n";
  }

  code(text: string): void {
    this.#html += `<pre dir="ltr"><code>${withEntities(text)}</code></pre>`;
    this.#plain += text;
    this.part();
  }

  codeInline(text: string): void {
    this.#html += `<code>${withEntities(text)}</code>`;
    this.#plain += text;
  }

  openLink(written: string): void {
    const address = readAddress(written);
    this.#link = {written, from: this.#plain.length};
    if (address !== null) this.#html += `<a href="${withEntities(address.href)}" rel="ugc nofollow">`;
  }

  /** Ends a link; where its text says something else than where it leads, that is written behind it. */
  closeLink(): void {
    const {written, from} = this.#link ?? {written: "", from: 0};
    const [address, text] = [readAddress(written), this.#plain.slice(from)];
    this.#link = null;
    if (address === null) {
      if (written !== "" && written !== text) this.text(` (${written})`);
      return;
    }
    this.#html += "</a>";
    this.#links++;
    if (text === address.shown || (/^[!-~]+$/.test(text) && readAddress(text)?.href === address.href)) return;
    this.#html += ` <bdi dir="ltr">(${withEntities(address.shown)})</bdi>`;
    this.#plain += ` (${address.shown})`;
  }

  end(): PostDrawing {
    if (this.#opened.length > 0) throw new Error("the post is not at its end");
    return {html: this.#html, plain: this.#plain.trim(), links: this.#links};
  }
}
