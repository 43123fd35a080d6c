import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {longTest} from "../../run/amounts.ts";
import {EditedPdf} from "./edited-pdf.ts";
import {type PublishedPdf, publishedPdf} from "./published-press.ts";
import {told} from "./sealed.ts";

let press: PublishedPdf;
beforeAll(async () => {
  press = await publishedPdf();
}, 120_000);
afterAll(() => press.workshop.remove());

async function alone(pdf: Buffer): Promise<readonly string[]> {
  return told(await press.alone(pdf), 2);
}

const into = (head: string, key: string, value: string): string => {
  return head.includes(key) ? head.replace(key, `${key} ${value}`) : head.replace("<<", `<< ${key} ${value}`);
};
/** Black on white, where the summary's figures stand. */
const cover = "1 1 1 rg 0 0 600 800 re f 0 0 0 rg BT /f0 40 Tf 100 500 Td <00010002> Tj ET";

/** What a reader sees is something else, and the text, the data and the hash are as they were. */
const forgeries: Readonly<Record<string, readonly [make: (pdf: EditedPdf) => unknown, found: RegExp]>> = {
  "another author, as a list of files shows it": [
    (pdf) => {
      const number = Number(/\/Info (\d+) 0 R/.exec(press.bytes.toString("latin1"))![1]);
      pdf.head(number, (text) => text.replace("/Author (The Example Press)", "/Author (The Exbmple Press)"));
    },
    /it tells of itself what its data do not give: Author/,
  ],
  "a form that is laid over a page": [
    (pdf) => {
      const form = pdf.add("<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] >>", cover);
      pdf.head(pdf.numberOf("page"), (text) => into(text, "/Resources <<", `/XObject << /X0 ${form} 0 R >>`));
      pdf.stream(pdf.numberOf("marks"), (marks) => Buffer.concat([marks, Buffer.from("\n/X0 Do\n")]));
    },
    /\/Subtype Form of XObject Form/,
  ],
  "a picture over the text": [
    (pdf) => {
      const picture = pdf.add(
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray >>",
        "\xff",
      );
      pdf.head(pdf.numberOf("page"), (text) => into(text, "/Resources <<", `/XObject << /I0 ${picture} 0 R >>`));
      pdf.stream(pdf.numberOf("marks"), (marks) =>
        Buffer.concat([marks, Buffer.from("\nq 600 0 0 800 0 0 cm /I0 Do Q\n")]),
      );
    },
    /\/Subtype Image of XObject Image/,
  ],
  "a note with a look of its own": [
    (pdf) => {
      const look = pdf.add("<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] >>", cover);
      const note = pdf.add(
        `<< /Type /Annot /Subtype /FreeText /Rect [0 0 600 800] /F 4 /Contents (9999 readers) /AP << /N ${look} 0 R >> >>`,
      );
      pdf.head(pdf.numberOf("page"), (text) => text.replace("/Annots [", `/Annots [${note} 0 R `));
    },
    /\/AP of Annot FreeText/,
  ],
  "a link that got a look": [
    (pdf) => {
      const look = pdf.add("<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] >>", cover);
      const note = pdf.add(
        `<< /Type /Annot /Subtype /Link /Rect [0 0 600 800] /Border [0 0 0] /F 4 /Contents (x) /AP << /N ${look} 0 R >> >>`,
      );
      pdf.head(pdf.numberOf("page"), (text) => text.replace("/Annots [", `/Annots [${note} 0 R `));
    },
    /\/AP of Annot Link/,
  ],
  "a white rectangle over figures": [
    (pdf) => {
      pdf.stream(pdf.numberOf("marks"), (marks) =>
        Buffer.concat([marks, Buffer.from("\n1 1 1 rg 0 0 600 800 re f\n")]),
      );
    },
    /page 1 drawn otherwise/,
  ],
  "text that is not seen": [
    (pdf) => {
      pdf.stream(pdf.numberOf("marks"), (marks) =>
        Buffer.from(marks.toString("latin1").replace("0 Tr", "3 Tr"), "latin1"),
      );
    },
    /page 1 drawn otherwise/,
  ],
  "text that is moved out of the page": [
    (pdf) => {
      pdf.stream(pdf.numberOf("marks"), (marks) => {
        return Buffer.from(marks.toString("latin1").replace(/ 0 0 Tm/, " 5000 0 Tm"), "latin1");
      });
    },
    /page 1 drawn otherwise/,
  ],
  "text that says aloud something else": [
    (pdf) => {
      pdf.stream(pdf.numberOf("marks"), (marks) => {
        return Buffer.from(marks.toString("latin1").replace("/MCID 0", "/MCID 0\n  /ActualText (9999)"), "latin1");
      });
    },
    /page 1 drawn otherwise/,
  ],
  "a page that is cut": [
    (pdf) => {
      pdf.head(pdf.numberOf("page"), (text) => into(text, "/CropBox", "[0 0 600 300]"));
    },
    /\/CropBox of Page.*|page 1 cut otherwise/,
  ],
  "a layer that can be hidden": [
    (pdf) => {
      const layer = pdf.add("<< /Type /OCG /Name (x) >>");
      pdf.head(pdf.numberOf("catalogue"), (text) => {
        return into(text, "/OCProperties", `<< /OCGs [${layer} 0 R] /D << /OFF [${layer} 0 R] >> >>`);
      });
    },
    /\/OCProperties of Catalog/,
  ],
  "a script that runs when it is opened": [
    (pdf) => {
      pdf.head(pdf.numberOf("catalogue"), (text) =>
        into(text, "/OpenAction", "<< /S /JavaScript /JS (app.alert(1)) >>"),
      );
    },
    /\/OpenAction of Catalog/,
  ],
  "a second tree of pages, which is the one that is seen": [
    (pdf) => {
      const page = pdf.copyOf(pdf.numberOf("page"));
      const tree = pdf.add(`<< /Type /Pages /Count 1 /Kids [${page} 0 R] >>`);
      pdf.head(pdf.numberOf("catalogue"), (text) => text.replace(/\/Pages \d+ 0 R/, `/Pages ${tree} 0 R`));
    },
    /it has 1 pages?, and \d+ are made of its data|a line was taken away/,
  ],
  "a second catalogue, which is the one that is seen": [
    (pdf) => {
      const page = pdf.copyOf(pdf.numberOf("page"));
      pdf.head(page, (text) => into(text, "/Rotate", "180"));
      const tree = pdf.copyOf(pdf.numberOf("pages"));
      pdf.head(tree, (text) => text.replace(/\/Kids \[\d+ 0 R/, `/Kids [${page} 0 R`));
      const root = pdf.copyOf(pdf.numberOf("catalogue"));
      pdf.head(root, (text) => text.replace(/\/Pages \d+ 0 R/, `/Pages ${tree} 0 R`));
      pdf.trailer((text) => text.replace(/\/Root \d+ 0 R/, `/Root ${root} 0 R`));
    },
    /\/Rotate of Page/,
  ],
  "two files of one name": [
    (pdf) => {
      pdf.head(pdf.numberOf("catalogue"), (text) =>
        text.replace(/\/Names \[\(report\.json\) (\d+) 0 R/, "/Names [(report.json) $1 0 R (report.json) $1 0 R"),
      );
    },
    /it carries 2 files/,
  ],
  "letters that are drawn as others": [
    (pdf) => {
      const font = pdf.numberOf("font");
      const other = pdf.add("<< >>", "\0\0\0\x02\0\x01");
      const descendant = Number(/\/DescendantFonts \[(\d+)/.exec(pdf.textOf(font))![1]);
      pdf.head(descendant, (text) => text.replace("/CIDToGIDMap /Identity", `/CIDToGIDMap ${other} 0 R`));
    },
    /page 1.* set in other fonts|holds what Broadsheet writes into no such PDF/,
  ],
  "a font that says other letters than it draws": [
    (pdf) => {
      // Two codes are exchanged on the page and in what the font says of them: the text is the same, what is seen is not.
      const letters = pdf.numberOf("letters");
      pdf.stream(letters, (map) => Buffer.from(`${map.toString("latin1")}\n% other\n`, "latin1"));
    },
    /page 1.* set in other fonts/,
  ],
  "objects to which nothing leads": [
    (pdf) => pdf.add("<< /Type /Pages /Count 0 /Kids [] >>"),
    /objects to which nothing leads/,
  ],
  "the same, written anew": [
    (pdf) => pdf.stream(pdf.numberOf("marks"), (marks) => marks),
    /other bytes than are made of its data/,
  ],
};

describe("a PDF by itself is never called right that has", () => {
  for (const [what, [make, found]] of Object.entries(forgeries)) {
    test(what, async () => {
      const pdf = new EditedPdf(press.bytes);
      make(pdf);
      const [answer, ...findings] = await alone(pdf.bytes());
      expect(answer).not.toBe("verified");
      expect(findings.join("\n")).toMatch(found);
    });
  }
});

describe("a PDF is refused that has", () => {
  const text = (): string => press.bytes.toString("latin1");
  for (const [what, make] of [
    [
      "an older version within it",
      () => {
        const table = text().lastIndexOf("xref\n0");
        const pdf = text();
        const added = `${pdf}\n${pdf.slice(table)}`.replace(
          /startxref\n\d+\n%%EOF$/,
          `startxref\n${pdf.length + 1}\n%%EOF`,
        );
        return Buffer.from(added, "latin1");
      },
    ],
    [
      "something between its objects",
      () => {
        const pdf = new EditedPdf(press.bytes);
        pdf.head(1, (head) => head.replace("1 0 obj", "1 0 obj << /A 1 >> endobj 1 0 obj"));
        return pdf.bytes();
      },
    ],
    ["a key twice", () => new EditedPdf(press.bytes).head(1, (head) => head.replace("<<", "<< /Type /Pages")).bytes()],
    ["objects in a stream", () => Buffer.from(text().replace(/\nxref\n0 /, "\nxrof\n0 "), "latin1")],
    [
      "brackets in brackets",
      () => new EditedPdf(press.bytes).head(1, (head) => head.replace("<<", `<< /X ${"[".repeat(5000)}`)).bytes(),
    ],
    [
      "a page twenty thousand times",
      () => {
        const pdf = new EditedPdf(press.bytes);
        const page = pdf.numberOf("page");
        return pdf
          .head(pdf.numberOf("pages"), (head) => head.replace("/Kids [", `/Kids [${`${page} 0 R `.repeat(20_000)}`))
          .bytes();
      },
    ],
  ] as const) {
    test(what, async () => {
      await expect(alone(make())).rejects.toMatchObject({code: "EDITION_REFUSED"});
    });
  }
});

describe("a PDF takes no longer than its size that has", () => {
  test("two hundred thousand ranges of letters", async () => {
    const pdf = new EditedPdf(press.bytes);
    pdf.stream(pdf.numberOf("letters"), (map) => {
      return Buffer.concat([
        map,
        Buffer.from(`\n1 beginbfrange\n${"<0000> <ffff> <0000>\n".repeat(200_000)}endbfrange\n`),
      ]);
    });
    const [answer, ...findings] = await alone(pdf.bytes());
    expect(answer).toBe("could not be checked");
    expect(findings.join("\n")).toContain("has a font of more than 65536 letters");
  });

  longTest("streams that unpack to a thousand times their size", async () => {
    const pdf = new EditedPdf(press.bytes);
    pdf.stream(pdf.numberOf("marks"), () => Buffer.alloc(130e6, 32));
    const [answer, ...findings] = await alone(pdf.bytes());
    expect(answer).toBe("could not be checked");
    expect(findings.join("\n")).toContain("unpacks to more than 128 MB");
  });
});
