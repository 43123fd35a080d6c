import {threadPages} from "../../../forum/posts/seen.ts";
import {type Markup, trusted} from "../../../render/markup/html.ts";

/** What the places of posts are asked of. */
export interface PostPlaces {
  post(id: number, viewer: null): {readonly thread: number; readonly page: number; readonly number: number} | null;
}

/** The file of a page of something: the first has no number. */
export function pageFile(name: string, page: number): string {
  return page > 1 ? `${name}.${page}.html` : `${name}.html`;
}

/** The file in the folder that has what the served forum has at an address; null where nothing of the folder has it. */
export function placesIn(posts: PostPlaces): (address: string) => string | null {
  return (address) => {
    const {pathname, searchParams, hash} = new URL(address, "http://forum.invalid");
    const page = Number(searchParams.get("page") ?? 1);
    if (pathname === "/forum/" || pathname === "/forum") return "index.html";
    if (pathname === "/forum/search") return "a-z.html";
    if (pathname === "/forum/rules") return "rules.html";
    if (pathname === "/forum/atom.xml") return "atom.xml";
    if (pathname === "/forum/log") {
      const before = searchParams.get("before");
      return before === null ? "log.html" : `log.${before}.html`;
    }
    const [, kind, id, rest] = /^\/forum\/([stp])\/([\w-]+)(?:\/(atom\.xml|\d{1,15}))?$/.exec(pathname) ?? [];
    if (kind === "p" && rest === undefined) {
      const found = posts.post(Number(id), null);
      return found === null ? null : `${pageFile(`t/${found.thread}`, found.page)}#p${found.number}`;
    }
    if (kind === undefined || kind === "p") return null;
    if (rest === "atom.xml") return `${kind}/${id}.atom.xml`;
    if (rest === undefined) return `${pageFile(`${kind}/${id}`, page)}${hash}`;
    return kind === "t" ? `${pageFile(`t/${id}`, threadPages(Number(rest)))}#p${rest}` : null;
  };
}

/**
 * The body of a page with its links as they are in the folder. What leads to nothing there is text.
 *
 * @param up What leads from the page to the folder.
 */
export function withoutServer({html: body}: Markup, placeOf: (address: string) => string | null, up: string): Markup {
  // Drawn by the pages of the forum: what members wrote has no address that begins with a slash.
  const link = /<a ((?:[a-z-]+="[^"]*" )*)href="(\/forum[^"]*)"([^>]*)>([\s\S]*?)<\/a>/g;
  return trusted(
    body.replace(link, (_, before: string, address: string, after: string, text: string) => {
      const place = placeOf(address.replaceAll("&amp;", "&"));
      return place === null ? text : `<a ${before}href="${up}${place}"${after}>${text}</a>`;
    }),
  );
}
