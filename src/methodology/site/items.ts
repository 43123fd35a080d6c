import {extensionOf} from "./path.ts";

/** Which item is it that a document is a format of? The document without its ending, where that tells a format. */
export function itemOf(document: string, formats: ReadonlySet<string>): string {
  const extension = extensionOf(document);
  return extension !== "" && formats.has(extension) ? document.slice(0, -extension.length - 1) : document;
}
