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
 * In place of KSOPS, which cannot decrypt shapes: it hands on the files that its
 * generator names, and fails when one is missing. As KSOPS it can be run in two
 * ways: as a function, and as a plugin of the old kind, which gets its generator
 * as a file.
 */
const ksops = `#!${process.execPath}
const { readFileSync } = require('node:fs');
const { parse, stringify } = require(${JSON.stringify(require.resolve('yaml'))});
const [generator] = process.argv.slice(2);
const text = readFileSync(generator ?? 0, 'utf8');
const { files } = generator ? parse(text) : parse(text).functionConfig;
const items = files.map(file => parse(readFileSync(file, 'utf8')));
process.stdout.write(
  generator
    ? items.map(item => stringify(item)).join('---\\n')
    : stringify({
        apiVersion: 'config.kubernetes.io/v1',
        kind: 'ResourceList',
        items,
      }),
);
`;

/** Where kustomize looks for plugins of the old kind, below its configuration. */
const oldPlugin = '.config/kustomize/plugin/viaduct.ai/v1/ksops/ksops';

/** A working tree on disk that the real kustomize builds from. */
export class KustomizeTree {
  readonly #folder: string;

  static async write(tree: Tree): Promise<KustomizeTree> {
    const folder = await mkdtemp(join(tmpdir(), 'basewell-kustomize-'));
    for (const [path, text] of Object.entries({
      ...tree,
      ksops,
      [oldPlugin]: ksops,
    })) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    for (const path of ['ksops', oldPlugin]) {
      await chmod(join(folder, path), 0o755);
    }
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
          XDG_CONFIG_HOME: join(this.#folder, '.config'),
        },
      },
    );
    return readYaml(stdout) as readonly KubernetesObject[];
  }

  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}
