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
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { binaries, KubernetesObject } from '@basewell/testkit';
import { readYaml } from '../yaml';
import { Tree } from './TreeSource';

/**
 * In place of KSOPS, which cannot decrypt shapes: a kustomize function that
 * hands on the files that its generator names, and fails when one is missing.
 */
const ksops = `#!${process.execPath}
const { readFileSync } = require('node:fs');
const { parse, stringify } = require(${JSON.stringify(require.resolve('yaml'))});
const { functionConfig } = parse(readFileSync(0, 'utf8'));
const items = functionConfig.files.map(file => parse(readFileSync(file, 'utf8')));
process.stdout.write(
  stringify({
    apiVersion: 'config.kubernetes.io/v1',
    kind: 'ResourceList',
    items,
  }),
);
`;

/** A working tree on disk that the real kustomize builds from. */
export class KustomizeTree {
  readonly #folder: string;

  static async write(tree: Tree): Promise<KustomizeTree> {
    const folder = await mkdtemp(join(tmpdir(), 'basewell-kustomize-'));
    for (const [path, text] of Object.entries({ ...tree, ksops })) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    await chmod(join(folder, 'ksops'), 0o755);
    return new KustomizeTree(folder);
  }

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** The objects of a folder. */
  async build(path: string): Promise<readonly KubernetesObject[]> {
    const { stdout } = await promisify(execFile)(
      binaries.kustomize,
      ['build', '--enable-alpha-plugins', '--enable-exec', path],
      {
        cwd: this.#folder,
        env: {
          ...process.env,
          PATH: [this.#folder, process.env.PATH].join(delimiter),
        },
      },
    );
    return readYaml(stdout) as readonly KubernetesObject[];
  }

  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}
