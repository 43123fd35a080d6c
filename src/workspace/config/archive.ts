import {z} from "zod";

/** An address of the web with a slash at its end, so that paths can be put behind it; undefined where the text is none. */
export function archiveAddress(text: string): string | undefined {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return undefined;
  }
  const isPlain = url.search === "" && url.hash === "" && url.username === "" && url.password === "";
  if (!/^https?:$/.test(url.protocol) || !isPlain) return undefined;
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
}

const archive = z.strictObject({
  address: z
    .string()
    .refine((text) => archiveAddress(text) !== undefined, {
      error: "must be an address of the web, like https://example.org/readership/",
    })
    .transform((text) => archiveAddress(text)!)
    .optional(),
});

/** The names of the settings of the public archive. */
export const archiveSettingNames = Object.keys(archive.shape);

/** The settings of the public archive of what was published. */
export const archiveSettings = {archive: z.preprocess((value) => value ?? {}, archive)};
