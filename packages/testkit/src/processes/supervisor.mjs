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

/**
 * The process that holds a test's servers and outlives the test by a moment.
 *
 * Its stdin is a pipe from the test process. The kernel closes it however that
 * process ends, SIGKILL included; then every server is killed with all of its
 * children and the temporary folder is removed.
 *
 * Both directions are one JSON object per line.
 *   in   {"id": 1, "start": {"name", "command", "args", "cwd", "env", "uid", "gid"}}
 *        {"id": 2, "kill": {"name", "signal"}}
 *   out  {"folder": "…"}                       once, first
 *        {"id": 1} | {"id": 1, "error": "…"}   answers
 *        {"ended": "name", "code", "signal"}   whenever a server ends
 */
import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const folder = mkdtempSync(join(tmpdir(), 'basewell-'));
const running = new Map();

function say(message) {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

function start({ name, command, args, cwd, env, uid, gid }) {
  const log = openSync(join(folder, `${name}.log`), 'a');
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      uid,
      gid,
      stdio: ['ignore', log, log],
      // A process group of its own, so that it can be killed with its children.
      detached: true,
    });
    closeSync(log);
    child.on('error', reject);
    child.on('spawn', () => {
      running.set(name, child);
      resolve();
    });
    child.on('exit', (code, signal) => {
      if (running.get(name) === child) {
        running.delete(name);
      }
      say({ ended: name, code, signal });
    });
  });
}

function kill(name, signal) {
  const child = running.get(name);
  if (!child) {
    return Promise.resolve();
  }
  return new Promise(resolve => {
    child.once('exit', resolve);
    process.kill(-child.pid, signal);
  });
}

async function finish() {
  await Promise.all([...running.keys()].map(name => kill(name, 'SIGKILL')));
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.exit();
}

async function obey(line) {
  const { id, start: program, kill: victim } = JSON.parse(line);
  try {
    await (program ? start(program) : kill(victim.name, victim.signal));
    say({ id });
  } catch (error) {
    say({ id, error: error.message });
  }
}

// When the test process is gone, nobody reads what we say.
process.stdout.on('error', () => {});
process.on('SIGTERM', finish);
createInterface({ input: process.stdin }).on('line', obey).on('close', finish);
say({ folder });
