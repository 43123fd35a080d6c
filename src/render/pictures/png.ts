import {crc32} from "node:zlib";
import {UserError} from "../../base/error.ts";
import {visible} from "../../base/text.ts";
import {fontPaths, loadFonts} from "../pdf/fonts.ts";
import type {Picture} from "./card.ts";

/**
 * The picture as a PNG, set in the fonts that ship with Broadsheet, whatever the machine has.
 *
 * Title and alternative text stand in it as `Title` and `Description`. The same picture gives the same bytes.
 *
 * @throws {UserError} PICTURE_UNAVAILABLE where the drawing program is not installed for this machine.
 */
export async function renderPng({svg, title, alt}: Picture): Promise<Uint8Array> {
  const {Resvg} = await loadResvg();
  // Reads them once, and refuses others than ours.
  loadFonts();
  const font = {fontFiles: fontPaths(), loadSystemFonts: false, defaultFontFamily: "Broadsheet Sans"};
  const png = new Resvg(svg, {font}).render().asPng();
  // Behind the signature and the first chunk, IHDR, whose length never differs.
  const [head, rest] = [png.subarray(0, 33), png.subarray(33)];
  return Buffer.concat([head, textChunk("Title", visible(title)), textChunk("Description", visible(alt)), rest]);
}

async function loadResvg(): Promise<typeof import("@resvg/resvg-js")> {
  try {
    return await import("@resvg/resvg-js");
  } catch {
    throw new UserError(
      "PICTURE_UNAVAILABLE",
      "what draws PNGs is not installed for this machine",
      "install Broadsheet again without leaving optional packages out, or end the name of the file in .svg",
    );
  }
}

/** A chunk of international text (iTXt), not packed. */
function textChunk(keyword: string, text: string): Buffer {
  const content = Buffer.from(`iTXt${keyword}\0\0\0\0\0${text}`);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length - 4);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, sum]);
}
