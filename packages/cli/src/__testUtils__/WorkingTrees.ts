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

import { execFile, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { RepositoryRole } from '@basewell/plugin-databases-common';
import { buildSync } from 'esbuild';

const execute = promisify(execFile);
const root = resolve(__dirname, '../../../..');

/** The example repositories, requests and keys. */
export const canon = join(root, 'examples/canon');

let bundle: string | undefined;

/**
 * The command as one file, made from its sources as scripts/databases.mjs does.
 */
export function commandBundle(): string {
  bundle ??= bundleSources();
  return bundle;
}

function bundleSources(): string {
  const outfile = join(
    ...[root, 'node_modules/.cache/basewell'],
    `databases-in-test-${process.env.JEST_WORKER_ID}.cjs`,
  );
  buildSync({
    entryPoints: [join(root, 'packages/cli/src/index.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'warning',
  });
  return outfile;
}

/** How a run of the command ended. */
export interface CommandRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The canon's two repositories. */
const canonTrees: { readonly [role in RepositoryRole]: string } = {
  platform: join(canon, 'platform'),
  app: join(canon, 'web-core'),
};

/** Copies of two repositories, each a git working tree with one commit. */
export class WorkingTrees {
  readonly folder: string;
  readonly platform: string;
  readonly app: string;

  private constructor(folder: string) {
    this.folder = folder;
    this.platform = join(folder, 'platform');
    this.app = join(folder, 'web-core');
  }

  /** @param from - folders; the canon's when left out */
  static async create(from = canonTrees): Promise<WorkingTrees> {
    const trees = new WorkingTrees(
      await mkdtemp(join(tmpdir(), 'basewell-trees-')),
    );
    for (const role of ['platform', 'app'] as const) {
      await cp(from[role], trees[role], { recursive: true });
      await trees.git(role, 'init', '--quiet', '--initial-branch=main');
      await trees.commit(role);
    }
    return trees;
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Writes a file beside the trees, or into one; its path. */
  async write(path: string, content: string): Promise<string> {
    const file = join(this.folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
    return file;
  }

  async commit(role: RepositoryRole): Promise<void> {
    await this.git(role, 'add', '--all');
    await this.git(
      role,
      ...['-c', 'user.name=Test', '-c', 'user.email=test@example.test'],
      ...['commit', '--quiet', '--message', 'A state'],
    );
  }

  /** Paths that differ from the last commit, sorted. */
  async changed(role: RepositoryRole): Promise<readonly string[]> {
    const status = await this.git(
      role,
      ...['status', '--porcelain', '-z', '--untracked-files=all'],
    );
    return status
      .split('\0')
      .filter(Boolean)
      .map(entry => entry.slice(3))
      .sort();
  }

  /** `databases plan` over the two trees, with the canon's target. */
  plan(
    request: string,
    flags: readonly string[] = [],
    environment: NodeJS.ProcessEnv = {},
  ): Promise<CommandRun> {
    return runDatabases(
      [
        ...['plan', '--request', request],
        ...['--platform', this.platform, '--app', this.app],
        ...(flags.includes('--config')
          ? []
          : ['--config', join(canon, 'target.yaml')]),
        ...flags,
      ],
      { environment },
    );
  }

  async git(role: RepositoryRole, ...args: readonly string[]): Promise<string> {
    const { stdout } = await execute('git', args, {
      cwd: this[role],
      env: {
        ...process.env,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_NOSYSTEM: '1',
      },
    });
    return stdout;
  }
}

/** Runs the command in a process of its own. */
export async function runDatabases(
  args: readonly string[],
  options: {
    readonly environment?: NodeJS.ProcessEnv;
    readonly input?: string;
    /** Whether nobody reads what it prints. */
    readonly closeOutput?: boolean;
  } = {},
): Promise<CommandRun> {
  const { environment, input = '', closeOutput } = options;
  const child = spawn(process.execPath, [commandBundle(), ...args], {
    env: { ...process.env, ...environment },
  });
  child.stdin.end(input);
  if (closeOutput) {
    child.stdout.destroy();
  }
  const [stdout, stderr, exitCode] = await Promise.all([
    closeOutput ? [] : child.stdout.setEncoding('utf8').toArray(),
    child.stderr.setEncoding('utf8').toArray(),
    new Promise<number | null>(ended => child.on('close', ended)),
  ]);
  return { exitCode, stdout: stdout.join(''), stderr: stderr.join('') };
}
