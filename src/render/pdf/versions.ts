import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {fontFiles} from "./fonts.ts";

/** With what are PDFs set here? The typesetter's version, null where there is none, and the hash of each font. */
export function pdfVersions(): {typesetter: string | null; fonts: Record<string, string>} {
  return {
    typesetter: typesetterVersion(),
    fonts: Object.fromEntries(fontFiles.map(({file, sha256}) => [file, sha256])),
  };
}

function typesetterVersion(): string | null {
  try {
    const file = createRequire(import.meta.url).resolve("@myriaddreamin/typst-ts-node-compiler/package.json");
    return (JSON.parse(readFileSync(file, "utf8")) as {version: string}).version;
  } catch {
    return null;
  }
}
