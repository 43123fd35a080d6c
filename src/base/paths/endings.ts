/**
 * What does the last segment of the path end in, in lower case and without the dot?
 *
 * @param path Without query.
 * @returns "" where the last segment has no dot.
 */
export function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  return dot === -1 ? "" : name.slice(dot + 1).toLowerCase();
}

const words = (text: string): string[] => text.split(" ");

/** Endings of pictures. */
export const graphicEndings = words(
  "gif jpg jpeg jpe png apng bmp webp avif svg svgz ico cur tif tiff heic heif xbm jxl",
);

/** Endings of styles, scripts, fonts and feeds. */
export const furnitureEndings = words(
  "css js mjs map json wasm woff woff2 ttf otf eot swf class rss atom xml webmanifest",
);
