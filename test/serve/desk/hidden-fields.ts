/** What the forms of a page send along unseen, as a browser reads it. */
export function hiddenFields(page: string): Record<string, string> {
  const text = (value: string): string =>
    value
      .replaceAll("&quot;", '"')
      .replaceAll("&#39;", "'")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&");
  return Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(([, name, value]) => [
      name!,
      text(value!),
    ]),
  );
}
