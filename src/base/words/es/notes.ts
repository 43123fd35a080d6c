import type {notes as english} from "../en/notes.ts";
import type {Translated} from "../translated.ts";
import {counted} from "./counted.ts";

const requests = counted("requests", "petición", "peticiones");

/** The first sentences, the notes below the main table, comparison, ranges, and what no log can tell. */
export const notes: Translated<typeof english> = {
  "users-in-month": `${counted("count", "usuario único", "usuarios únicos")} en {month}.`,
  "users-in-each-month": `${counted("count", "usuario único", "usuarios únicos")} en cada mes.`,
  "users-between": "Entre {least} ({leastMonth}) y {most} ({mostMonth}) usuarios únicos al mes.",
  "users-as-many": "En {month} hubo {users}, tantos como en {before}.",
  "users-more": "En {month} hubo {users}, un {share} más que en {before}.",
  "users-fewer": "En {month} hubo {users}, un {share} menos que en {before}.",
  "requests-counted": `Se {counted, plural, one {ha contado #} other {han contado #}} de ${counted("all", "petición", "peticiones")}, el {share}.`,
  "largest-part-left-out": "La mayor parte excluida: {label} ({share}).",
  "left-out": `{label}: ${counted("requests", "petición excluida", "peticiones excluidas")}.`,
  "left-out-by": `{label}: ${counted("requests", "petición excluida", "peticiones excluidas")} ({by}).`,
  "left-out-blacklisted": `Quedan fuera {when}: {clients, plural, =0 {clientes de la lista negra; no hubo ninguno.} one {# cliente de la lista negra (${requests}).} other {# clientes de la lista negra (${requests}).}}`,
  "left-out-heavy": `Quedan fuera {when}: {clients, plural, =0 {clientes que tomaron} one {# cliente que tomó} other {# clientes que tomaron}} más de ${counted("limit", "documento", "documentos")} en el mes{clients, plural, =0 {; no hubo ninguno.} other { (${requests}). Puede que así se excluya sin razón a lectores asiduos y conexiones compartidas.}}`,
  "left-out-heavy-by-limits": `Quedan fuera {when}: {clients, plural, =0 {clientes que tomaron} one {# cliente que tomó} other {# clientes que tomaron}} más de ${counted("limit", "documento", "documentos")} en el mes, {later}{clients, plural, =0 {; no hubo ninguno.} other { (${requests}). Puede que así se excluya sin razón a lectores asiduos y conexiones compartidas.}}`,
  "undecided-clients": `{clients, plural, one {Un cliente sobre el que nadie ha decidido tomó más de ${counted("limit", "documento", "documentos")} en un mes, o puede ser un robot que no lo dice. Queda como las reglas lo dejaron.} other {# clientes sobre los que nadie ha decidido tomaron más de ${counted("limit", "documento", "documentos")} en un mes, o pueden ser robots que no lo dicen. Quedan como las reglas los dejaron.}}`,
  "undecided-clients-over-limit": `{clients, plural, one {Un cliente sobre el que nadie ha decidido tomó más de ${counted("limit", "documento", "documentos")} en un mes. Queda como las reglas lo dejaron.} other {# clientes sobre los que nadie ha decidido tomaron más de ${counted("limit", "documento", "documentos")} en un mes. Quedan como las reglas los dejaron.}}`,
  "restated-figure": "{period} {now} en lugar de {published}",
  "restated-since": "Rectificado; publicado el {day} con otras cifras: {figures}.",
  "restated-because": "Motivo: {reason}.",
  "no-figure": "ninguna cifra",
  "from-month-on": "a partir de {month}, {what}",
  "rules-from": "A partir de {month} rigen otras reglas: {changes}. Lo anterior no se contó igual.",
  "compared-by-other-rules":
    "Los meses comparados ({months}) se contaron con otras reglas ({settings}): parte del cambio se debe a ellas.",
  "index-by-other-rules":
    "La base ({base}) y los meses comparados con ella ({months}) se contaron con reglas distintas ({settings}): parte del cambio se debe a ellas.",
  "ranks-by-other-rules":
    "Las posiciones anteriores ({period}) se contaron con otras reglas ({settings}): parte del movimiento se debe a ellas.",
  "moved-by-other-rules":
    "Los dos valores se contaron con reglas distintas ({settings}): parte del cambio se debe a ellas.",
  "setting-changed": "{setting} {now} (antes: {before})",
  "setting-others": "{setting} {now}, distintos de los de antes",
  "setting-with": "{setting} con {added}",
  "setting-without": "{setting} sin {removed}",
  "setting-with-and-without": "{setting} con {added}, sin {removed}",
  "setting-not-set": "sin fijar",
  "clients-listed": `${counted("count", "cliente", "clientes")}`,
  "entries-listed": `${counted("count", "entrada", "entradas")}`,
  "entries-more": "{count, plural, one {# más} other {# más}}",
  "period-is-a-set":
    "La cifra del período entero es un conjunto, no una suma: quien vino varios meses es uno solo, y los meses no suman el total.",
  "no-logs-for": "No hay registros de {months}.",
  "month-covered-in-part":
    "{month}: los registros cubren {covered} de {days} días; faltan los días {missing} de {monthName}. Las cifras por día se dividen entre los días cubiertos.",
  "agents-not-recorded": `{count, plural, one {# petición contada procede} many {# de peticiones contadas proceden} other {# peticiones contadas proceden}} de registros que no anotan los agentes: de sus robots solo se conocen los que pidieron /robots.txt.`,
  "bytes-not-recorded": `{count, plural, one {# petición contada procede} many {# de peticiones contadas proceden} other {# peticiones contadas proceden}} de registros que no anotan el tamaño; los megabytes son los de las demás.`,
  "given-by-older-reports": "Tomado de informes anteriores, no medido aquí: {figures}.",
  "base-has-no-value": "la base, {base}, no tiene valor: {reason}",
  "base-is-zero": "la base, {base}, es 0",
  "compared-month-in-part": `De {month} se {covered, plural, one {cubre # día} other {cubren # días}} de {days}: el cambio respecto a ese mes no es entre meses enteros.`,
  "range-of": "{label}: entre {low} y {high}.",
  "range-none": "{label}: {value}, sea cual sea la regla que se cambie.",
  "range-bound": "{value} ({why})",
  "range-bound-times": "{value}, {times} veces tanto ({why})",
  "as-reported": "según el informe",
  "range-at-most": "como mucho {value} ({why})",
  "range-at-least": "como poco {value} ({why})",
  "ranges-rounded-outwards":
    "«Como mucho» y «como poco»: menos de {smallest, number} usuarios harían la diferencia; se redondea hacia fuera y no señala a ninguno.",
  "standing-computer":
    "Aquí un lector es un ordenador, no una persona. Varias personas pueden usar el mismo, y una persona puede usar varios.",
  "standing-address":
    "Muchos lectores de un hogar, una oficina o un proveedor pueden compartir una dirección, y entonces cuentan como uno; un lector cuya dirección cambia se cuenta otra vez.",
  "standing-cache":
    "Un documento que un navegador o la caché de un proveedor guarda y vuelve a mostrar no llega al servidor y no se cuenta.",
  "standing-delivered": "Una petición contada fue servida; si el documento se leyó, no se sabe.",
};
