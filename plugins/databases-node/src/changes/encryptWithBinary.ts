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
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ServiceUnavailableError } from '@backstage/errors';
import { findCreationRule, prove, unsupportedRecipients } from '@basewell/sops';
import { SopsRules } from '../planning/readSopsRules';
import { SecretEncrypter, SecretTree } from './sealPlan';

/** A key service in another region answers within seconds; more is an outage. */
const TIMEOUT_MS = 30_000;

/**
 * Encrypts with a configured sops binary where a rule has recipients that
 * cannot be served in process, such as KMS keys; everything else stays in
 * process.
 *
 * The contract with the binary: plaintext goes to its standard input only; it
 * runs without a shell, in an empty folder that holds nothing but the
 * repository's public `.sops.yaml`, with only the environment variables that
 * the configuration names; its output is proved like our own.
 */
export function encryptWithBinary(options: {
  readonly binary: string;
  readonly environment: readonly string[];
  readonly sopsRules: SopsRules;
  readonly inProcess: SecretEncrypter;
}): SecretEncrypter {
  return async secret => {
    const { path, tree, wholeFile } = secret;
    const { rule } = findCreationRule(options.sopsRules.configs, path);
    if (!unsupportedRecipients(rule).length) {
      return options.inProcess(secret);
    }
    const { config } = rule.origin;
    const folder = await mkdtemp(join(tmpdir(), 'basewell-sops-'));
    const input = secretJson(tree);
    try {
      const configFile = join(folder, '.sops.yaml');
      await writeFile(configFile, options.sopsRules.texts.get(config)!);
      const text = await run(options, folder, input, [
        // A global option: `encrypt` itself does not know it.
        ...['--config', configFile, 'encrypt'],
        ...['--input-type', 'json', '--output-type', 'yaml'],
        ...['--filename-override', relativePath(path, config)],
      ]);
      prove(text, { rule, wholeFile });
      return text;
    } finally {
      input.fill(0);
      await rm(folder, { recursive: true, force: true });
    }
  };
}

/** sops matches `path_regex` against the path below the folder of `.sops.yaml`. */
function relativePath(path: string, config: string): string {
  const folder = dirname(config);
  return folder === '.' ? path : path.slice(folder.length + 1);
}

/** JSON with the values as bytes, so that they never become strings. */
function secretJson(tree: SecretTree): Buffer {
  const parts = jsonParts(tree);
  const all = Buffer.concat(parts);
  parts.forEach(part => part.fill(0));
  return all;
}

function jsonParts(value: unknown): readonly Buffer[] {
  if (value instanceof Uint8Array) {
    return [Buffer.from('"'), escapeJson(value), Buffer.from('"')];
  }
  if (typeof value !== 'object' || value === null) {
    return [Buffer.from(JSON.stringify(value))];
  }
  const isList = Array.isArray(value);
  return [
    Buffer.from(isList ? '[' : '{'),
    ...Object.entries(value).flatMap(([key, item], index) => [
      Buffer.from(index ? ',' : ''),
      Buffer.from(isList ? '' : `${JSON.stringify(key)}:`),
      ...jsonParts(item),
    ]),
    Buffer.from(isList ? ']' : '}'),
  ];
}

function escapeJson(bytes: Uint8Array): Buffer {
  const escaped = Buffer.alloc(bytes.length * 6);
  let length = 0;
  for (const byte of bytes) {
    if (byte < 0x20 || byte === 0x22 || byte === 0x5c) {
      length += escaped.write(
        `\\u${byte.toString(16).padStart(4, '0')}`,
        length,
        'latin1',
      );
    } else {
      escaped[length++] = byte;
    }
  }
  return escaped.subarray(0, length);
}

function run(
  options: {
    readonly binary: string;
    readonly environment: readonly string[];
  },
  cwd: string,
  input: Buffer,
  args: readonly string[],
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(options.binary, args, {
      cwd,
      env: Object.fromEntries(
        options.environment.map(name => [name, process.env[name]]),
      ),
      timeout: TIMEOUT_MS,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const output: Buffer[] = [];
    child.stdout.on('data', chunk => output.push(chunk));
    // What it says on standard error can quote its input: only how it ended is told.
    child.stderr.resume();
    child.stdin.on('error', () => {});
    child.on('error', error =>
      reject(
        new ServiceUnavailableError(
          `The sops binary ${options.binary} could not be started: ${error.message}. Correct databases.sops.binary`,
        ),
      ),
    );
    child.on('close', (code, signal) =>
      code === 0
        ? resolve(Buffer.concat(output).toString('utf8'))
        : reject(
            new ServiceUnavailableError(
              `The sops binary could not encrypt: it ended with ${
                signal ?? `exit code ${code}`
              }. Check that the portal may use every key of the rule, and that databases.sops.environment names the variables sops needs`,
            ),
          ),
    );
    child.stdin.end(input);
  });
}
