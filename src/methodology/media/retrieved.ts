import type {AskedPath} from "../../base/paths/asked-path.ts";
import type {PathPattern} from "../../base/paths/pattern.ts";
import type {Methodology} from "../methodology.ts";

/** Is it told from other documents that files are taken home, listened to or looked at? */
export function isRetrieving({downloads, listening}: Pick<Methodology, "downloads" | "listening">): boolean {
  return downloads !== null || listening !== null;
}

/** As what is a file counted? Sound and film are no downloads besides. Null for any other document. */
export function retrievedAs(
  asked: AskedPath,
  {downloads, listening}: Pick<Methodology, "downloads" | "listening">,
): "downloads" | "listens" | "plays" | null {
  const fits = (patterns: readonly PathPattern[]): boolean => patterns.some((pattern) => pattern.fits(asked));
  if (listening && fits(listening.audio)) return "listens";
  if (listening && fits(listening.video)) return "plays";
  return downloads && fits(downloads.files) ? "downloads" : null;
}

/** Is it counted there and is no document? */
export function isApart(asked: AskedPath, methodology: Pick<Methodology, "downloads" | "listening">): boolean {
  const {downloads, listening} = methodology;
  if (!downloads?.apart && !listening?.apart) return false;
  const kind = retrievedAs(asked, methodology);
  return kind !== null && (kind === "downloads" ? downloads! : listening!).apart;
}
