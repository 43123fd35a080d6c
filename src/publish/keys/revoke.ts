import {join} from "node:path";
import {advise} from "../../base/advice.ts";
import {UserError} from "../../base/error.ts";
import {visible} from "../../base/text.ts";
import {dayAt} from "../../base/zone.ts";
import {readEditionChain, readErrata} from "../../operations/publish/published.ts";
import type {Store} from "../../operations/store/store.ts";
import {readKeptFile} from "../../workspace/kept-file.ts";
import {whilePublishing} from "../../workspace/lock.ts";
import {type KeyEntry, keyInUse, revokedOn} from "../signatures/key-list.ts";
import {isSameKey, keyNumber, type PublicKey, printPublicKey} from "../signatures/public-key.ts";
import {revokeKey} from "../signatures/sign-key-list.ts";
import {parseSignature} from "../signatures/signature.ts";
import {ownSigningKey, readKeyList, writeKeyList} from "./own-key.ts";

/** Which key is not to be trusted any more, and since when. */
export interface KeyRevocation {
  /** Its line of 56 characters, or its number. */
  readonly key: string;
  /** The first day on which others may have signed with it, `YYYY-MM-DD`; today where it is left out or null. */
  readonly since?: string | null;
}

/** What became of it. */
export interface RevokedKey {
  /** As `minisign -P` takes it. */
  readonly key: string;
  /** As minisign prints it. */
  readonly number: string;
  readonly since: string;
  /** Editions and errata that are signed with it and dated on that day or later: nobody can trust their signatures now. */
  readonly doubted: readonly {readonly name: string; readonly date: string}[];
}

/**
 * Says in the list of keys, signed by the key in use, that an earlier key is not to be trusted since a day.
 *
 * @throws {UserError} KEY_REFUSED where the list does not have the key, where it is the one in use, or where the list says so already; KEY_MISSING,
 *   KEYS_REFUSED, WORKSPACE_BUSY, WORKSPACE_DENIED or DISK_FULL
 */
export async function revokeListedKey(store: Store, {key: named, since = null}: KeyRevocation): Promise<RevokedKey> {
  const {workspace, now} = store;
  const today = dayAt(now(), workspace.config.timeZone);
  const day = since ?? today;
  if (day > today) {
    const help = "name a day that has come, or rotate the key, which is enough where nobody else has it";
    throw new UserError("KEY_REFUSED", `a key is not distrusted from a day to come, ${day}`, help, {field: "since"});
  }
  return whilePublishing(workspace.store, "a change of keys", () => {
    const list = readKeyList(workspace);
    const key = list === null ? null : keyNamed(list.entries, named);
    if (list === null || key === null) {
      throw new UserError("KEY_REFUSED", `the list of keys has no ${visible(named.slice(0, 60))}`, advise("show-keys"));
    }
    const current = ownSigningKey(workspace, today);
    if (isSameKey(keyInUse(list.entries), key)) {
      const what = `the key ${keyNumber(key)} is the one that signs: it cannot say of itself that it is not to be trusted`;
      throw new UserError("KEY_REFUSED", what, advise("rotate-first"));
    }
    const known = revokedOn(list.entries, key);
    if (known !== null && known <= day) {
      const help = "name an earlier day, if there is one";
      throw new UserError("KEY_REFUSED", `the list says already that it is not to be trusted since ${known}`, help);
    }
    writeKeyList(workspace, revokeKey(list.text, key, current, day));
    const doubted = signedWith(workspace.folder, key).filter(({date}) => date >= day);
    return {key: printPublicKey(key), number: keyNumber(key), since: day, doubted};
  });
}

function keyNamed(entries: readonly KeyEntry[], named: string): PublicKey | null {
  const text = named.trim();
  const found = entries.find(({key}) => printPublicKey(key) === text || keyNumber(key) === text.toUpperCase());
  return found?.key ?? null;
}

/** Editions and errata that say they are signed with a key. */
function signedWith(folder: string, key: PublicKey): {readonly name: string; readonly date: string}[] {
  const editions = readEditionChain(folder).map(({path, period, date}) => ({path, name: period, date}));
  const errata = readErrata(folder).map(({path, record: {period, number, date}}) => {
    return {path, name: `erratum ${number} of ${period}`, date};
  });
  const kept = {
    code: "PUBLISHED_DAMAGED",
    name: "signature",
    help: "bring it back from a copy",
    mostMegabytes: 1,
  } as const;
  return [...editions, ...errata].flatMap(({path, name, date}) => {
    const at = join(path, "SHA256SUMS.minisig");
    const {id} = parseSignature(readKeptFile(at, kept).toString("utf8"), at);
    return id.equals(key.id) ? [{name, date}] : [];
  });
}
