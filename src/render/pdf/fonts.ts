import {readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {sha256} from "../../base/sha256.ts";
import {charactersOf} from "./cmap.ts";

/**
 * The fonts that a PDF is set in; no other is ever taken. `fonts/README.md` says where they come from and how they are made.
 *
 * Their family names are ours, so that no font of the machine can stand in for one of them.
 */
export const fontFiles = [
  {file: "broadsheet-serif.ttf", sha256: "24f3deeabd39db068bb630ac7cb6662135241a8076228c92a88807919b9a1cc4"},
  {file: "broadsheet-serif-italic.ttf", sha256: "48b8a31155c6200a51052e3e35274a21c719a7a62f2ea6074b2c759a9ab3a63b"},
  {file: "broadsheet-serif-semibold.ttf", sha256: "6dd4205ff8000985a29f7c55bc75df261faa969a132a0023ea601f6ca92e262a"},
  {file: "broadsheet-sans.ttf", sha256: "ca94345089b0130217df276a52887ea96b9cafb3a1b5d02afe94334e61b6894e"},
  {file: "broadsheet-sans-semibold.ttf", sha256: "62f01c8003b2fc509a10f9e26117adc8ad5a51b32e27b237da916bfdce3a2b61"},
  {file: "broadsheet-arabic.ttf", sha256: "03f2d20c92de3c68392f83b5bd529dee608c0ec0e5f691d4423d2c9f68e067a5"},
  {file: "broadsheet-arabic-bold.ttf", sha256: "b78df82aa3114f03d6e1c8127e1fbb09c956b5fcd3238fe6ba4d00202bf5ff57"},
  {file: "broadsheet-han.ttf", sha256: "4495ca7409bd7dd310ead51f755002b7f1991e07edc75ca430fe569ec18544f8"},
  {file: "broadsheet-hant.ttf", sha256: "f9c75d9cb2633a8c77905bdff60d17000dd80c87e8c1d0f38632277af836bcc4"},
] as const;

/** The fonts, read, and the characters that they have between them, in every style of a family. */
export interface Fonts {
  readonly files: readonly Buffer[];
  readonly characters: ReadonlySet<number>;
}

/** Where the fonts are, for what reads them from the disk itself. */
export function fontPaths(): string[] {
  return fontFiles.map(({file}) => fileURLToPath(urlOf(file)));
}

function urlOf(file: string): URL {
  return new URL(`./fonts/${file}`, import.meta.url);
}

let loaded: Fonts | null = null;

/**
 * Reads the fonts, once.
 *
 * @throws {Error} where a file is not the one that Broadsheet ships.
 */
export function loadFonts(): Fonts {
  loaded ??= readFonts();
  return loaded;
}

function readFonts(): Fonts {
  const fonts = fontFiles.map(({file, sha256: wanted}) => {
    const bytes = readFileSync(urlOf(file));
    if (sha256(bytes) !== wanted) throw new Error(`${file} is not the font that Broadsheet ships; install it again`);
    return {family: /^broadsheet-[a-z]+/.exec(file)![0], bytes, characters: charactersOf(bytes)};
  });
  const families = [...Map.groupBy(fonts, ({family}) => family).values()];
  // A character that one style of a family lacks is taken from another family; only one that every style has is sure.
  const sure = families.map((styles) =>
    styles.map(({characters}) => characters).reduce((all, one) => all.intersection(one)),
  );
  return {files: fonts.map(({bytes}) => bytes), characters: new Set(sure.flatMap((one) => [...one]))};
}
