import type {tables as english} from "../en/tables.ts";
import type {Translated} from "../translated.ts";
import {counted} from "./counted.ts";

/** The tables behind the figures from logs. */
export const tables: Translated<typeof english> = {
  "table.departments": "Secciones",
  "table.languages": "Idiomas",
  "table.top-documents": "Documentos más leídos",
  "table.top-documents:NAME": "Documentos más leídos: {name}",
  "table.countries": "Países",
  "table.cities": "Ciudades",
  "table.referrers": "De dónde llegaron los lectores",
  "table.robots": "Lo que se llevaron los robots, por nombre",
  "table.robots:kinds": "Lo que se llevaron los robots, por tipo",
  "table.ai-agents": "Agentes de IA",
  "table.hours": "Horas del día",
  "table.weekdays": "Días de la semana",
  "table.missing-documents": "Documentos que faltan",
  "table-unmatched": "En ninguna sección",
  "column.documents": "Documentos",
  "column.readers": "Usuarios",
  "column.requests": "Peticiones",
  "column.megabytes": "Megabytes",
  "column.sharePercent-of-files": "Parte de los documentos",
  "column.sharePercent-of-requests": "De todas las peticiones",
  "column.bytesSharePercent": "De todos los bytes",
  "head-department": "Sección",
  "head-language": "Idioma",
  "head-document": "Documento",
  "head-country": "País",
  "head-city": "Ciudad",
  "head-site": "Sitio",
  "head-kind": "Tipo",
  "head-robot": "Robot",
  "head-agent": "Agente",
  "head-hour": "Hora",
  "head-day": "Día",
  "head-path": "Ruta",
  "departments-means": "Peticiones contadas según la parte del sitio a la que iban, tal como la divide el editor.",
  "languages-means": "Peticiones contadas según el idioma que el editor da a la parte del sitio a la que iban.",
  "top-documents-means":
    "Peticiones contadas por documento. Las rutas que llevan al mismo documento son una, y un documento que cambió de lugar conserva su historia.",
  "countries-means":
    "Peticiones contadas según el país en que está registrada la dirección del lector. Quien lee a través de la red de una empresa o de un intermediario puede estar en otra parte.",
  "cities-means":
    "Peticiones contadas según la ciudad en que se supone la dirección del lector: una estimación que a menudo se desvía bastante.",
  "referrers-means":
    "Peticiones contadas según el sitio cuyo enlace se siguió, hasta donde los navegadores lo dicen. No se cuentan los enlaces entre páginas de la propia publicación.",
  "robots-means":
    "Todo lo que pidieron los robots, también gráficos y documentos que faltan, como parte de todo lo que se sirvió a cualquiera. Nada de ello está en las cifras de los lectores.",
  "ai-agents-means":
    "Lo que pidieron los agentes de las empresas de IA: para entrenar modelos, para construir un índice o porque una persona hizo una pregunta. Figuran al lado de los lectores, nunca entre ellos.",
  "hours-means": "Peticiones contadas según la hora, en el reloj de la publicación, en que se respondieron.",
  "weekdays-means": "Peticiones contadas según el día de la semana. Un período no tiene el mismo número de cada uno.",
  "missing-documents-means":
    "Peticiones respondidas con 404 que todas las demás reglas habrían contado: lo que los lectores pidieron en vano. Ninguna está en otra cifra.",
  "unmatched-means": "Documentos que no encajan en ningún prefijo de la tabla de secciones.",
  others: "Otros",
  "not-known": "Se desconoce",
  "in-no-department": "En ninguna sección",
  "no-language-given": "Sin idioma indicado",
  "no-site-named": "Sin sitio indicado",
  "robot-in-network": "En una red de robots",
  "robot-asked-for-robots-txt": "Pidió /robots.txt",
  "robot-unnamed": "sin nombre",
  "robot-without-agent": "sin agente indicado",
  "places-looked-up": "Consultado en {sources} cuando se leyeron los registros; los nombres de equipo no se consultan.",
  "path-and-files": `{path} (${counted("files", "documento", "documentos")})`,
  "unmatched-most-read": "Lo más leído en ninguna sección: {paths}. Todo: {command}.",
  "own-sites-unknown": "No se conoce ningún sitio propio de la publicación.",
  "own-sites-given": "Páginas propias: {sites}.",
  "own-sites-found":
    "Páginas propias: {sites} (deducido de los gráficos que los navegadores pidieron para sus páginas; indique las suyas en {setting}).",
  "referrer-spam-left-out": `Excluido: ${counted("count", "petición contada", "peticiones contadas")} con una procedencia que se sabe inventada para hacerse ver.`,
  "others-are-few":
    "Los otros no se indican: ellos, o lo que otras cifras dejan de ellos, son menos de {smallest, number} usuarios.",
  "rows-among-others":
    "Entre los otros {count, plural, one {está # fila que es lo bastante grande} other {están # filas que son lo bastante grandes}}: junto a otras cifras de este informe, más señalaría a menos de {smallest, number} usuarios.",
  "referrer-spam-few":
    "También se excluyen las peticiones con una referencia que se sabe inventada para ser vista. Cuántas no se indica, para no señalar a nadie.",
};
