import {akamai} from "./cdns/akamai.ts";
import {alibaba} from "./cdns/alibaba.ts";
import {bunny} from "./cdns/bunny.ts";
import {cloudflare} from "./cdns/cloudflare.ts";
import {cloudfront} from "./cdns/cloudfront.ts";
import {cloudfrontJson} from "./cdns/cloudfront-json.ts";
import {cloudfrontRealtime} from "./cdns/cloudfront-realtime.ts";
import {fastly} from "./cdns/fastly.ts";
import {fastlyJson} from "./cdns/fastly-json.ts";
import {awsAlb} from "./clouds/aws-alb.ts";
import {awsElb} from "./clouds/aws-elb.ts";
import {awsS3} from "./clouds/aws-s3.ts";
import {azureAppService} from "./clouds/azure-app-service.ts";
import {azureApplicationGateway} from "./clouds/azure-application-gateway.ts";
import {azureFrontDoor} from "./clouds/azure-front-door.ts";
import {googleHttp} from "./clouds/google-http.ts";
import {googleStorage} from "./clouds/google-storage.ts";
import {netlify} from "./clouds/netlify.ts";
import {vercel} from "./clouds/vercel.ts";
import type {LogFormat} from "./describe.ts";
import {caddy} from "./servers/caddy.ts";
import {combined} from "./servers/combined.ts";
import {combinedVhost} from "./servers/combined-vhost.ts";
import {common} from "./servers/common.ts";
import {commonVhost} from "./servers/common-vhost.ts";
import {envoy} from "./servers/envoy.ts";
import {haproxy} from "./servers/haproxy.ts";
import {icecast} from "./servers/icecast.ts";
import {istio} from "./servers/istio.ts";
import {lighttpd} from "./servers/lighttpd.ts";
import {ltsv} from "./servers/ltsv.ts";
import {nginxIngress} from "./servers/nginx-ingress.ts";
import {nginxJson} from "./servers/nginx-json.ts";
import {nginxMain} from "./servers/nginx-main.ts";
import {nginxProxyManager} from "./servers/nginx-proxy-manager.ts";
import {nginxProxyManagerStandard} from "./servers/nginx-proxy-manager-standard.ts";
import {squid} from "./servers/squid.ts";
import {traefikClf} from "./servers/traefik-clf.ts";
import {traefikJson} from "./servers/traefik-json.ts";
import {uwsgi} from "./servers/uwsgi.ts";
import {varnish} from "./servers/varnish.ts";
import {w3c} from "./servers/w3c.ts";

/** Every log format that is known by name. Where several fit a line alike, the first is meant. */
export const allFormats: readonly LogFormat[] = [
  nginxMain,
  combinedVhost,
  combined,
  commonVhost,
  common,
  nginxIngress,
  traefikClf,
  varnish,
  icecast,
  fastly,
  lighttpd,
  nginxProxyManager,
  nginxProxyManagerStandard,
  haproxy,
  envoy,
  istio,
  uwsgi,
  awsAlb,
  awsElb,
  awsS3,
  squid,
  w3c,
  cloudfront,
  cloudfrontRealtime,
  bunny,
  alibaba,
  ltsv,
  googleStorage,
  caddy,
  traefikJson,
  cloudflare,
  cloudfrontJson,
  fastlyJson,
  akamai,
  googleHttp,
  azureFrontDoor,
  azureApplicationGateway,
  azureAppService,
  vercel,
  netlify,
  nginxJson,
];

/** The format that is called so; undefined where none is. */
export function formatCalled(name: string): LogFormat | undefined {
  return allFormats.find((format) => format.name === name);
}

/** Is it the column or the label in which lines of the format name the connection's other end? */
export function isClientField(format: string, name: string): boolean {
  const lines = formatCalled(format)?.lines;
  if (lines?.kind === "columns") return lines.options.fieldByName?.[name] === "client";
  return lines?.kind === "labels" && lines.options.fieldByLabel[name] === "client";
}
