import type {bookNotes as english} from "../en/book-notes.ts";
import type {Translated} from "../translated.ts";
import {counted} from "./counted.ts";

const copies = counted("copies", "ejemplar", "ejemplares");

/** Notes below the figures of the books. */
export const bookNotes: Translated<typeof english> = {
  "sentence-of": "{clause}.",
  "figures-are-of": "{bounds}: las cifras del período entero son las de {period}.",
  "index-base": "Índice: {period} = {value}.",
  "index-rebased": "Índice: {period} = {value}. Cambio de base: {begins}.",
  "index-rebased-stands":
    "Índice: {period} = {value}. Cambio de base: {begins}; con esta base, {start} queda en {points}.",
  "titles-not-of-base":
    "Los títulos impresos en este período ({now}) no son los de la base ({before}): el índice del conjunto compara tiradas desiguales.",
  "issues-not-delivered": `Fuera de la difusión: ${counted("count", "número", "números")} sin ninguna entrega anotada, {issues}.`,
  "issue-printed": "{edition} ({copies} impresos)",
  "speed-of-period": "Días hasta el {percent} %: mediana del período {median}; {record}.",
  "speed-none": "ninguna ({reason})",
  "speed-best": "la mejor marca hasta ahora es {days} ({edition}, impresa el {on})",
  "speed-no-best": "ninguna edición lo ha alcanzado hasta ahora",
  "editions-late": "No han llegado al {percent} %: {editions}.",
  "panel-reached": `{reached} de ${counted("cities", "ciudad", "ciudades")} del panel recibieron al menos ${copies} en el período entero.`,
  "panel-missed": "Sin alcanzar: {cities}.",
  "panel-unplaced":
    "{copies} ejemplares fueron a ciudades que se llaman como una del panel, pero sin región o país anotados: no se le cuentan.",
  "regions-new": "Nuevas (respecto a: {period}): {regions}.",
  "regions-not-noted": `{copies, plural, one {# ejemplar fue} many {# de ejemplares fueron} other {# ejemplares fueron}} a lugares cuya región no se anotó.`,
  "mail-not-noted": `Fuera de los porcentajes: ${counted("pieces", "envío", "envíos")} de los que no se anotó nada más.`,
  "mail-returns-alone": `Fuera del porcentaje de entregados: ${counted("pieces", "envío", "envíos")} de los que solo se anotaron devoluciones o rechazos.`,
  "mail-unknown": `{unknown} de ${counted("pieces", "envío", "envíos")} no constan ni como entregados ni como devueltos o rechazados.`,
  "mail-purposes": "Cuenta como dinero para el correo: {counted}. No cuenta: {others}.",
  "for-mail": "el correo",
  "funds-spent": "Entraron {cameIn} para {purpose}, y los envíos desde entonces costaron {spent}: quedan {left}.",
  "funds-by-book": "Según el libro de fondos entraron {cameIn} para {purpose} y salieron {wentOut}: quedan {left}.",
  "mailings-cost": "Los envíos costaron {spent} en el mismo tiempo.",
  "lasts-between":
    "Con el mayor coste mensual {months, plural, one {del último mes} other {de los últimos # meses}} ({dear}), dura {least} meses; con el menor ({cheap}), {most}.",
  "lasts-open":
    "Con el mayor coste mensual {months, plural, one {del último mes} other {de los últimos # meses}} ({dear}), dura {least} meses; en uno de ellos no se gastó nada.",
};
