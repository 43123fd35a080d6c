import type {bookMeasures as english} from "../en/book-measures.ts";
import type {Translated} from "../translated.ts";
import {counted} from "./counted.ts";

/** The measures of the books: labels, what they mean, and why one has no value. */
export const bookMeasures: Translated<typeof english> = {
  "measure.print-run-index": "Índice de tirada",
  "measure.print-run-index:NAME": "Índice de tirada, {name}",
  "measure.net-circulation": "Difusión neta",
  "measure.days-to-50-percent": "Días hasta el 50 %",
  "measure.days-to-80-percent": "Días hasta el 80 %",
  "measure.days-to-95-percent": "Días hasta el 95 %",
  "measure.cities-reached": "Ciudades alcanzadas",
  "measure.regions-reached": "Regiones alcanzadas",
  "measure.mail-index": "Índice del programa postal",
  "measure.mail-delivered-percent": "Envíos entregados",
  "measure.mail-returned-percent": "Envíos devueltos",
  "measure.mail-refused-percent": "Envíos rechazados",
  "measure.sustainable-months": "Meses que dura el dinero para el correo",
  "measure.sustainable-months:NAME": "Meses que dura el dinero para {name}",
  "measure.sustainable-pieces": "Envíos al mes durante un año",
  "print-run-index-means":
    "Ejemplares impresos de un número en promedio, de todos los títulos e idiomas, respecto a la base. Un título nuevo y pequeño lo baja, aunque se imprima más.",
  "print-run-index-of-title-means": "Ejemplares impresos en promedio de un número de {title}, respecto a la base.",
  "net-circulation-measure-means":
    "Ejemplares que salieron hacia los lectores y no volvieron, en promedio de los números impresos. No se sabe cuántos se leyeron ni cuántas personas los leyeron.",
  "days-to-percent-means":
    "Días desde la fecha de impresión hasta que salió el {percent} % de los ejemplares destinados a los lectores; de varias ediciones, la mediana. Cuentan para el mes en que se imprimió la edición.",
  "cities-reached-means": `Ciudades a las que llegó al menos ${counted("copies", "ejemplar", "ejemplares")} en el mes, o en el período entero; los que volvieron después no se descuentan.`,
  "regions-reached-means":
    "Regiones a las que llegó al menos un ejemplar. Las entregas que no indican su región no están en ninguna.",
  "mail-index-means":
    "Envíos postales, en promedio del mes y del anterior, respecto a la base; del período entero, envíos al mes.",
  "mail-delivered-means":
    "Envíos entregados, en porcentaje de los enviados, según el día del envío. No cuentan los envíos de los que no se anotó nada.",
  "mail-returned-means":
    "Envíos devueltos, en porcentaje de los enviados, según el día del envío. No cuentan los envíos de los que no se anotó nada.",
  "mail-refused-means":
    "Envíos rechazados, en porcentaje de los enviados, según el día del envío. No cuentan los envíos de los que no se anotó nada.",
  "sustainable-months-means":
    "Dinero para el correo que queda al final del mes, dividido entre lo que costó al mes en promedio en los últimos seis meses. No incluye el dinero que aún ha de entrar.",
  "sustainable-months-of-programme-means":
    "Dinero para {name} que queda al final del mes, dividido entre lo que costó al mes en promedio en los últimos seis meses. No incluye el dinero que aún ha de entrar.",
  "sustainable-pieces-means":
    "Dinero para el correo que queda al final del mes, dividido entre doce y entre lo que costó en promedio un envío en los últimos seis meses.",
  "book-editions": "el libro de ediciones",
  "book-deliveries": "el libro de entregas",
  "book-mailings": "el libro de envíos",
  "book-translations": "el libro de traducciones",
  "book-begins": "{book} empieza en {month}",
  "book-ends": "{book} termina en {month}",
  "nothing-printed":
    "{span, select, month {no se imprimió ninguna edición en este mes} other {no se imprimió ninguna edición en este período}}",
  "no-delivery-noted":
    "{span, select, month {de lo impreso en este mes no se anotó ninguna entrega} other {de lo impreso en este período no se anotó ninguna entrega}}",
  "no-region-noted":
    "{span, select, month {sin registrar: ninguna entrega de este mes indica su región} other {sin registrar: ninguna entrega de este período indica su región}}",
  "nothing-sent":
    "{span, select, month {no se hizo ningún envío en este mes} other {no se hizo ningún envío en este período}}",
  "no-piece-delivered": "sin registrar: ningún envío consta como entregado",
  "fate-not-noted": "sin registrar: no se anotó qué fue de los envíos",
  "no-copy-for-readers": "ningún ejemplar estaba destinado a los lectores",
  "nothing-delivered": "nada entregado hasta ahora",
  "percent-delivered": "{percent} % entregado hasta ahora",
  "percent-not-reached": `{late} de ${counted("editions", "edición", "ediciones")} no han llegado al {percent} %`,
  "average-needs-month": "un promedio de dos meses necesita {month}, y {begins}",
  "no-funds-up-to": "el libro de fondos no tiene dinero para el correo hasta {month}",
  "nothing-paid-for": "en los últimos {months} meses no se pagó ningún envío",
  "cost-not-noted": `sin registrar: no se anotó el coste de ${counted("mailings", "envío", "envíos")} hasta {month}`,
  "nothing-sent-in-six-months": "no se hizo ningún envío en los últimos seis meses",
};
