import {deflateSync} from "node:zlib";
import {readPdf} from "../../../src/publish/verify/pdf/file.ts";
import {catalogueOf, fontsOf, pagesOf} from "../../../src/publish/verify/pdf/pages.ts";
import {isRef} from "../../../src/publish/verify/pdf/syntax.ts";

/** A PDF whose objects can be changed; it is written with a table that is right again, as whoever forges one would. */
export class EditedPdf {
  readonly #objects = new Map<number, Buffer>();
  readonly #head: Buffer;
  readonly #bytes: Buffer;
  #trailer: string;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    const text = bytes.toString("latin1");
    const tableAt = Number(/startxref\s+(\d+)/.exec(text.slice(-64))![1]);
    const [, count] = /^xref\n0 (\d+)\n/.exec(text.slice(tableAt, tableAt + 40))!;
    const entriesAt = tableAt + `xref\n0 ${count}\n`.length;
    const offsets = Array.from({length: Number(count) - 1}, (_, place) => {
      return {
        number: place + 1,
        at: Number(text.slice(entriesAt + (place + 1) * 20, entriesAt + (place + 1) * 20 + 10)),
      };
    }).sort((one, other) => one.at - other.at);
    this.#head = bytes.subarray(0, offsets[0]!.at);
    for (const [place, {number, at}] of offsets.entries()) {
      this.#objects.set(number, bytes.subarray(at, offsets[place + 1]?.at ?? tableAt));
    }
    this.#trailer = text.slice(text.indexOf("trailer", tableAt), text.lastIndexOf("startxref"));
  }

  /** The number of the object that a key of the catalogue, of the first page or of a font of it leads to. */
  numberOf(of: "catalogue" | "page" | "marks" | "data" | "font" | "letters" | "pages"): number {
    const pdf = readPdf(this.#bytes, "x");
    const root = catalogueOf(pdf);
    const page = pagesOf(pdf)[0]!;
    const font = fontsOf(pdf, page).get("f0");
    const names = pdf.resolve(pdf.dictionary(pdf.dictionary(root.get("Names")).get("EmbeddedFiles")).get("Names"));
    const file = pdf.dictionary((names as readonly never[])[1]);
    const found = {
      catalogue: pdf.trailer.get("Root"),
      pages: root.get("Pages"),
      page: (pdf.resolve(pdf.dictionary(root.get("Pages")).get("Kids")) as readonly never[])[0],
      marks: page.get("Contents"),
      data: pdf.dictionary(file.get("EF")).get("F"),
      font,
      letters: pdf.dictionary(font).get("ToUnicode"),
    }[of];
    if (!isRef(found)) throw new Error(`the PDF has no ${of}`);
    return found.ref;
  }

  /** An object as it is written, with what stands in its stream. */
  textOf(number: number): string {
    return this.#objects.get(number)!.toString("latin1");
  }

  /** Changes the text of an object, as far as its stream. */
  head(number: number, change: (text: string) => string): this {
    const own = this.#objects.get(number)!;
    const at = own.indexOf("stream\n");
    const cut = at < 0 ? own.length : at;
    const text = own.toString("latin1", 0, cut);
    const made = change(text);
    if (made === text) throw new Error(`nothing was changed in ${text.slice(0, 400)}`);
    this.#objects.set(number, Buffer.concat([Buffer.from(made, "latin1"), own.subarray(cut)]));
    return this;
  }

  /** Changes a stream. */
  stream(number: number, change: (content: Buffer) => Buffer): this {
    const own = this.#objects.get(number)!;
    const content = change(readPdf(this.#bytes, "x").stream({ref: number})!);
    const packed = deflateSync(content);
    const head = own
      .toString("latin1", 0, own.indexOf("stream\n"))
      .replace(/\s*\/Filter \/FlateDecode/, "")
      .replace(/\/Length \d+/, `/Length ${packed.length} /Filter /FlateDecode`);
    this.#objects.set(number, withStream(head, packed));
    return this;
  }

  /** Adds an object, with a stream or without, and says its number. */
  add(dictionary: string, content: string | null = null): number {
    const number = this.#nextNumber();
    if (content === null)
      this.#objects.set(number, Buffer.from(`${number} 0 obj\n${dictionary}\nendobj\n\n`, "latin1"));
    else {
      const packed = deflateSync(Buffer.from(content, "latin1"));
      const head = `${number} 0 obj\n${dictionary.replace(/>>$/, `/Length ${packed.length} /Filter /FlateDecode >>`)}\n`;
      this.#objects.set(number, withStream(head, packed));
    }
    return number;
  }

  /** Adds an object that is the same as another, and says its number. */
  copyOf(number: number): number {
    const own = this.#objects.get(number)!;
    const made = this.#nextNumber();
    const rest = own.subarray(String(number).length);
    this.#objects.set(made, Buffer.concat([Buffer.from(String(made)), rest]));
    return made;
  }

  trailer(change: (text: string) => string): this {
    this.#trailer = change(this.#trailer);
    return this;
  }

  #nextNumber(): number {
    return Math.max(...this.#objects.keys()) + 1;
  }

  bytes(): Buffer {
    const parts = [this.#head];
    const count = this.#nextNumber();
    const table = ["0000000000 65535 f \n"];
    let length = this.#head.length;
    for (let number = 1; number < count; number++) {
      const own = this.#objects.get(number)!;
      table.push(`${String(length).padStart(10, "0")} 00000 n \n`);
      parts.push(own);
      length += own.length;
    }
    const trailer = this.#trailer.replace(/\/Size \d+/, `/Size ${count}`);
    const end = `xref\n0 ${count}\n${table.join("")}${trailer}startxref\n${length}\n%%EOF`;
    return Buffer.concat([...parts, Buffer.from(end, "latin1")]);
  }
}

function withStream(head: string, packed: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${head}stream\n`, "latin1"), packed, Buffer.from("\nendstream\nendobj\n\n")]);
}
