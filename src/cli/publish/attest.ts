import {existsSync} from "node:fs";
import {join, resolve} from "node:path";
import {UserError} from "../../base/error.ts";
import {visible} from "../../base/text.ts";
import {attestEdition} from "../../publish/attest.ts";
import {readKeyFile} from "../../publish/keys/key-file.ts";
import {readKeptKey} from "../../publish/signatures/kept-key.ts";
import {keyNumber} from "../../publish/signatures/public-key.ts";
import {verifyPlace} from "../../publish/verify/verify.ts";
import {publishedFolder} from "../../workspace/published.ts";
import {isSet, type ParsedArgs, type Run, textOption} from "../command.ts";
import type {Environment} from "../environment.ts";
import {dateFromArgs, storeFromArgs} from "../from-args.ts";
import {passwordFor} from "./password.ts";
import {publicKeyFrom, surroundingsFromArgs} from "./verify.ts";

/** `broadsheet attest`: an auditor countersigns an edition, with what was checked. */
export const runAttest: Run = async (args, environment) => {
  const {cwd, stdout} = environment;
  const keyFile = textOption(args, "key");
  if (keyFile === undefined) {
    const help = "write it like broadsheet attest 2005-H2 --key auditor.key";
    throw new UserError("COMMAND_INCOMPLETE", "an edition is countersigned with a key, and none was named", help);
  }
  const {folder, ours} = placeOf(args, environment);
  const {key} = await readKeyFile(resolve(cwd, keyFile), passwordFor(args, environment));
  const given = textOption(args, "publisherKey");
  const around = surroundingsFromArgs(args, environment);
  const {editions} = await verifyPlace(
    {
      ...around,
      ...{place: folder, against: null, hasTrust: false, ours: ours ?? around.ours},
      key: given === undefined ? null : publicKeyFrom(given, "--publisher-key", environment),
    },
    {signal: environment.signal},
  );
  const date = dateFromArgs(args) ?? around.today;
  const name = textOption(args, "name")?.trim() || `key ${keyNumber(key)}`;
  const {attestation, files} = attestEdition({folder, verified: editions[0]!, key, name, date});
  if (isSet(args, "quiet")) return 0;
  for (const {level, answer, findings} of attestation.levels) {
    stdout.write(`level ${level}  ${answer}\n`);
    for (const {file, cause} of findings) stdout.write(`  ${visible([file, cause].filter(Boolean).join(": "))}\n`);
  }
  stdout.write(
    `Countersigned by ${visible(name)}: ${files.join(", ")}\nTo be checked with the key ${attestation.key}\n`,
  );
  return 0;
};

/** An edition of the workspace by its period, or the folder of one that was copied. */
function placeOf(args: ParsedArgs, environment: Environment) {
  const word = args.words[0]!;
  const path = resolve(environment.cwd, word);
  if (existsSync(path)) return {folder: path, ours: null};
  const {workspace} = storeFromArgs(args, environment);
  const folder = join(workspace.folder, publishedFolder, word);
  if (!existsSync(folder)) {
    const help = "name the period of an edition, or the folder of one";
    throw new UserError("PUBLISHED_NONE", `there is no edition ${visible(word)}`, help, word);
  }
  const key = readKeptKey(workspace.store);
  return {folder, ours: key && {key, publication: workspace.config.publication}};
}
