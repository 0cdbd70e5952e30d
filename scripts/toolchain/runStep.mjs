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
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cacheFolder.mjs';
import { StepError } from './StepError.mjs';

const TAIL_LINES = 40;

/** Every second on a terminal, where the line is rewritten; rarely in a log. */
const HEARTBEAT = { terminal: 1_000, log: 20_000 };

/**
 * Runs one command as a named step. Its output goes to a log file; the person
 * sees the name, the time and the last line while it runs, and on failure the
 * tail of the output and the remedy. All of this goes to standard error: what
 * comes after a step may print data.
 *
 * @param {object} step
 * @param {string} step.title what is done, as in "Installing packages"
 * @param {string} step.command
 * @param {readonly string[]} step.args
 * @param {string} step.remedy what to do when it fails
 * @param {string} [step.cwd]
 * @param {NodeJS.ProcessEnv} [step.env]
 * @param {boolean} [step.shell]
 * @returns {Promise<{ seconds: number; output: string }>}
 */
export async function runStep(step) {
  const { title, command, args, cwd, env = process.env, shell = false } = step;
  const started = Date.now();
  const log = openLog(title);
  const progress = startProgress(title, started);

  let output = '';
  const ending = await new Promise(resolve => {
    const child = spawn(command, args, {
      cwd,
      env,
      shell,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', text => {
        output += text;
        log.stream.write(text);
        progress.show(text);
      });
    }
    child.on('error', error => resolve(error.message));
    child.on('close', (code, signal) =>
      resolve(code === 0 ? undefined : (signal ?? `exit code ${code}`)),
    );
  });

  await new Promise(resolve => {
    log.stream.end(resolve);
  });
  const seconds = (Date.now() - started) / 1000;
  progress.end(ending === undefined);
  if (ending !== undefined) {
    const tail = output.trimEnd().split('\n').slice(-TAIL_LINES);
    throw new StepError(
      [
        `${title} failed (${ending}).`,
        ...tail.map(line => `  | ${line}`),
        `All of its output: ${log.path}`,
        `What to do: ${step.remedy}`,
      ].join('\n'),
    );
  }
  return { seconds, output };
}

function openLog(title) {
  const folder = join(cacheFolder(), 'logs');
  mkdirSync(folder, { recursive: true });
  const name = title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const path = join(folder, `${name}.log`);
  return { path, stream: createWriteStream(path) };
}

function startProgress(title, started) {
  const { stderr } = process;
  const terminal = stderr.isTTY === true;
  let lastLine = '';
  const elapsed = () => `${Math.round((Date.now() - started) / 1000)} s`;
  const beat = () => {
    const line = `  … ${title}, ${elapsed()}  ${lastLine}`;
    if (terminal) {
      stderr.write(`\r\u001b[K${line.slice(0, stderr.columns - 1)}`);
    } else {
      stderr.write(`${line}\n`);
    }
  };
  if (terminal) {
    beat();
  } else {
    stderr.write(`  … ${title}\n`);
  }
  const timer = setInterval(
    beat,
    terminal ? HEARTBEAT.terminal : HEARTBEAT.log,
  );
  return {
    show(text) {
      lastLine = text.trimEnd().split('\n').at(-1) || lastLine;
    },
    end(succeeded) {
      clearInterval(timer);
      if (terminal) {
        stderr.write('\r\u001b[K');
      }
      stderr.write(`  ${succeeded ? '✔' : '✖'} ${title} (${elapsed()})\n`);
    },
  };
}
