/** The bytes that a text of Base64 holds; null where it is written in any other way than the one that encodes them. */
export function decodeBase64(text: string): Buffer | null {
  if (text.length > 4096 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return null;
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64") === text ? bytes : null;
}
