import type {measures as english} from "../en/measures.ts";
import type {Translated} from "../translated.ts";
import {counted, user} from "./counted.ts";

/** The measures from logs: labels, what they mean, and why one has no value. */
export const measures: Translated<typeof english> = {
  "measure.readers": "المستخدمون الفريدون",
  "measure.megabytes-per-day": "ميغابايت في اليوم",
  "measure.documents-per-day": "الوثائق في اليوم",
  "measure.different-documents": "الوثائق المختلفة",
  "measure.documents-per-reader": "الوثائق لكل مستخدم",
  "measure.returning-readers-percent": "مستخدمو عدة أشهر",
  "measure.section-readers:NAME": "مستخدمو {name}",
  "measure.sent-to:NAME": "المستخدمون المحالون إلى {name}",
  "measure.total-item-requests": "مجموع طلبات المواد",
  "measure.unique-item-requests": "طلبات المواد الفريدة",
  "measure.sessions": "الجلسات",
  "measure.pageviews": "مشاهدات الصفحات",
  "measure.daily-visitors": "الزوار يومًا بيوم",
  "measure.hits": "النقرات",
  "measure.static-hits": "طلبات الملفات الثابتة",
  "readers-means":
    "عملاء مختلفون لكل منهم طلب محتسب واحد على الأقل. العميل عنوان IPv4 أو اسم مضيف أو {bits, select, 128 {عنوان IPv6} other {نطاق /{bits} من عنوان IPv6}}. {agents, select, told {وكيلان على عنوان واحد عميلان. } other {}}الشهر مجموعة، والفترة كذلك: العميل الذي جاء في عشرة أيام، أو في كل شهر، واحد.",
  "megabytes-per-day-means":
    "بايتات الطلبات المحتسبة كما دوّنها الخادم، مقسومة على الأيام المشمولة. الميغابايت الواحد 1,000,000 بايت.",
  "documents-per-day-means": "الطلبات المحتسبة مقسومة على الأيام المشمولة.",
  "different-documents-means":
    "المسارات المختلفة بين الطلبات المحتسبة، بلا استعلام ولا جزء. الشرطات المتتالية تعد واحدة، و /index.html هو نفسه وثيقة /.",
  "documents-per-reader-means":
    "الطلبات المحتسبة مقسومة على المستخدمين الفريدين: متوسط يرفعه عدد قليل من القراء المواظبين.",
  "returning-readers-percent-means":
    "مستخدمو الفترة الفريدون الذين جاءوا في أكثر من شهر منها. القارئ الذي يتغير عنوانه لا يُعرف من جديد، فالنسبة الحقيقية أعلى.",
  "section-readers-means": "عملاء مختلفون لكل منهم طلب محتسب واحد على الأقل تحت {paths}.",
  "sent-to-means": "عملاء مختلفون طلبوا {paths} فأُجيبوا أو أُحيلوا. العميل واحد مهما تكرر ذهابه، ولا يُعرف هل وصل.",
  "total-item-requests-means": "الطلبات المحتسبة بعد حذف النقر المزدوج. تسميها COUNTER: Total_Item_Requests.",
  "unique-item-requests-means":
    "المواد المختلفة المطلوبة ضمن جلسة، مجموعة على الجلسات. صيغ الوثيقة الواحدة مادة واحدة. تسميها COUNTER: Unique_Item_Requests.",
  "sessions-means":
    "ساعات اليوم المختلفة التي كان فيها لمستخدم طلب محتسب، مجموعة على المستخدمين والأيام: بديل COUNTER عن الجلسة حيث لا تُدوَّن.",
  "pageviews-means": "الطلبات المحتسبة: صفحات قُدمت لوكلاء لا يسمّون أنفسهم عناكب.",
  "daily-visitors-means":
    "الأزواج المختلفة من عنوان ووكيل في كل يوم، مجموعة على الأيام: من جاء عشرة أيام يُعد عشرة. يسميها GoAccess: Unique Visitors.",
  "hits-means": "كل الطلبات مهما كان مصيرها. يسميها GoAccess: Valid Requests.",
  "static-hits-means":
    "الطلبات، عدا ما لم يوجد، لمسارات تنتهي بإحدى لواحق الملفات الثابتة لدى GoAccess: صور وأنماط ونصوص برمجية وملفات للتنزيل مثل pdf و txt و zip.",
  "not-recorded": "غير مسجل",
  "no-byte-count": "غير مسجل: هذه الصيغة لا تدوّن عدد البايتات",
  "clients-not-named": "غير مسجل: هذه السجلات لا تسمّي العملاء",
  "asked-of-period": "يُحسب للفترة كلها لا لشهر",
  "no-logs-for-month": "لا سجلات لهذا الشهر",
  "no-logs-for-period": "لا سجلات لهذه الفترة",
  "a-month-was-reported": "غير محسوب: أحد أشهرها مأخوذ من تقرير ولم يُقَس",
  "no-counted-request": "لا طلب محتسبًا",
  "fewer-readers": `أقل من ${counted("smallest", user)}؛ وعدد قليل كهذا لا يُذكر كي لا يُشار إلى أحد`,
  "beside-others-fewer-readers": `لا يُذكر: بمقارنته برقم آخر يشير إلى أقل من ${counted("smallest", user)}`,
};
