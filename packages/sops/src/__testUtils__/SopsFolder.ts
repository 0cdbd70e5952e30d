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

import { execFile } from 'node:child_process';
import {
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { binaries } from '@basewell/testkit';

/** What sops wrote, and whether it was content. */
interface SopsResult {
  readonly succeeded: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * A temporary folder in which the real sops runs, with nothing of the
 * environment but what is given.
 */
export class SopsFolder {
  private readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'sops-')));
  private count = 0;

  constructor(private readonly env: Readonly<Record<string, string>> = {}) {}

  /** @returns the absolute path, for commands and settings */
  write(name: string, text: string, mode?: number): string {
    const path = join(this.path, name);
    writeFileSync(path, text, { mode });
    return path;
  }

  read(name: string): string {
    return readFileSync(join(this.path, name), 'utf8');
  }

  /** Never rejects: tests look at `succeeded`. */
  run(
    args: readonly string[],
    env: Readonly<Record<string, string>> = this.env,
  ): Promise<SopsResult> {
    return new Promise(resolve => {
      execFile(
        binaries.sops,
        args,
        {
          cwd: this.path,
          env: { HOME: this.path, ...env },
          maxBuffer: 2 ** 26,
        },
        (error, stdout, stderr) =>
          resolve({ succeeded: error === null, stdout, stderr }),
      );
    });
  }

  /** Runs a command that ends with a file of this text. */
  async runOn(
    text: string,
    args: readonly string[],
    options: {
      readonly extension?: 'yaml' | 'json';
      readonly env?: Readonly<Record<string, string>>;
    } = {},
  ): Promise<SopsResult> {
    const { extension = 'yaml', env } = options;
    this.count += 1;
    const name = `file-${this.count}.${extension}`;
    this.write(name, text);
    return this.run([...args, name], env);
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}
