import {resolve} from "node:path";
import {UserError} from "../../base/error.ts";
import {printJson} from "../../base/json.ts";
import {changeKey, type ShownKey, showKeys} from "../../publish/keys/change.ts";
import {readKeyFile} from "../../publish/keys/key-file.ts";
import {revokeListedKey} from "../../publish/keys/revoke.ts";
import {isSet, type Run} from "../command.ts";
import {dayFromArgs, storeFromArgs} from "../from-args.ts";
import {formatFromArgs} from "../text-or-json.ts";
import {passwordFor} from "./password.ts";

/** `broadsheet key show`: the public key that checks what is published. */
export const runKeyShow: Run = async (args, environment) => {
  const format = formatFromArgs(args);
  const {keys, isThere} = showKeys(storeFromArgs(args, environment));
  const {stdout} = environment;
  if (format === "json") {
    stdout.write(printJson({keys, isThere}));
    return 0;
  }
  const current = keys.at(-1);
  if (current === undefined) {
    const help = "the first broadsheet publish makes one, or take one of your own with broadsheet key import FILE";
    throw new UserError("KEY_MISSING", "there is no key yet: nothing was signed", help);
  }
  const earlier = keys.slice(0, -1).map((key) => `${key.key}  ${told(key)}\n`);
  stdout.write(`${current.key}\n\nnumber ${current.number}, ${told(current)}\n`);
  if (!isThere) stdout.write("It is not in store/signing-key: nothing can be signed with it here.\n");
  if (earlier.length > 0) stdout.write(`\nEarlier keys\n${earlier.join("")}`);
  return 0;
};

/** `broadsheet key rotate`: another key from now on. */
export const runKeyRotate: Run = async (args, environment) => {
  const key = await changeKey(storeFromArgs(args, environment), {isLost: isSet(args, "lost")});
  if (!isSet(args, "quiet")) environment.stdout.write(saying(key));
  return 0;
};

/** `broadsheet key import`: a key of minisign's as the workspace's own. */
export const runKeyImport: Run = async (args, environment) => {
  const store = storeFromArgs(args, environment);
  const file = args.words[0]!;
  const {key: opened} = await readKeyFile(resolve(environment.cwd, file), passwordFor(args, environment));
  const key = await changeKey(store, {key: opened, isLost: isSet(args, "lost")});
  if (!isSet(args, "quiet")) environment.stdout.write(saying(key));
  return 0;
};

/** `broadsheet key revoke`: an earlier key is not to be trusted any more. */
export const runKeyRevoke: Run = async (args, environment) => {
  const store = storeFromArgs(args, environment);
  const since = dayFromArgs(args, "since");
  const {number, key, since: day, doubted} = await revokeListedKey(store, {key: args.words[0]!, since});
  if (isSet(args, "quiet")) return 0;
  const names = doubted.map(({name, date}) => `  ${name}, of ${date}\n`);
  environment.stdout.write(
    `${key}\n\nnumber ${number}, not to be trusted since ${day}: published/keys.txt says so, signed by the key in use.\n` +
      "Put the list where your editions are, and say it where your readers know you.\n" +
      (names.length === 0
        ? ""
        : `Signed with it on that day or later, and not to be trusted by that signature:\n${names.join("")}`),
  );
  return 0;
};

const waysIn: Readonly<Record<ShownKey["event"], string>> = {
  first: "the first",
  next: "signed by the one before",
  anew: "begun anew, because the one before was lost",
};

function told({on, event, revokedOn}: ShownKey): string {
  const revoked = revokedOn === null ? "" : `; not to be trusted since ${revokedOn}`;
  return `in use since ${on}, ${waysIn[event]}${revoked}`;
}

function saying(key: ShownKey): string {
  return `${key.key}\n\nnumber ${key.number}, ${told(key)}\nSay it where your readers know you: on paper, on the site, in mail.\n`;
}
