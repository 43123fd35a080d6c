/**
 * Which characters has a TrueType font?
 *
 * Of the tables by character (`cmap`) those of formats 4 and 12 are read, which every font of today has.
 *
 * @throws {RangeError} where the file is no font, or breaks off.
 */
export function charactersOf(font: Uint8Array): Set<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const found = new Set<number>();
  const start = tableAt(view, "cmap");
  for (let i = 0; i < view.getUint16(start + 2); i++) {
    const at = start + view.getUint32(start + 8 + i * 8);
    const format = view.getUint16(at);
    if (format === 4) addSegments(view, at, found);
    else if (format === 12) addGroups(view, at, found);
  }
  return found;
}

function tableAt(view: DataView, wanted: string): number {
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + i * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)));
    if (tag === wanted) return view.getUint32(at + 8);
  }
  throw new RangeError(`the font has no table ${wanted}`);
}

function addSegments(view: DataView, at: number, found: Set<number>): void {
  const bytes = view.getUint16(at + 6);
  for (let i = 0; i < bytes; i += 2) {
    const until = view.getUint16(at + 14 + i);
    const from = view.getUint16(at + 16 + bytes + i);
    const delta = view.getUint16(at + 16 + bytes * 2 + i);
    const offsetAt = at + 16 + bytes * 3 + i;
    const offset = view.getUint16(offsetAt);
    for (let code = from; code <= until && code !== 0xffff; code++) {
      const glyph = offset === 0 ? code + delta : view.getUint16(offsetAt + offset + (code - from) * 2);
      if ((glyph & 0xffff) !== 0) found.add(code);
    }
  }
}

function addGroups(view: DataView, at: number, found: Set<number>): void {
  for (let i = 0; i < view.getUint32(at + 12); i++) {
    const group = at + 16 + i * 12;
    for (let code = view.getUint32(group); code <= view.getUint32(group + 4); code++) found.add(code);
  }
}
