import {resolve} from "node:path";
import {UserError} from "../../base/error.ts";
import {visible} from "../../base/text.ts";
import {readEditionToSend} from "../../publish/send/edition-files.ts";
import {composeMessage} from "../../publish/send/message.ts";
import {sendMessage} from "../../publish/send/smtp.ts";
import type {MailConfig} from "../../workspace/config/mail.ts";
import {isSet, type ParsedArgs, type Run, textOption} from "../command.ts";
import type {Environment} from "../environment.ts";
import {storeFromArgs} from "../from-args.ts";
import {writeOutput} from "../report/print-report.ts";
import {firstLineOf} from "./password.ts";

/** Where the password may stand, if in no file. */
const passwordVariable = "BROADSHEET_MAIL_PASSWORD";

/** `broadsheet send`: an edition as a message, into a file or to the mail server. */
export const runSend: Run = async (args, environment) => {
  const {cwd, stdout, stderr} = environment;
  const {workspace} = storeFromArgs(args, environment);
  const {mail} = workspace.config;
  if (mail === undefined) {
    const help = "write it like mail: {host: mail.example.org, from: press@example.org, to: [readers@example.org]}";
    throw new UserError(
      "MAIL_REFUSED",
      "broadsheet.yaml does not say from whom and to whom",
      help,
      "broadsheet.yaml, mail",
    );
  }
  const file = textOption(args, "eml");
  const {host} = mail;
  if (file === undefined && host === undefined) {
    const help = "set mail.host in broadsheet.yaml, or write the message into a file with --eml FILE";
    throw new UserError("MAIL_REFUSED", "no mail server is named", help, "broadsheet.yaml, mail.host");
  }
  const password = file === undefined ? passwordOf(args, mail, environment) : null;
  const edition = readEditionToSend(workspace.folder, args.words[0]!);
  const message = await composeMessage(edition, mail);
  const say = (text: string): void => void (isSet(args, "quiet") || stdout.write(`${text}\n`));
  if (file !== undefined) {
    writeOutput(resolve(cwd, file), message, file);
    say(`The message is in ${visible(file)}; nothing was sent.`);
    return 0;
  }
  const refused = await sendMessage(message, {...mail, host: host!}, password);
  say(`Sent to ${mail.to.filter((one) => !refused.includes(one)).join(", ")}.`);
  if (refused.length > 0) stderr.write(`The mail server refused ${visible(refused.join(", "))}.\n`);
  return refused.length > 0 ? 3 : 0;
};

/**
 * The password of the user at the mail server: the first line of the file that is named, or the environment's. Null without a user.
 *
 * @throws {UserError} MAIL_REFUSED where there is a user and no password.
 */
function passwordOf(args: ParsedArgs, {user}: MailConfig, {cwd, env}: Environment): string | null {
  if (user === undefined) return null;
  const named = textOption(args, "passwordFile");
  const help = `name a file whose first line it is with --password-file, or set ${passwordVariable}`;
  if (named !== undefined) return firstLineOf(resolve(cwd, named), "MAIL_REFUSED", help);
  const given = env[passwordVariable];
  if (given) return given;
  throw new UserError("MAIL_REFUSED", "mail.user has no password", help, "broadsheet.yaml, mail.user");
}
