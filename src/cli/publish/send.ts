import {resolve} from "node:path";
import {UserError} from "../../base/error.ts";
import {visible} from "../../base/text.ts";
import {readEditionToSend} from "../../publish/send/edition-files.ts";
import {composeMessage} from "../../publish/send/message.ts";
import {type MailToSend, sendMessage} from "../../publish/send/smtp.ts";
import type {MailConfig} from "../../workspace/config/mail.ts";
import {isSet, type ParsedArgs, type Run, textOption} from "../command.ts";
import type {Environment} from "../environment.ts";
import {storeFromArgs} from "../from-args.ts";
import {writeOutput} from "../report/write-output.ts";
import {firstLineOf} from "./password.ts";

/** Where the password may stand, if in no file. */
const passwordVariable = "BROADSHEET_MAIL_PASSWORD";

/** `broadsheet send`: an edition as a message, into a file or to the mail server. */
export const runSend: Run = async (args, environment) => {
  const {cwd, stdout, stderr} = environment;
  const {workspace} = storeFromArgs(args, environment);
  const say = (text: string): void => void (isSet(args, "quiet") || stdout.write(`${text}\n`));
  const file = textOption(args, "eml");
  if (file !== undefined) {
    const {mail = {from: undefined, to: []}} = workspace.config;
    const message = await composeMessage(readEditionToSend(workspace.folder, args.words[0]!), mail);
    writeOutput(resolve(cwd, file), message, file);
    const lacks = [...(mail.from === undefined ? ["from whom"] : []), ...(mail.to.length === 0 ? ["to whom"] : [])];
    const draft = lacks.length === 0 ? "" : ` It does not say ${lacks.join(" and ")}: mail in broadsheet.yaml would.`;
    say(`The message is in ${visible(file)}; nothing was sent.${draft}`);
    return 0;
  }
  const mail = mailToSend(workspace.config.mail);
  const password = passwordOf(args, mail, environment);
  const message = await composeMessage(readEditionToSend(workspace.folder, args.words[0]!), mail);
  const refused = await sendMessage(message, mail, password);
  say(`Sent to ${mail.to.filter((one) => !refused.includes(one)).join(", ")}.`);
  if (refused.length > 0) stderr.write(`The mail server refused ${visible(refused.join(", "))}.\n`);
  return refused.length > 0 ? 3 : 0;
};

/** The settings, with all that sending needs. @throws {UserError} MAIL_REFUSED naming what is missing */
function mailToSend(mail: MailConfig | undefined): MailToSend {
  const {host, from, to = []} = mail ?? {};
  const lacks = [
    ...(host === undefined ? ["no mail server is named"] : []),
    ...(from === undefined ? ["it is not said from whom"] : []),
    ...(to.length === 0 ? ["it is not said to whom"] : []),
  ];
  if (mail !== undefined && host !== undefined && from !== undefined && to.length > 0) return {...mail, host, from};
  throw new UserError(
    "MAIL_REFUSED",
    lacks.join(", and "),
    "write it like mail: {host: mail.example.org, from: press@example.org, to: [readers@example.org]}, or the message into a file with --eml FILE",
    "broadsheet.yaml, mail",
  );
}

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
