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

import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { repositoryRoot } from '../toolchain/repositoryRoot.mjs';

/** Installing, building and starting on two slow cores with empty caches. */
const READY_WITHIN_MS = 20 * 60_000;
const STOPPED_WITHIN_MS = 20_000;
/** The first lists of the Kubernetes clusters, and to be sure that one is down. */
const SEEN_WITHIN_MS = 60_000;
/** Of examples/estate, as the guest sees it. */
const MIN_DATABASES = 14;
const MIN_STATES = 8;

/**
 * What a person does first: clone, `npm start`, ask for a database, look at the
 * two pull requests and at the fleet, Ctrl-C. Over the commit that is checked out.
 *
 * @returns {Promise<import('./tallyReport.mjs').Tally>}
 */
export async function runSmokeTest() {
  const folder = mkdtempSync(join(tmpdir(), 'basewell-smoke-'));
  const tally = { passed: 0, failed: 0, skipped: 0 };
  let portal;
  try {
    await step('clones into an empty folder', async () => {
      execFileSync('git', ['clone', '--quiet', repositoryRoot, folder]);
    });
    await step('npm start prints an address that answers', async () => {
      portal = await startPortal(folder);
      const page = await fetch(portal.address);
      expect(page.ok, `${portal.address} answers ${page.status}`);
    });
    await step('a developer may not create production', async () => {
      const { status, output } = await createDatabase(portal.address, {
        environment: 'prod',
        production: true,
      });
      expect(status === 'failed' && !output, `the task is ${status}`);
    });
    await step('the template opens two pull requests', async () => {
      const { output } = await createDatabase(portal.address, {
        environment: 'dev',
        production: false,
      });
      const urls = (output?.pullRequests ?? []).map(({ url }) => url);
      expect(urls.length === 2, `there are ${urls.length} pull requests`);
      for (const url of urls) {
        const page = await fetch(url);
        expect(page.ok, `${url} answers ${page.status}`);
      }
    });
    await step(
      'the fleet shows databases, and what cannot be seen',
      async () => {
        const token = await guestToken(portal.address);
        const fleet = await readFleet(portal.address, token);
        const { counts, gaps, total } = fleet;
        expect(total >= MIN_DATABASES, `there are ${total} databases`);
        const states = ['health', 'backup'].flatMap(lane =>
          Object.keys(counts[lane] ?? {}),
        );
        expect(states.length >= MIN_STATES, `the states are ${states}`);
        expect(
          gaps.some(
            ({ kubernetesCluster, state }) =>
              kubernetesCluster === 'legacy' && state === 'unreachable',
          ),
          `nothing is said of "legacy": ${JSON.stringify(gaps)}`,
        );
      },
    );
    await step('Ctrl-C leaves no process and no port', async () => {
      const before = processesOf(folder);
      expect(before.length > 0, 'no process runs in the clone');
      process.kill(-portal.child.pid, 'SIGINT');
      await Promise.race([portal.ended, sleep(STOPPED_WITHIN_MS)]);
      const left = processesOf(folder);
      expect(left.length === 0, `still running: ${left.join(', ')}`);
      const answer = await fetch(portal.address).catch(() => undefined);
      expect(answer === undefined, `${portal.address} still answers`);
    });
  } finally {
    if (portal) {
      endGroup(portal.child.pid);
    }
    rmSync(folder, { recursive: true, force: true });
  }
  return tally;

  async function step(name, run) {
    if (tally.failed) {
      return;
    }
    const started = Date.now();
    try {
      await run();
      tally.passed++;
      const seconds = Math.round((Date.now() - started) / 1000);
      console.log(`  ✓ ${name} (${seconds} s)`);
    } catch (error) {
      tally.failed++;
      console.log(`  ✕ ${name}: ${error.stack}`);
    }
  }
}

/** A group of its own, as a terminal gives it, so that Ctrl-C can be sent to all of it. */
function startPortal(folder) {
  const child = spawn('npm', ['start'], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise(resolve => {
    child.once('exit', resolve);
  });
  return new Promise((resolve, reject) => {
    let output = '';
    const timeout = setTimeout(
      () => reject(new Error(`npm start is not ready:\n${output}`)),
      READY_WITHIN_MS,
    );
    const read = chunk => {
      output += chunk;
      const address = /is running:\s+(http:\S+)/.exec(output)?.[1];
      if (address) {
        clearTimeout(timeout);
        resolve({ child, ended, address });
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', code => {
      clearTimeout(timeout);
      reject(new Error(`npm start ended with ${code}:\n${output}`));
    });
  });
}

/** Runs the template to its end, as the guest. */
async function createDatabase(address, { environment, production }) {
  const token = await guestToken(address);
  const { id } = await call(
    `${address}/api/scaffolder/v2/tasks`,
    {
      templateRef: 'template:default/create-database',
      values: {
        service: 'component:default/shop',
        target: 'storefront',
        name: 'shop',
        version: '17',
        environments: [{ name: environment, size: 'small' }],
        review: { production },
      },
    },
    token,
  );
  for (let attempt = 0; attempt < 120; attempt++) {
    const events = await call(
      `${address}/api/scaffolder/v2/tasks/${id}/events`,
      undefined,
      token,
    );
    const end = events.find(({ type }) => type === 'completion');
    if (end) {
      const { status } = await call(
        `${address}/api/scaffolder/v2/tasks/${id}`,
        undefined,
        token,
      );
      return { status, output: end.body.output };
    }
    await sleep(500);
  }
  throw new Error(`The task ${id} does not end`);
}

async function guestToken(address) {
  const guest = await call(`${address}/api/auth/guest/refresh`, {});
  return guest.backstageIdentity.token;
}

/** Waits until everything was looked at once. */
async function readFleet(address, token) {
  const deadline = Date.now() + SEEN_WITHIN_MS;
  for (;;) {
    const fleet = await call(
      `${address}/api/databases/databases`,
      undefined,
      token,
    );
    const syncing = fleet.gaps.some(({ state }) => state === 'syncing');
    if (Date.now() > deadline || (!syncing && fleet.total > 0)) {
      return fleet;
    }
    await sleep(500);
  }
}

async function call(url, body, token) {
  const response = await fetch(url, {
    method: body ? 'POST' : 'GET',
    headers: {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: body && JSON.stringify(body),
  });
  if (!response.ok) {
    throw new Error(`${url}: ${response.status} ${await response.text()}`);
  }
  return response.json();
}

/** Whatever is left of a start that did not end as it should. */
function endGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') {
      throw error;
    }
  }
}

/** Processes whose command names the clone, or that run in it. */
function processesOf(folder) {
  const list = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' });
  return list
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
    .filter(
      line =>
        line.includes(folder) ||
        workingFolder(line.split(' ')[0])?.startsWith(folder),
    );
}

/** Only Linux tells. */
function workingFolder(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function expect(holds, problem) {
  if (!holds) {
    throw new Error(problem);
  }
}
