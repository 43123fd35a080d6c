import {spawnSync} from "node:child_process";
import {createHash} from "node:crypto";
import {chmodSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {type LanguageId, languages} from "../../src/base/words/language.ts";
import {Translator} from "../../src/base/words/translator.ts";
import type {EditionToSend} from "../../src/publish/send/edition-files.ts";
import {composeMessage} from "../../src/publish/send/message.ts";
import {Workshop} from "../intake/workshop.ts";
import {reportedReport} from "../render/rich-fixture.ts";
import {longTest} from "../run/amounts.ts";
import {publishNew} from "./edition-press.ts";
import {SmtpSink} from "./smtp-sink.ts";

const name = 'Press <script>alert(1)</script> "示例报"';
const period = "2026-02";

let workshop: Workshop;
let sink: SmtpSink | undefined;
beforeEach(() => {
  workshop = new Workshop(`publication: '${name}'\n`);
  sink = undefined;
});
afterEach(() => {
  sink?.close();
  workshop.remove();
});

/** Writes the settings of mail into the workspace. */
function setMail(settings: string): void {
  const path = join(workshop.folder, "broadsheet.yaml");
  const before = readFileSync(path, "utf8").replace(/^mail:.*\n/m, "");
  writeFileSync(path, `${before}mail: {${settings}}\n`);
}

const plain = "from: press@example.org, to: [a@example.org, b@example.org]";
const eml = () => readFileSync(join(workshop.root, "a.eml"));

/** The message as Python's parser reads it; null where there is no Python. */
function parsedByPython(message: Buffer | string) {
  const program = `
import email, email.policy, hashlib, json, sys
m = email.message_from_binary_file(sys.stdin.buffer, policy=email.policy.default)
print(json.dumps({"subject": m["subject"], "from": m["from"].addresses[0].addr_spec, "to": [a.addr_spec for a in m["to"].addresses], "date": m["date"],
  "headers": m.keys(), "defects": [str(d) for p in m.walk() for d in p.defects], "types": [p.get_content_type() for p in m.walk()],
  "text": m.get_body(("plain",)).get_content(), "html": m.get_body(("html",)).get_content(),
  "cids": [p["content-id"] for p in m.walk() if p["content-id"]],
  "pdf": [hashlib.sha256(p.get_payload(decode=True)).hexdigest() for p in m.walk() if p.get_content_type() == "application/pdf"]}))`;
  const read = spawnSync("python3", ["-c", program], {input: message, encoding: "utf8", maxBuffer: 2 ** 26});
  if (read.error) return null;
  if (read.status !== 0) throw new Error(read.stderr);
  return JSON.parse(read.stdout);
}

/** An edition of the half-year 2005-H2, without its files. */
function editionWith(changes: object, errata: EditionToSend["errata"]): EditionToSend {
  return {
    record: {date: "2006-01-15", period: "2005-H2"} as EditionToSend["record"],
    ...{path: "", reportJson: "", sums: "0".repeat(64), text: "figures\n", pdf: null, errata},
    report: {...reportedReport, ...changes},
  };
}

function erratumOf(number: number, figures: Readonly<Record<string, readonly [number, number]>>) {
  const told = Object.entries(figures).map(([key, [before, after]]) => {
    const [group = "", id = "", span = ""] = key.split("|");
    const cell = group === "table" ? {row: "0", column: "Users"} : null;
    return {...{key, group, id, label: "Distinct users", span, cell, decimals: 0}, before, after, causes: []};
  });
  return {
    ...{format: 1, publication: "", period: "2005-H2", number, date: "2006-02-03", kind: "correction"},
    ...{reason: "the blacklist was short", edition: null, previous: null, causes: [], figures: told},
    summary: {isChanged: true, before: [], after: ["The sentence as it is."]},
  } as unknown as EditionToSend["errata"][number];
}

describe("an edition by mail", () => {
  test("is the edition's own text and PDF with a page, the same bytes twice, and another parser finds it whole", async () => {
    const folder = await publishNew(workshop);
    setMail(plain);
    expect(await workshop.run("send", period, "--eml", "a.eml")).toMatchObject({
      status: 0,
      stdout: "The message is in a.eml; nothing was sent.\n",
    });
    const first = eml();
    await workshop.run("send", period, "--eml", "a.eml", "--quiet");
    expect(eml().equals(first)).toBe(true);
    expect(first.toString("latin1")).not.toMatch(/[^\r]\n|[^\n]{999}|[^\x00-\x7f]/);

    const read = parsedByPython(first);
    if (read === null) return;
    expect(read).toMatchObject({
      subject: `${name} · readership, February 2026`,
      from: "press@example.org",
      to: ["a@example.org", "b@example.org"],
      date: "Sun, 01 Mar 2026 00:00:00 +0000",
      defects: [],
      pdf: [
        createHash("sha256")
          .update(readFileSync(join(folder, "report.pdf")))
          .digest("hex"),
      ],
    });
    expect(read.types).toEqual([
      "multipart/mixed",
      "multipart/alternative",
      "text/plain",
      "text/html",
      "application/pdf",
    ]);
    expect(read.text.trimEnd()).toBe(readFileSync(join(folder, "report.txt"), "utf8").trimEnd());
    expect(read.html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(read.html).not.toMatch(/<script|https?:|<link|@import|url\(/);
    expect(read.headers).not.toContain("X-Mailer");
  });

  longTest("has the chart within it, in each language, and says first what errata made of it", async () => {
    for (const language of Object.keys(languages) as LanguageId[]) {
      const edition = editionWith({language}, [
        erratumOf(1, {"measure|readers|2005-12": [73_928, 73_900], "table|hours|2005-H2": [1, 2]}),
        erratumOf(2, {"measure|readers|2005-12": [73_900, 73_911], "table|hours|2005-H2": [2, 1]}),
      ]);
      const addresses = {from: "press@example.org", to: ["a@example.org"]};
      const message = await composeMessage(edition, addresses);
      expect((await composeMessage(edition, addresses)).equals(message)).toBe(true);
      const read = parsedByPython(message);
      if (read === null) return;
      expect(read.types).toEqual([
        "multipart/alternative",
        "text/plain",
        "multipart/related",
        "text/html",
        "image/png",
      ]);
      const words = new Translator(language);
      const remark = words.t("site-corrected", {count: 2});
      if (language === "en") expect(remark).toBe("Corrected by 2 errata.");
      expect(read.text.startsWith(remark)).toBe(true);
      expect(read.html).toContain(`<strong>${remark}</strong>`);
      // The first value and the last; the cell that was put back is none that changed.
      const [before, after] = [words.number(73_928), words.number(73_911)];
      const arrow = language === "ar" ? "←" : "→";
      expect(read.text).toContain(`Distinct users, ${words.period("2005-12")}: ${before} ${arrow} ${after}\n`);
      expect(read.text).not.toContain(words.number(73_900));
      expect(read.html).toMatch(new RegExp(`<s>${before}</s></td><td [^>]*>${after}</td>`));
      for (const text of [read.text, read.html]) {
        expect(text).toContain("the blacklist was short");
        expect(text).toContain("The sentence as it is.");
        expect(text).toContain(words.t("site-as-published"));
      }
      expect(read.html).toContain(`dir="${languages[language].direction}"`);
      expect(read.html).toContain(`src="cid:${read.cids[0].slice(1, -1)}"`);
      expect(read.html).toContain("ʳ");
    }
  });

  test("takes no line from the name of a publication, however it is written, and no text that is longer than a line of mail", async () => {
    const names = [
      "Press\r\nBcc: x@example.org",
      "Press\nSubject: other",
      "\u202egro.elpmaxe\u202c <x@example.org>, y",
      '"; =?utf-8?q?=0d=0aBcc:_x@example.org?=',
      "示例报".repeat(400),
    ];
    for (const publication of names) {
      const reason = `${publication} `.repeat(3);
      const edition = editionWith({publication}, [{...erratumOf(1, {}), reason}]);
      const message = await composeMessage(edition, {from: "press@example.org", to: ["a@example.org"]});
      expect(message.toString("latin1")).not.toMatch(/[^\r]\n|\r[^\n]|[^\n]{999}|[^\x00-\x7f]/);
      const read = parsedByPython(message);
      if (read === null) return;
      expect(read.headers.filter((one: string) => /^(bcc|cc)$/i.test(one))).toEqual([]);
      expect(read.headers.filter((one: string) => one === "Subject")).toHaveLength(1);
      expect(read.from).toBe("press@example.org");
      expect(read.to).toEqual(["a@example.org"]);
      expect(read.subject).not.toMatch(/[\u202a-\u202e\r\n]/);
      expect(read.text).not.toMatch(/[\u202a-\u202e]/);
    }
  });

  test("into a file needs no settings: it is a draft, which says so", async () => {
    await publishNew(workshop);
    expect(await workshop.run("send", period, "--eml", "a.eml")).toMatchObject({
      status: 0,
      stdout:
        "The message is in a.eml; nothing was sent. It does not say from whom and to whom: mail in broadsheet.yaml would.\n",
    });
    const headers = eml().toString("latin1").split("\r\n\r\n")[0]!;
    expect(headers).toMatch(/^X-Unsent: 1$/m);
    expect(headers).not.toMatch(/^(From|To|List-Id):/m);
    setMail("from: press@example.org");
    const said = await workshop.run("send", period, "--eml", "a.eml");
    expect(said.stdout).toContain("It does not say to whom: mail in broadsheet.yaml would.");
    expect(eml().toString("latin1")).toMatch(/^From:[^:]*<press@example\.org>/m);
  });

  test("goes to the mail server of the settings, which gets what the file holds", async () => {
    await publishNew(workshop);
    sink = new SmtpSink();
    setMail(`host: 127.0.0.1, port: ${await sink.listen()}, ${plain}`);
    await workshop.run("send", period, "--eml", "a.eml");
    expect(await workshop.run("send", period)).toMatchObject({
      status: 0,
      stdout: "Sent to a@example.org, b@example.org.\n",
      stderr: "",
    });
    expect(sink.received).toHaveLength(1);
    const [{from, to, bytes}] = sink.received as [SmtpSink["received"][number]];
    expect({from, to}).toEqual({from: "press@example.org", to: ["a@example.org", "b@example.org"]});
    expect(bytes.trimEnd()).toBe(eml().toString("latin1").trimEnd());
  });

  test("names who was refused while others got it, and ends with 3", async () => {
    await publishNew(workshop);
    sink = new SmtpSink({strangers: ["b@example.org"]});
    setMail(`host: 127.0.0.1, port: ${await sink.listen()}, ${plain}`);
    expect(await workshop.run("send", period)).toMatchObject({
      status: 3,
      stdout: "Sent to a@example.org.\n",
      stderr: "The mail server refused b@example.org.\n",
    });
  });

  test("where the server takes none, or cannot be reached, one error says so", async () => {
    await publishNew(workshop);
    sink = new SmtpSink({strangers: ["a@example.org", "b@example.org"]});
    const port = await sink.listen();
    setMail(`host: 127.0.0.1, port: ${port}, ${plain}`);
    const refused = await workshop.run("send", period);
    expect(refused.status).toBe(3);
    expect(refused.stderr).toContain("error MAIL_REFUSED: the mail server refuses it: 550 nobody of that name");
    sink.close();
    setMail(`host: 127.0.0.1, port: 1, ${plain}`);
    const unreachable = await workshop.run("send", period);
    expect(unreachable.status).toBe(4);
    expect(unreachable.stderr).toContain("error MAIL_UNREACHABLE");
  });

  test("is not sent without encryption to another machine", async () => {
    const {sendMessage} = await import("../../src/publish/send/smtp.ts");
    sink = new SmtpSink();
    // Another name of this machine, which is none of the three that are known to be it.
    const mail = {
      host: "127.0.0.2",
      port: await sink.listen("127.0.0.2"),
      from: "a@example.org",
      to: ["b@example.org"],
    };
    await expect(sendMessage(Buffer.from("Subject: x\r\n\r\nx\r\n"), mail, null)).rejects.toThrow(
      "offers no encryption",
    );
    expect(sink.received).toEqual([]);
    expect(sink.commands.filter((line) => /^(MAIL|DATA)/.test(line))).toEqual([]);
  });

  test("is not sent to a machine whose certificate nobody here trusts, and it is said so", async () => {
    const {sendMessage} = await import("../../src/publish/send/smtp.ts");
    const [keyFile, certFile] = [join(workshop.folder, "key.pem"), join(workshop.folder, "cert.pem")];
    const request = ["req", "-x509", "-newkey", "ed25519", "-nodes", "-subj", "/CN=127.0.0.2", "-days", "2"];
    expect(spawnSync("openssl", [...request, "-keyout", keyFile, "-out", certFile]).status).toBe(0);
    sink = new SmtpSink({certificate: {key: readFileSync(keyFile, "utf8"), cert: readFileSync(certFile, "utf8")}});
    const port = await sink.listen("127.0.0.2");
    const mail = {host: "127.0.0.2", port, from: "a@example.org", to: ["b@example.org"]};
    await expect(sendMessage(Buffer.from("Subject: x\r\n\r\nx\r\n"), mail, null)).rejects.toThrow(
      "self-signed certificate",
    );
    expect(sink.commands.filter((line) => /^(MAIL|DATA)/.test(line))).toEqual([]);
  });

  test("is not sent where a file was changed since it was published", async () => {
    const folder = await publishNew(workshop);
    setMail(plain);
    const path = join(folder, "report.txt");
    chmodSync(path, 0o600);
    writeFileSync(path, "all is well\n");
    const said = await workshop.run("send", period, "--eml", "a.eml");
    expect(said.status).toBe(3);
    expect(said.stderr).toContain("error PUBLISHED_DAMAGED: the file is not what was published");
  });

  for (const [what, settings, words, fault] of [
    ["no edition", plain, ["send", "2026-03", "--eml", "a.eml"], "PUBLISHED_NONE"],
    ["no server", plain, ["send", period], "MAIL_REFUSED: no mail server is named"],
    [
      "nobody to send to",
      "host: mail.example.org",
      ["send", period],
      "MAIL_REFUSED: it is not said from whom, and it is not said to whom",
    ],
    [
      "no password",
      `host: mail.example.org, user: press, ${plain}`,
      ["send", period],
      "MAIL_REFUSED: mail.user has no password",
    ],
    [
      "an address that would be two",
      'from: "a@example.org\\r\\nBcc: x@example.org", to: [b@example.org]',
      ["send", period, "--eml", "a.eml"],
      "CONFIG_REFUSED",
    ],
    ["a password in the settings", `password: secret, ${plain}`, ["send", period, "--eml", "a.eml"], "CONFIG_REFUSED"],
  ] as const) {
    test(`${what} is refused with one error`, async () => {
      setMail(settings);
      const said = await workshop.run(...words);
      expect(said.status).toBe(3);
      expect(said.stderr).toContain(`error ${fault}`);
    });
  }
});
