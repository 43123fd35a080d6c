import {sha256} from "../../base/sha256.ts";
import {visible} from "../../base/text.ts";
import {wordsOf} from "../../render/content/report-words.ts";
import {drawPicture} from "../../render/pictures/picture.ts";
import {renderPng} from "../../render/pictures/png.ts";
import {mastheadOf} from "../../report/masthead.ts";
import type {MailConfig} from "../../workspace/config/mail.ts";
import type {EditionToSend} from "./edition-files.ts";
import {errataText, errataToSay} from "./errata.ts";
import {mailPage} from "./page.ts";

/**
 * An edition as a message: its text, a page with chart and main table, and the PDF attached.
 *
 * Nothing in it is fetched from anywhere, and nothing tells whether it was read. Day, number and parts follow from the edition: the
 * same edition and addresses give the same bytes.
 *
 * Where it is not said from whom and to whom, it says neither, and is a draft that a program of mail completes.
 *
 * @returns The message in the form of RFC 5322, with CRLF.
 * @throws {UserError} PICTURE_UNAVAILABLE
 */
export async function composeMessage(
  edition: EditionToSend,
  {from, to}: Pick<MailConfig, "from" | "to">,
): Promise<Buffer> {
  const {createTransport} = await import("nodemailer");
  const {record, report, text, pdf, sums, errata} = edition;
  const words = wordsOf(report);
  // A name that no machine has, where nobody is named: the number has to stand at something.
  const domain = from === undefined ? "broadsheet.invalid" : from.slice(from.lastIndexOf("@") + 1);
  const publication = inHeader(mastheadOf(report) ?? report.title);
  const number = sha256(Buffer.from([sums, errata.length, from ?? "", ...to].join("\n"))).slice(0, 32);
  const said = errataToSay(errata, words);
  const picture = await chartOf(edition);
  const cid = `chart.${number}@${domain}`;
  const {message} = await createTransport({streamTransport: true, buffer: true, newline: "windows"}).sendMail({
    ...(from === undefined ? {} : {from: {name: publication, address: from}}),
    ...(to.length === 0 ? {} : {to: [...to]}),
    subject: words.t("heading-of-report", {publication, period: inHeader(report.title)}),
    date: new Date(`${record.date}T00:00:00Z`),
    messageId: `<${number}@${domain}>`,
    baseBoundary: number,
    xMailer: false,
    headers: {
      "Auto-Submitted": "auto-generated",
      "Content-Language": words.language.tag,
      ...(from === undefined ? {} : {"List-Id": `<readership.${domain}>`}),
      // So is it known for a draft, which is sent by whoever opens it.
      ...(from === undefined || to.length === 0 ? {"X-Unsent": "1"} : {}),
    },
    text: said === null ? text : errataText(said, words) + text,
    html: mailPage(report, picture && {id: cid, alt: picture.alt}, said),
    textEncoding: "base64",
    attachments: [
      ...(picture === null
        ? []
        : [
            {
              filename: "chart.png",
              content: picture.png,
              cid,
              contentType: "image/png",
              contentDisposition: "inline" as const,
            },
          ]),
      ...(pdf === null
        ? []
        : [{filename: `report-${record.period}.pdf`, content: pdf, contentType: "application/pdf"}]),
    ],
    ...{disableFileAccess: true, disableUrlAccess: true},
  });
  return message as Buffer;
}

/** Text for a header: one line, and nothing that programs of mail would take for letters written otherwise, among them line ends. */
function inHeader(text: string): string {
  return visible(text).replaceAll("=?", "= ?");
}

/** The course of the first figure that has one. */
async function chartOf({report}: EditionToSend): Promise<{png: Buffer; alt: string} | null> {
  const figures = report.measures.find(({values}) => values.some((value) => value !== null));
  if (figures === undefined || report.columns.length < 2) return null;
  const picture = drawPicture(report, figures.id);
  return {png: Buffer.from(await renderPng(picture)), alt: picture.alt};
}
