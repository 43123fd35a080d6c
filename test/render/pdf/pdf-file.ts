import {spawnSync} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";

/** Are poppler's programs and qpdf there? `.ci/run` installs them. */
export const hasPdfPrograms = ["qpdf", "pdfinfo", "pdftotext"].every((name) => {
  return spawnSync(name, [name === "qpdf" ? "--version" : "-v"]).error === undefined;
});

/** What a test is called that wants them, where they are missing. */
export const pdfPrograms = hasPdfPrograms ? "" : " (skipped: Debian's qpdf and poppler-utils are missing)";

/** What other programs find in a PDF. */
export class PdfFile {
  readonly #folder = mkdtempSync(join(tmpdir(), "broadsheet-pdf-"));
  readonly #path = join(this.#folder, "report.pdf");

  constructor(bytes: Uint8Array) {
    writeFileSync(this.#path, bytes);
  }

  /** What a program prints, `PDF` in its words standing for the file. */
  run(program: string, ...words: readonly string[]): {status: number | null; stdout: string} {
    const given = words.map((word) => (word === "PDF" ? this.#path : word));
    const {status, stdout} = spawnSync(program, given, {encoding: "utf8", cwd: this.#folder, maxBuffer: 1e9});
    return {status, stdout};
  }

  /** The text of a page or of all, in reading order, spaces and line ends as one space. */
  text(page?: number): string {
    const pages = page === undefined ? [] : ["-f", String(page), "-l", String(page)];
    return this.run("pdftotext", ...pages, "PDF", "-").stdout.replace(/\s+/g, " ");
  }

  /** The attached file of the name. */
  attached(name: string): string {
    this.run("pdfdetach", "-savefile", name, "-o", "attached", "PDF");
    return readFileSync(join(this.#folder, "attached"), "utf8");
  }

  remove(): void {
    rmSync(this.#folder, {recursive: true, force: true});
  }
}
