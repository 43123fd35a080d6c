import type {bookMeasures as english} from "../en/book-measures.ts";
import type {Translated} from "../translated.ts";
import {copy, counted, issue} from "./counted.ts";

/** The measures of the books: labels, what they mean, and why one has no value. */
export const bookMeasures: Translated<typeof english> = {
  "measure.print-run-index": "مؤشر الطباعة",
  "measure.print-run-index:NAME": "مؤشر الطباعة: {name}",
  "measure.net-circulation": "صافي التوزيع",
  "measure.days-to-50-percent": "الأيام حتى 50%",
  "measure.days-to-80-percent": "الأيام حتى 80%",
  "measure.days-to-95-percent": "الأيام حتى 95%",
  "measure.cities-reached": "المدن المبلوغة",
  "measure.regions-reached": "المناطق المبلوغة",
  "measure.mail-index": "مؤشر برنامج البريد",
  "measure.mail-delivered-percent": "البريد الواصل",
  "measure.mail-returned-percent": "البريد المرتجع",
  "measure.mail-refused-percent": "البريد المرفوض",
  "measure.sustainable-months": "أشهر يكفيها مال البريد",
  "measure.sustainable-months:NAME": "أشهر يكفيها مال {name}",
  "measure.sustainable-pieces": "رسائل في الشهر لمدة سنة",
  "print-run-index-means":
    "متوسط النسخ المطبوعة من العدد، لكل العناوين واللغات، قياسًا إلى الأساس. العنوان الجديد الصغير يخفضه وإن طُبع أكثر.",
  "print-run-index-of-title-means": "متوسط النسخ المطبوعة من عدد من {title}، قياسًا إلى الأساس.",
  "net-circulation-measure-means":
    "النسخ التي خرجت إلى القراء ولم ترجع، في متوسط الأعداد المطبوعة. لا يُعرف كم قُرئ منها ولا كم شخصًا قرأها.",
  "days-to-percent-means":
    "الأيام من تاريخ الطباعة حتى خروج {percent}% من النسخ المخصصة للقراء؛ والوسيط عند تعدد الأعداد. تُحسب للشهر الذي طُبع فيه العدد.",
  "cities-reached-means": `المدن التي بلغها في الشهر، أو في الفترة كلها، ما لا يقل عن ${counted("copies", copy)}؛ ولا يُطرح ما رجع لاحقًا.`,
  "regions-reached-means": "المناطق التي بلغتها نسخة واحدة على الأقل. التسليمات التي لا تذكر منطقتها ليست في أي منها.",
  "mail-index-means": "الرسائل المرسلة بالبريد، في متوسط الشهر وسابقه، قياسًا إلى الأساس؛ وللفترة كلها: رسائل في الشهر.",
  "mail-delivered-means": "الرسائل الواصلة بالنسبة المئوية من المرسلة، بحسب يوم الإرسال. ما لم يُدوَّن عنه شيء غير داخل.",
  "mail-returned-means": "الرسائل المرتجعة بالنسبة المئوية من المرسلة، بحسب يوم الإرسال. ما لم يُدوَّن عنه شيء غير داخل.",
  "mail-refused-means": "الرسائل المرفوضة بالنسبة المئوية من المرسلة، بحسب يوم الإرسال. ما لم يُدوَّن عنه شيء غير داخل.",
  "sustainable-months-means":
    "مال البريد الباقي في آخر الشهر، مقسومًا على متوسط كلفة الشهر في الأشهر الستة الأخيرة. المال الذي لم يرد بعد غير داخل.",
  "sustainable-months-of-programme-means":
    "مال {name} الباقي في آخر الشهر، مقسومًا على متوسط كلفة الشهر في الأشهر الستة الأخيرة. المال الذي لم يرد بعد غير داخل.",
  "sustainable-pieces-means":
    "مال البريد الباقي في آخر الشهر، مقسومًا على اثني عشر وعلى متوسط كلفة الرسالة في الأشهر الستة الأخيرة.",
  "book-editions": "دفتر الأعداد",
  "book-deliveries": "دفتر التسليمات",
  "book-mailings": "دفتر الرسائل",
  "book-translations": "دفتر الترجمات",
  "book-begins": "{book} يبدأ في {month}",
  "book-ends": "{book} ينتهي في {month}",
  "nothing-printed": "{span, select, month {لم يُطبع أي عدد في هذا الشهر} other {لم يُطبع أي عدد في هذه الفترة}}",
  "no-delivery-noted":
    "{span, select, month {لم يُدوَّن أي تسليم لما طُبع في هذا الشهر} other {لم يُدوَّن أي تسليم لما طُبع في هذه الفترة}}",
  "no-region-noted":
    "{span, select, month {غير مسجل: لا تسليم في هذا الشهر يذكر منطقته} other {غير مسجل: لا تسليم في هذه الفترة يذكر منطقته}}",
  "nothing-sent": "{span, select, month {لم تُرسل أي رسالة في هذا الشهر} other {لم تُرسل أي رسالة في هذه الفترة}}",
  "no-piece-delivered": "غير مسجل: لا رسالة مدوّنة على أنها وصلت",
  "fate-not-noted": "غير مسجل: لم يُدوَّن مصير الرسائل",
  "no-copy-for-readers": "لم تُخصص أي نسخة للقراء",
  "nothing-delivered": "لم يُسلَّم شيء حتى الآن",
  "percent-delivered": "سُلِّم {percent}% حتى الآن",
  "percent-not-reached": `لم يبلغ {percent}%: {late} من ${counted("editions", issue)}`,
  "average-needs-month": "متوسط شهرين يحتاج إلى {month}، و{begins}",
  "no-funds-up-to": "لا مال للبريد في دفتر الأموال حتى {month}",
  "nothing-paid-for": "لم تُدفع كلفة أي رسالة في آخر {months} أشهر",
  "cost-not-noted": `غير مسجل: لم تُدوَّن حتى {month} كلفة ${counted("mailings", {one: "إرسال واحد", two: "إرسالين", few: "إرسالات", many: "إرسالًا", other: "إرسال"})}`,
  "nothing-sent-in-six-months": "لم تُرسل أي رسالة في الأشهر الستة الأخيرة",
};
