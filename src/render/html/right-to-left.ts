/**
 * A page that runs from the right, with marks around the paths in its text: else a slash at either end would move to the
 * other side of its path.
 *
 * Marks are put between tags only, and nothing is taken away.
 */
export function markPaths(page: string): string {
  const [head, ...rest] = page.split("</style>");
  const marked = rest.join("</style>").replace(/>[^<]+/g, (text) => {
    // What a slash parts, such as 7/31, is no path.
    return text.replace(/(?<![\w/&;])\/[\w%.~/-]*(?<!\.)/g, "&lrm;$&&lrm;");
  });
  return `${head}</style>${marked}`;
}
