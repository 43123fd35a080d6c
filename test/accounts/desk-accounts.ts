import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {type Accounts, openAccounts} from "../../src/accounts/accounts.ts";
import {openHashing} from "../../src/accounts/factors/hashing.ts";
import {totpCode} from "../../src/accounts/factors/totp.ts";
import type {Role} from "../../src/accounts/rights.ts";

/** The accounts of a desk in a folder of their own, with a clock that is set by hand and hashes that cost little. */
export class DeskAccounts {
  readonly #top = mkdtempSync(join(tmpdir(), "broadsheet-accounts-"));
  readonly folder = join(this.#top, "desk");
  /** Milliseconds since 1970: 5 November 2026, 09:00 UTC, until a test moves it. */
  clock = Date.UTC(2026, 10, 5, 9);
  accounts: Accounts = this.open();

  open(): Accounts {
    return openAccounts(this.folder, {
      now: () => this.clock,
      hashing: openHashing({memory: 8, passes: 1, parallelism: 1}),
    });
  }

  again(): Accounts {
    this.accounts.close();
    this.accounts = this.open();
    return this.accounts;
  }

  later(minutes: number): void {
    this.clock += minutes * 60_000;
  }

  code(secret: string): string {
    return totpCode(secret, Math.floor(this.clock / 30_000));
  }

  /** Somebody who has joined with an app of codes, in a session that is whole. */
  async joined(name: string, role?: Role): Promise<Joined> {
    const {accounts} = this;
    const {code} = accounts.invite({name, role}, {name: "a test"});
    const entered = accounts.enterCode(code, "192.0.2.1");
    if (entered.outcome !== "on") throw new Error(entered.outcome);
    const phrase = `seven green bicycles of ${name}`;
    await accounts.choosePhrase(entered.token, phrase, []);
    const {secret} = (await accounts.offerTotpToJoiner(entered.token, "The Press"))!;
    const done = await accounts.join(entered.token, {kind: "totp", code: this.code(secret)});
    if (done.outcome !== "joined") throw new Error(done.outcome);
    // The code of this half minute was used.
    this.later(1);
    return {...done, name, phrase, secret, id: accounts.person(name)!.id};
  }

  /** A session that is whole, by both steps. */
  async signedIn({name, phrase, secret}: Joined): Promise<string> {
    const first = await this.accounts.signIn({name, phrase, from: "192.0.2.1"});
    if (first.outcome !== "on") throw new Error(first.outcome);
    const second = await this.accounts.prove(first.token, {kind: "totp", code: this.code(secret)});
    if (second.outcome !== "on") throw new Error(second.outcome);
    this.later(1);
    return second.token;
  }

  remove(): void {
    this.accounts.close();
    rmSync(this.#top, {recursive: true, force: true});
  }
}

/** Somebody as a test knows them. */
export interface Joined {
  readonly id: number;
  readonly name: string;
  readonly phrase: string;
  readonly secret: string;
  readonly token: string;
  readonly recoveryCodes: readonly string[];
}
