/** In German, French, Spanish, Chinese and Arabic, by the name of the column, whichever book it is of. */
const words: Readonly<Record<string, string>> = {
  title: "Titel|Zeitung|Publikation|Titre|Journal|Título|Periódico|标题|报名|刊名|العنوان|الصحيفة",
  language: "Sprache|Langue|Idioma|Lengua|语言|语种|اللغة",
  issue: "Ausgabe|Nummer|Heft|Ausgabe Nr|Numéro|Número|Edición|期号|期|العدد",
  print_date:
    "Druckdatum|Gedruckt am|Datum|Date d’impression|Imprimé le|Fecha de impresión|Impreso el|Fecha|印刷日期|日期|تاريخ الطباعة|التاريخ",
  printed:
    "Auflage|Druckauflage|Gedruckt|Exemplare|Tirage|Exemplaires imprimés|Tirada|Ejemplares impresos|印数|印刷份数|عدد النسخ المطبوعة|النسخ المطبوعة",
  spoiled: "Makulatur|Ausschuss|Verdorben|Gâche|Exemplaires gâchés|Estropeados|Merma|损耗|废品|النسخ التالفة",
  kept: "Archiv|Belegexemplare|Archives|Exemplaires gardés|Archivo|Ejemplares de archivo|留存|存档|نسخ الأرشيف",
  cost: "Kosten|Druckkosten|Preis|Porto|Coût|Coûts|Prix|Coste|Costo|Precio|费用|成本|التكلفة",
  edition:
    "Ausgabe|Titel und Ausgabe|Zeitung|Édition|Titre et numéro|Edición|Título y número|版|刊物|刊期|العدد|الطبعة",
  date: "Datum|Tag|Lieferdatum|Versandt am|Geliefert am|Date|Jour|Date de livraison|Envoyé le|Fecha|Día|Fecha de entrega|Enviado el|日期|发货日期|التاريخ|اليوم",
  city: "Stadt|Ort|Ville|Lieu|Commune|Ciudad|Lugar|Localidad|城市|地点|المدينة|المكان",
  region: "Bundesland|Kanton|Provinz|Région|Département|Provincia|Región|Estado|省|地区|州|المنطقة|المحافظة",
  country: "Land|Staat|Pays|País|国家|البلد|الدولة",
  copies:
    "Exemplare|Anzahl|Menge|Stück|Exemplaires|Quantité|Nombre|Ejemplares|Cantidad|份数|册数|数量|النسخ|عدد النسخ|الكمية",
  channel: "Vertriebsweg|Weg|Kanal|Canal|Voie|Canal de distribución|Vía|渠道|القناة",
  returns: "Remittenden|Rücklauf|Rückgaben|Retours|Invendus|Devoluciones|Devueltos|退回|退货|المرتجعات",
  programme: "Programm|Programme|Programa|项目|البرنامج",
  sent: "Versandt|Verschickt|Sendungen|Envoyés|Envois|Enviados|Envíos|寄出|المرسل",
  delivered: "Zugestellt|Angekommen|Livrés|Remis|Entregados|送达|المسلم",
  returned: "Zurückgekommen|Retourniert|Retournés|Devueltos|退回|المرتجع",
  refused: "Abgelehnt|Verweigert|Refusés|Rechazados|拒收|المرفوض",
  amount: "Betrag|Summe|Montant|Somme|Importe|Monto|金额|المبلغ",
  purpose: "Zweck|Verwendungszweck|Objet|Affectation|Finalidad|Destino|用途|الغرض",
  list: "Liste|Verteiler|Liste de diffusion|Lista de correo|邮件列表|القائمة البريدية|Rangliste|Classement|Lista|榜单|القائمة",
  bounced:
    "Unzustellbar|Nicht zugestellt|Rückläufer|Rejetés|Non remis|Rebotados|Rebotes|退信|退信数|المرتدة|الرسائل المرتدة",
  subscribers: "Abonnenten|Empfänger der Liste|Abonnés|Suscriptores|Suscritos|订阅者|订阅人数|المشتركون|عدد المشتركين",
  left: "Abgemeldet|Abmeldungen|Désabonnés|Désabonnements|Bajas|Cancelados|退订|退订人数|المنسحبون|إلغاء الاشتراك",
  rank: "Rang|Platz|Place|Puesto|Posición|排名|名次|الترتيب",
  name: "Seite|Website|Nom|Site|Nombre|Sitio|名称|网站|الاسم|الموقع",
  measure: "Messgröße|Kennzahl|Mesure|Indicateur|Medida|Indicador|指标|المقياس",
  month: "Monat|Mois|Mes|月份|月|الشهر",
  value: "Wert|Valeur|Valor|数值|القيمة",
  source: "Quelle|Source|Fuente|来源|المصدر",
  target: "Ziel|Zielwert|Objectif|Cible|Objetivo|Meta|目标|الهدف",
  period: "Zeitraum|Période|Período|期间|الفترة",
  post: "Posten|Aufgabe|Amt|Poste|Fonction|Puesto|Cargo|岗位|المنصب",
  until: "Bis|Jusqu’à|Jusqu'au|Hasta|截止|حتى",
  text: "Ereignis|Text|Événement|Texte|Evento|Acontecimiento|Texto|事件|说明|الحدث|النص",
  kind: "Art|Genre|Type|Clase|Tipo|类型|النوع",
  by: "Von|Wer|Par|Qui|Por|Quién|由|谁|بواسطة",
  what: "Was|Tätigkeit|Quoi|Tâche|Qué|Tarea|内容|ماذا",
  place: "Ort|Einrichtung|Lieu|Lugar|Institución|地点|المكان",
  reason: "Grund|Raison|Motif|Motivo|Razón|原因|السبب",
  note: "Bemerkung|Anmerkung|Remarque|Nota|Observación|备注|ملاحظة",
};

/**
 * What else is a column of a book called, in the languages of reports beside English?
 *
 * Capitals and marks make no difference.
 */
export function columnWords(column: string): readonly string[] {
  return Object.hasOwn(words, column) ? words[column]!.split("|") : [];
}
