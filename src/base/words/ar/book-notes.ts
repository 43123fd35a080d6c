import type {bookNotes as english} from "../en/book-notes.ts";
import type {Translated} from "../translated.ts";
import {city, copy, counted, issue, piece} from "./counted.ts";

const copies = counted("copies", copy);
const pieces = counted("pieces", piece);
const lastMonths =
  "{months, plural, zero {في آخر # شهر} one {في الشهر الأخير} two {في الشهرين الأخيرين} few {في آخر # أشهر} many {في آخر # شهرًا} other {في آخر # شهر}}";

/** Notes below the figures of the books. */
export const bookNotes: Translated<typeof english> = {
  "sentence-of": "{clause}.",
  "figures-are-of": "{bounds}: أرقام الفترة كلها هي أرقام {period}.",
  "index-base": "المؤشر: {period} = {value}.",
  "index-rebased": "المؤشر: {period} = {value}. تغيّر الأساس: {begins}.",
  "index-rebased-stands":
    "المؤشر: {period} = {value}. تغيّر الأساس: {begins}؛ وعلى هذا الأساس يكون {start} عند {points}.",
  "titles-not-of-base":
    "العناوين المطبوعة في هذه الفترة ({now}) ليست عناوين الأساس ({before}): مؤشر مجموعها يقارن طبعات غير متماثلة.",
  "issues-not-delivered": `خارج التوزيع لعدم تدوين أي تسليم: ${counted("count", {...issue, two: "عددان"})}، {issues}.`,
  "issue-printed": "{edition} (طُبع {copies})",
  "speed-of-period": "الأيام حتى {percent}%: وسيط الفترة {median}؛ {record}.",
  "speed-none": "لا شيء ({reason})",
  "speed-best": "أفضل ما تحقق حتى الآن {days} ({edition}، طُبع في {on})",
  "speed-no-best": "لم يبلغه أي عدد حتى الآن",
  "editions-late": "لم يخرج {percent}% بعد: {editions}.",
  "panel-reached": `بلغ ما لا يقل عن ${copies} في الفترة كلها {reached} من ${counted("cities", city)} في القائمة.`,
  "panel-missed": "لم تُبلغ: {cities}.",
  "panel-unplaced": "ذهبت {copies} نسخة إلى مدن تحمل اسم مدينة في القائمة، لكن منطقتها أو بلدها لم يُدوَّن: لا تُحسب لها.",
  "regions-new": "جديدة قياسًا إلى {period}: {regions}.",
  "regions-not-noted": `ذهبت إلى أماكن لم تُدوَّن منطقتها: ${counted("copies", {...copy, two: "نسختان"})}.`,
  "mail-not-noted": `خارج النسب، إذ لم يُدوَّن عنه شيء بعد الإرسال: ${counted("pieces", {...piece, two: "رسالتان"})}.`,
  "mail-returns-alone": `خارج نسبة الواصل، إذ لم يُدوَّن منه إلا المرتجع أو المرفوض: ${counted("pieces", {...piece, two: "رسالتان"})}.`,
  "mail-unknown": `من أصل ${pieces}، هناك {unknown} لم تُدوَّن لا واصلة ولا مرتجعة ولا مرفوضة.`,
  "mail-purposes": "يُعد من مال البريد: {counted}. ولا يُعد: {others}.",
  "for-mail": "البريد",
  "funds-spent": "ورد {cameIn} لأجل {purpose}، وكلفت الرسائل منذ ذلك {spent}: الباقي {left}.",
  "funds-by-book": "بحسب دفتر الأموال ورد {cameIn} لأجل {purpose} وخرج {wentOut}: الباقي {left}.",
  "mailings-cost": "كلفت الرسائل {spent} في المدة نفسها.",
  "lasts-between": `بأعلى كلفة شهرية ${lastMonths} ({dear}) يكفي {least} من الأشهر، وبأدناها ({cheap}) {most}.`,
  "lasts-open": `بأعلى كلفة شهرية ${lastMonths} ({dear}) يكفي {least} من الأشهر، وفي أحدها لم يُنفق شيء.`,
};
