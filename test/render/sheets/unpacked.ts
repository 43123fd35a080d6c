import {execFileSync} from "node:child_process";
import {inflateRawSync} from "node:zlib";
import {DOMParser} from "linkedom";

/** The files of a ZIP in their order, by the format's description and not by the code that writes it; and how each is packed. */
export function unpack(zip: Uint8Array): Map<string, {readonly content: string; readonly method: number}> {
  const bytes = Buffer.from(zip);
  const end = bytes.lastIndexOf("PK\x05\x06", undefined, "latin1");
  const files = new Map<string, {content: string; method: number}>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ];
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(from, from + size);
    const content = (method === 0 ? packed : inflateRawSync(packed)).toString("utf8");
    files.set(bytes.toString("utf8", at + 46, at + 46 + name), {content, method});
    at += 46 + name + extra + comment;
  }
  return files;
}

/** Its elements of a name, whatever their prefix. */
export function elements(xml: string, name: string): Element[] {
  const document = new DOMParser().parseFromString(xml, "text/xml") as unknown as Document;
  return [...document.querySelectorAll("*")].filter((element) => element.tagName.split(":").at(-1) === name);
}

/** What is wrong with the XML, as libxml2 says it. */
export function xmlFaults(xml: string): string {
  try {
    execFileSync("xmllint", ["--noout", "-"], {input: xml, stdio: ["pipe", "pipe", "pipe"]});
    return "";
  } catch (fault) {
    return String((fault as {stderr: Buffer}).stderr);
  }
}
