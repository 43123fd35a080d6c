import type {measures as english} from "../en/measures.ts";
import type {Translated} from "../translated.ts";

/** The measures from logs: labels, what they mean, and why one has no value. */
export const measures: Translated<typeof english> = {
  "measure.readers": "Usuarios únicos",
  "measure.megabytes-per-day": "Megabytes por día",
  "measure.documents-per-day": "Documentos por día",
  "measure.different-documents": "Documentos distintos",
  "measure.documents-per-reader": "Documentos por usuario",
  "measure.returning-readers-percent": "Usuarios de varios meses",
  "measure.section-readers:NAME": "Usuarios de {name}",
  "measure.sent-to:NAME": "Usuarios enviados a {name}",
  "measure.total-item-requests": "Peticiones de ítems, total",
  "measure.unique-item-requests": "Peticiones de ítems únicos",
  "measure.sessions": "Sesiones",
  "measure.pageviews": "Páginas vistas",
  "measure.daily-visitors": "Visitantes, día a día",
  "measure.hits": "Accesos",
  "measure.static-hits": "Peticiones de archivos estáticos",
  "readers-means":
    "Clientes distintos con al menos una petición contada. Un cliente es una dirección IPv4, un nombre de equipo o {bits, select, 128 {una dirección IPv6} other {el /{bits} de una dirección IPv6}}. {agents, select, told {Dos agentes en una dirección son dos clientes. } other {}}Un mes es un conjunto, y el período también: el cliente que vino diez días, o todos los meses, es uno solo.",
  "megabytes-per-day-means":
    "Bytes de las peticiones contadas, tal como los anotó el servidor, divididos entre los días cubiertos. Un megabyte son 1.000.000 de bytes.",
  "documents-per-day-means": "Peticiones contadas, divididas entre los días cubiertos.",
  "different-documents-means":
    "Rutas distintas entre las peticiones contadas, sin consulta ni fragmento. Varias barras seguidas valen por una, e /index.html es el mismo documento que /.",
  "documents-per-reader-means":
    "Peticiones contadas, divididas entre los usuarios únicos: un promedio que unos pocos lectores asiduos elevan.",
  "returning-readers-percent-means":
    "Usuarios únicos del período que vinieron en más de uno de sus meses. A un lector cuya dirección cambia no se le reconoce, de modo que la proporción real es mayor.",
  "section-readers-means": "Clientes distintos con al menos una petición contada bajo {paths}.",
  "sent-to-means":
    "Clientes distintos que pidieron {paths} y recibieron respuesta o fueron redirigidos. Un cliente es uno por muchas veces que fuera, y no se sabe si llegó.",
  "total-item-requests-means":
    "Peticiones contadas, descontados los dobles clics. COUNTER lo llama Total_Item_Requests.",
  "unique-item-requests-means":
    "Ítems distintos pedidos dentro de una sesión, sumados sobre las sesiones. Los formatos de un documento son un solo ítem. COUNTER lo llama Unique_Item_Requests.",
  "sessions-means":
    "Horas distintas del reloj en que un usuario tuvo una petición contada, sumadas sobre usuarios y días: lo que COUNTER toma por sesión donde no se anota ninguna.",
  "pageviews-means": "Peticiones contadas: páginas servidas a agentes que no se declaran arañas.",
  "daily-visitors-means":
    "Pares distintos de dirección y agente en cada día, sumados sobre los días: quien viene diez días son diez. GoAccess lo llama Unique Visitors.",
  "hits-means": "Todas las peticiones, fuera cual fuera su resultado. GoAccess lo llama Valid Requests.",
  "static-hits-means":
    "Peticiones, salvo las no encontradas, de rutas que acaban en una de las extensiones de archivos estáticos de GoAccess: imágenes, estilos, guiones y archivos para descargar como pdf, txt y zip.",
  "not-recorded": "sin registrar",
  "no-byte-count": "sin registrar: este formato no anota los bytes",
  "clients-not-named": "sin registrar: estos registros no nombran a los clientes",
  "asked-of-period": "se mide en el período entero, no en un mes",
  "no-logs-for-month": "no hay registros de este mes",
  "no-logs-for-period": "no hay registros de este período",
  "a-month-was-reported": "sin calcular: uno de sus meses se tomó de un informe y no se midió",
  "no-counted-request": "ninguna petición contada",
  "fewer-readers": "menos de {smallest, number} usuarios; tan pocos no se indican, para no señalar a nadie",
  "beside-others-fewer-readers": "no se indica: junto a otra cifra señalaría a menos de {smallest, number} usuarios",
};
