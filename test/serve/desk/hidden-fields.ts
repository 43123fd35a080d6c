/** What the forms of a page send along unseen, as a browser reads it. */
export function hiddenFields(page: string): Record<string, string> {
  const text = (value: string): string =>
    value
      .replaceAll("&quot;", '"')
      .replaceAll("&#39;", "'")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replace(/&#x([0-9a-f]+);/g, (_, number: string) => String.fromCharCode(Number.parseInt(number, 16)))
      .replaceAll("&amp;", "&");
  return Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(([, name, value]) => [
      name!,
      text(value!),
    ]),
  );
}
