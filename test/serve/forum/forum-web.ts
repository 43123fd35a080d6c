import type {Hono} from "hono";
import {type LanguageId, languages} from "../../../src/base/words/language.ts";
import {Translator} from "../../../src/base/words/translator.ts";
import {hostCookie} from "../../../src/serve/forms/cookie.ts";
import {openKeptPages} from "../../../src/serve/forms/kept-pages.ts";
import {forumApp} from "../../../src/serve/forum/app.ts";
import {memberOf} from "../../../src/serve/forum/open-pages.ts";
import type {ForumPages} from "../../../src/serve/forum/pages.ts";
import {knownHosts} from "../../../src/serve/guards/host.ts";
import type {TestMember} from "../../forum/forum-folder.ts";
import {PeopledForum} from "../../forum/posts/people.ts";

const host = "localhost:8080";

/** Who asks: somebody with a session, or nobody. */
export type Cookie = Pick<TestMember, "token"> | null;

/** A form, as a test fills it in. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A forum with people in it, and the application that shows it. */
export class ForumWeb extends PeopledForum {
  readonly bugs: unknown[] = [];
  readonly app: Hono;

  constructor(language: LanguageId = "en") {
    super();
    const {sections, rules} = this.settings;
    const pages: ForumPages = {
      domain: this.forum,
      publication: "The Example Press",
      words: new Translator(language),
      sections: sections.map((one) => ({id: one.id, name: one.name, language: languages[one.language]})),
      rules,
      archive: () => "/",
      origin: "https://forum.example.org",
      memberCount: () => this.forum.figures(new Date(this.clock).toISOString().slice(0, 7)).members,
    };
    this.app = forumApp({
      forum: pages,
      isKnownHost: knownHosts({host: "127.0.0.1", port: 8080}, []),
      cookie: hostCookie("forum"),
      kept: openKeptPages(() => this.clock),
      visitorOf: (token) => memberOf(this.forum, token),
      onBug: (fault) => this.bugs.push(fault),
    });
  }

  async get(path: string, as: Cookie = null, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.#send(path, {headers}, as);
  }

  async post(
    path: string,
    fields: Fields = {},
    as: Cookie = null,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    const pairs = Object.entries(fields).flatMap(([name, values]) => [values].flat().map((value) => [name, value]));
    const own = {origin: `http://${host}`, "sec-fetch-site": "same-origin", ...headers};
    return this.#send(path, {method: "POST", body: new URLSearchParams(pairs), headers: own}, as);
  }

  /** The text of a page. */
  async text(path: string, as: Cookie = null): Promise<string> {
    return (await this.get(path, as)).text();
  }

  async #send(path: string, init: RequestInit, as: Cookie): Promise<Response> {
    const headers = new Headers(init.headers);
    if (as !== null) headers.set("cookie", `__Host-forum=${as.token}`);
    return this.app.fetch(new Request(`http://${host}${path}`, {...init, headers}));
  }
}

/** The cookie that an answer sets; null where it sets none. */
export function cookieOf(answer: Response): Cookie {
  const [, token] = /__Host-forum=([^;]+)/.exec(answer.headers.get("set-cookie") ?? "") ?? [];
  return token === undefined ? null : {token};
}

/** The value of a hidden field of a page. */
export function hiddenValue(page: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? "";
}
