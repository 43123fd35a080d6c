import type {units as english} from "../en/units.ts";
import type {Translated} from "../translated.ts";

/** What one is counted in. */
export const units: Translated<typeof english> = {
  "unit.readers": "读者",
  "unit.documents": "文件",
  "unit.documents-a-day": "文件／日",
  "unit.documents-a-reader": "文件／读者",
  "unit.megabytes": "兆字节",
  "unit.megabytes-a-day": "兆字节／日",
  "unit.requests": "请求",
  "unit.days": "天",
  "unit.months": "个月",
  "unit.copies": "份",
  "unit.copies-an-issue": "份／期",
  "unit.points": "点",
  "unit.cities": "城市",
  "unit.of-cities": "共{count, number}个城市",
  "unit.regions": "地区",
  "unit.pieces": "件",
  "unit.pieces-a-month": "件／月",
  "unit.editions": "期",
  "unit.articles": "篇",
  "unit.posters": "张",
  "unit.items": "条目",
  "unit.sessions": "会话",
  "unit.visitors": "访客",
  "unit.percent": "百分比",
  "unit.percent-of-readers": "占读者百分比",
  "unit.percent-of-copies": "占份数百分比",
  "unit.percent-of-pieces-sent": "占寄出件数百分比",
  "unit.percent-of-pieces-refused": "占拒收件数百分比",
};
