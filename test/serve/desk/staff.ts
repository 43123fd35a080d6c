import {totpCode} from "../../../src/accounts/factors/totp.ts";
import type {Role} from "../../../src/accounts/rights.ts";
import {type DeskWish, deskOf, type TestDesk} from "./desk-of.ts";

/** A desk with its accounts, and a clock that is set by hand. */
export interface StaffedDesk extends TestDesk {
  clock: number;
}

/** A desk on 5 November 2026, 09:00 UTC, at which nobody is yet. */
export function staffedDesk(wish: DeskWish = {}): StaffedDesk {
  const clock = {now: Date.UTC(2026, 10, 5, 9)};
  const desk = deskOf({...wish, hasAccounts: true, now: () => clock.now});
  return Object.defineProperty(desk as StaffedDesk, "clock", {
    get: () => clock.now,
    set: (at: number) => {
      clock.now = at;
    },
  });
}

/** Somebody with a browser: the cookie goes along. */
export class Browser {
  token = "";
  readonly #desk: StaffedDesk;

  constructor(desk: StaffedDesk) {
    this.#desk = desk;
  }

  async get(path: string): Promise<Response> {
    return this.#keep(await this.#desk.get(path, "nobody", this.#headers()));
  }

  async post(
    path: string,
    fields: Readonly<Record<string, string>> = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    return this.#keep(await this.#desk.post(path, fields, "nobody", {...this.#headers(), ...headers}));
  }

  #headers(): Record<string, string> {
    return this.token === "" ? {} : {cookie: `__Host-desk=${this.token}`};
  }

  #keep(answer: Response): Response {
    const [cookie] = answer.headers.getSetCookie();
    const value = cookie === undefined ? undefined : /^__Host-desk=([\w-]*);/.exec(cookie)?.[1];
    if (value !== undefined) this.token = value;
    return answer;
  }
}

/** What somebody has who has joined. */
export interface Member {
  readonly browser: Browser;
  readonly name: string;
  readonly phrase: string;
  readonly secret: string;
  readonly codes: readonly string[];
}

/** The code of an app at this moment. */
export function codeNow(desk: StaffedDesk, secret: string): string {
  return totpCode(secret, Math.floor(desk.clock / 30_000));
}

/** Joins as somebody does in a browser without script. A minute has passed then, so that another code is there. */
export async function joinDesk(desk: StaffedDesk, name: string, role?: Role): Promise<Member> {
  const {code} = desk.desk.accounts.invite({name, role}, {name: "a test"});
  const browser = new Browser(desk);
  await browser.post("/join", {code});
  const offered = /<p class="secret"[^>]*>([a-z ]+)<\/p>/.exec(await (await browser.get("/join/phrase")).text())![1]!;
  await browser.post("/join/phrase", {phrase: offered, twice: offered, offered});
  const page = await (await browser.get("/join/second")).text();
  const secret = /<code dir="ltr">([A-Z2-7 ]+)<\/code>/.exec(page)![1]!.replaceAll(" ", "");
  const done = await browser.post("/join/second", {code: codeNow(desk, secret)});
  const codes = [...(await done.text()).matchAll(/<li><code>([0-9A-Z-]+)<\/code><\/li>/g)].map((found) => found[1]!);
  desk.clock += 60_000;
  return {browser, name, phrase: offered, secret, codes};
}

/** Signs in with both steps in a browser of its own. */
export async function signInAs(desk: StaffedDesk, {name, phrase, secret}: Member): Promise<Browser> {
  const browser = new Browser(desk);
  await browser.post("/sign-in", {name, phrase, to: "/"});
  await browser.post("/sign-in/second", {code: codeNow(desk, secret), to: "/"});
  desk.clock += 60_000;
  return browser;
}
