/** What Windows takes for a device, with whatever stands behind a dot. */
const device = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(?:\.|$)/i;
/** What Windows may have for a longer name: `REPORT~1.HTM` is `report.html`. */
const shortened = /^[^.]{1,6}~\d{1,6}(?:\.[^.]{0,3})?$/;

/**
 * What keeps a name in a zip from being the same file wherever it is unpacked; null where nothing does.
 *
 * @param name With `/` between its parts, and behind it where it is a folder's.
 * @returns Behind the name: "has a \ in it".
 */
export function unportable(name: string): string | null {
  if (name.includes("\\")) return "has a \\ in it, which parts names on Windows alone";
  if (/[:*?"<>|]/.test(name)) return "has a sign in it that Windows takes for something else";
  if (/[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u.test(name)) return "has signs that are not seen";
  const parts = name.replace(/\/$/, "").split("/");
  if (parts.some((part) => /[. ]$/.test(part) && !/^\.\.?$/.test(part))) {
    return "ends with a dot or a blank, which Windows takes away";
  }
  if (parts.some((part) => device.test(part) || shortened.test(part))) return "is that of something else on Windows";
  return null;
}
