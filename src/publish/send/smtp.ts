import {advise} from "../../base/advice.ts";
import {UserError} from "../../base/error.ts";
import {visible} from "../../base/text.ts";
import type {MailConfig} from "../../workspace/config/mail.ts";

const waitMs = 30_000;

/** The settings that sending needs. */
export interface MailToSend extends MailConfig {
  readonly host: string;
  readonly from: string;
}

/**
 * Hands a message to the mail server that the settings name.
 *
 * It is encrypted from the first byte on port 465, else by STARTTLS, which is then required, with a certificate that is trusted here;
 * only on this machine itself it goes as it is.
 *
 * @returns The addresses that the server refused, while it took the message for others.
 * @throws {UserError} MAIL_REFUSED where the server does not take it, MAIL_UNREACHABLE where it cannot be spoken with safely.
 */
export async function sendMessage(
  message: Buffer,
  {host, port, user, from, to}: MailToSend,
  password: string | null,
): Promise<readonly string[]> {
  const {createTransport} = await import("nodemailer");
  const isHere = /^(localhost|127\.0\.0\.1|::1)$/.test(host);
  const transport = createTransport({
    ...{host, port, secure: port === 465, requireTLS: !isHere && port !== 465, ignoreTLS: isHere && port !== 465},
    ...{connectionTimeout: waitMs, greetingTimeout: waitMs, socketTimeout: 2 * waitMs},
    ...{disableFileAccess: true, disableUrlAccess: true},
    ...(user === undefined || password === null ? {} : {auth: {user, pass: password}}),
  });
  try {
    const {rejected} = await transport.sendMail({raw: message, envelope: {from, to: [...to]}});
    return rejected;
  } catch (fault) {
    throw toldOtherwise(fault, `${host}:${port}`);
  } finally {
    transport.close();
  }
}

function toldOtherwise(fault: unknown, where: string): UserError {
  const {code = "", response, message = ""} = fault as {code?: string; response?: string; message?: string};
  if (code !== "ETLS" && response !== undefined && /^[45]/.test(response)) {
    const help = "check mail in broadsheet.yaml, and the password";
    return new UserError("MAIL_REFUSED", `the mail server refuses it: ${visible(response).slice(0, 300)}`, help, where);
  }
  const why =
    code === "ETLS"
      ? "it offers no encryption that is trusted here"
      : `the connection failed (${visible(message || code).slice(0, 200) || "no reason was given"})`;
  const what = `the mail server cannot be spoken with: ${why}`;
  return new UserError("MAIL_UNREACHABLE", what, advise("check-mail"), where);
}
