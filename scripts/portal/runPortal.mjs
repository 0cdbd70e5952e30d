/*
 * Copyright 2026 The Basewell Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { spawn } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { repositoryRoot } from '../toolchain/repositoryRoot.mjs';
import { StepError } from '../toolchain/StepError.mjs';

const READY_WITHIN_MS = 120_000;
const STOP_WITHIN_MS = 10_000;
const TAIL_LINES = 30;

/** The portal as it is in the repository. */
const OWN_HOST = { entry: 'src/index.ts', preload: [], environment: {} };

/**
 * Runs the portal until it is stopped: backend, app and demo forge in one
 * process on one port of this machine; the demo Kubernetes API on another one.
 *
 * @param {object} portal
 * @param {number} portal.port
 * @param {number} portal.kubernetesPort
 * @param {string} portal.logFile
 * @param {{ name: string, config: string }} [portal.estate] another than that of
 *   app-config.yaml; the path of what is different then
 * @param {object} [portal.host] another backend than the repository's
 * @param {string} portal.host.entry in packages/backend
 * @param {readonly string[]} portal.host.preload files that Node loads first
 * @param {Record<string, string>} portal.host.environment
 */
export async function runPortal({
  port,
  kubernetesPort,
  logFile,
  estate,
  host = OWN_HOST,
}) {
  const address = `http://localhost:${port}`;
  const backend = spawnBackend({
    port,
    kubernetesPort,
    address,
    logFile,
    estate,
    host,
  });

  let stopping = false;
  const stop = () => {
    if (!stopping) {
      stopping = true;
      console.log('\n  Stopping …');
      backend.kill('SIGTERM');
      setTimeout(() => backend.kill('SIGKILL'), STOP_WITHIN_MS).unref();
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, stop);
  }
  const ended = new Promise(resolve => {
    backend.once('error', error => resolve(error.message));
    backend.once('exit', (code, signal) => resolve(signal ?? code));
  });

  const outcome = await Promise.race([ended, untilReady(address)]);
  if (outcome === true) {
    console.log(welcome(address, estate));
  } else if (!stopping) {
    stop();
    throw new StepError(
      [
        outcome === false
          ? `The portal did not answer within ${READY_WITHIN_MS / 1000} s.`
          : `The portal ended while it started (${outcome}).`,
        ...tail(logFile),
        `All of its output: ${logFile}`,
        'What to do: npm start -- --reset begins with an empty demo.',
      ].join('\n'),
    );
  }
  const ending = await ended;
  if (!stopping) {
    throw new StepError(
      [
        `The portal ended by itself (${ending}).`,
        ...tail(logFile),
        `All of its output: ${logFile}`,
      ].join('\n'),
    );
  }
}

function spawnBackend({
  port,
  kubernetesPort,
  address,
  logFile,
  estate,
  host,
}) {
  const folder = join(repositoryRoot, 'packages', 'backend');
  const require = createRequire(join(folder, 'package.json'));
  const log = createWriteStream(logFile);
  const child = spawn(
    process.execPath,
    [
      '--require',
      join(repositoryRoot, 'scripts', 'portal', 'endWithParent.cjs'),
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      ...host.preload.flatMap(file => ['--require', file]),
      host.entry,
      '--config',
      '../../app-config.yaml',
      ...(estate ? ['--config', estate.config] : []),
    ],
    {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // A group of its own: Ctrl-C reaches us, and we stop it in order.
      detached: process.platform !== 'win32',
      env: {
        ...process.env,
        NODE_ENV: 'production',
        NODE_OPTIONS: '--no-node-snapshot',
        APP_CONFIG_app_baseUrl: address,
        APP_CONFIG_backend_baseUrl: address,
        APP_CONFIG_backend_listen_port: String(port),
        APP_CONFIG_integrations_gitea: demoForge(address),
        DEMO_KUBERNETES_PORT: String(kubernetesPort),
        ...host.environment,
      },
    },
  );
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  process.on('exit', () => child.kill('SIGKILL'));
  return child;
}

/** The catalog reads its files after the portal answers; nobody should meet it empty. */
async function hasTemplate(address) {
  const ask = (path, init) =>
    fetch(`${address}/api${path}`, {
      ...init,
      signal: AbortSignal.timeout(2_000),
    }).then(
      response => (response.ok ? response.json() : undefined),
      () => undefined,
    );
  const guest = await ask('/auth/guest/refresh', { method: 'POST' });
  const token = guest?.backstageIdentity.token;
  return Boolean(
    token &&
    (await ask('/catalog/entities/by-name/template/default/create-database', {
      headers: { authorization: `Bearer ${token}` },
    })),
  );
}

/** The demo forge is part of the portal, so it moves with its port. */
function demoForge(address) {
  return JSON.stringify([
    {
      host: 'forge.example.test',
      baseUrl: `${address}/demo/forge`,
      username: 'basewell-bot',
      password: 'demo-token-not-a-secret-basewell-bot',
    },
  ]);
}

async function untilReady(address) {
  console.log('  … Starting the portal');
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    const ready = await fetch(`${address}/.backstage/health/v1/readiness`, {
      signal: AbortSignal.timeout(2_000),
    }).catch(() => undefined);
    if (ready?.ok && (await hasTemplate(address))) {
      return true;
    }
    await sleep(300);
  }
  return false;
}

function tail(logFile) {
  return readFileSync(logFile, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(-TAIL_LINES)
    .map(line => `  | ${line}`);
}

function welcome(address, estate) {
  return `
  Basewell is running:  ${address}

  What to try first:
${estate ? firstOfEstate(address, estate) : firstOfDemo(address)}

  Everything is made up and stays on this machine. Ctrl-C stops it; npm start -- --reset starts over.
`;
}

function firstOfDemo(address) {
  return `    1. Enter as Grace, and choose "Create…", then "Create a database".
    2. Pick the service "shop", look at both pull requests before they exist, and create them.
    3. Follow the links into the demo forge, and merge the platform one: ${address}/demo
    4. Open the service "shop", then "Databases": for two minutes the new one comes up.
    5. Look at all the others, and at what is wrong with them: ${address}/databases`;
}

function firstOfEstate(address, { name }) {
  return `    1. Enter as Grace, and look at all databases of the estate ${name}: ${address}/databases
    2. Open one, and read what is known about it, and what is not.
    3. Compare it with examples/estates/${name}/expected.json: each thing, and what is said of it.`;
}
