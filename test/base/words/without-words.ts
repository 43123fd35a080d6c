import {parentPort, workerData} from "node:worker_threads";
import {arabic} from "../../../src/base/words/ar.ts";
import {german} from "../../../src/base/words/de.ts";
import {type MessageId, message} from "../../../src/base/words/message.ts";
import {Translator} from "../../../src/base/words/translator.ts";

/* A thread of its own, whose German and Arabic lose messages before anything is said in them. */

function take(messages: object, ids: readonly string[]): void {
  for (const id of ids) delete (messages as Record<string, string>)[id];
}

const kinds = {
  async plurals() {
    take(arabic, ["left-out", "between-parts"] satisfies MessageId[]);
    const words = new Translator("ar");
    const label = message("verdict.robots");
    const leftOut = [1, 2, 1103].map((requests) => words.t("left-out", {label, requests}));
    return {robots: words.t("verdict.robots"), leftOut, series: words.series(["a", "b"])};
  },
  async inherited() {
    take(german, ["measure.readers"] satisfies MessageId[]);
    Object.setPrototypeOf(german, {"measure.readers": "inherited"});
    return new Translator("de").t("measure.readers");
  },
  async report() {
    const {greekReport} = await import("../../report/greek-press.ts");
    const {renderText} = await import("../../../src/render/text/report.ts");
    const {renderMarkdown} = await import("../../../src/render/markdown/report.ts");
    const {renderHtml} = await import("../../../src/render/html/report.ts");
    const {renderCsv} = await import("../../../src/render/csv/report.ts");
    const {renderJson} = await import("../../../src/report/json/report.ts");
    take(german, Object.keys(german));
    const report = await greekReport("de");
    const labels = report.measures.map(({label}) => label);
    const english = (await greekReport("en")).measures.map(({label}) => label);
    const texts = [
      renderText(report, {width: 80, color: false}),
      renderMarkdown(report),
      renderHtml(report),
      renderCsv(report),
      renderJson(report),
    ];
    return {labels, english, texts};
  },
};

/** What is said without words, by what is asked. */
export type Said = {[Kind in keyof typeof kinds]: Awaited<ReturnType<(typeof kinds)[Kind]>>};

parentPort?.postMessage(await kinds[workerData as keyof typeof kinds]());
