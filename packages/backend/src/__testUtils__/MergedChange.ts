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

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  binaries,
  GiteaServer,
  KubernetesApi,
  KubernetesObject,
} from '@basewell/testkit';
import { parseAllDocuments } from 'yaml';

/** A pull request that was merged, with a checkout of what came of it. */
export class MergedChange {
  readonly folder: string;
  /** Files that it created or changed. */
  readonly paths: readonly string[];
  readonly #before: string;

  private constructor(
    folder: string,
    paths: readonly string[],
    before: string,
  ) {
    this.folder = folder;
    this.paths = paths;
    this.#before = before;
  }

  /** Merges by the API, as a person would; a draft is made ready first. */
  static async merge(
    gitea: GiteaServer,
    pull: { readonly repo: string; readonly number: number },
    token: string,
  ): Promise<MergedChange> {
    const path = `/repos/${pull.repo}/pulls/${pull.number}`;
    const { title, base } = await gitea.api(path);
    await gitea.api(path, {
      method: 'PATCH',
      body: JSON.stringify({ title: title.replace(/^WIP: /, '') }),
    });
    const files: any[] = await gitea.api(`${path}/files?limit=100`);
    await gitea.api(`${path}/merge`, {
      method: 'POST',
      body: JSON.stringify({ Do: 'merge' }),
    });
    const folder = await mkdtemp(join(tmpdir(), 'basewell-merged-'));
    const url = new URL(`${gitea.url}/${pull.repo}.git`);
    url.username = 'platform';
    url.password = token;
    execFileSync('git', ['clone', '--quiet', url.toString(), folder]);
    return new MergedChange(
      folder,
      files.map(({ filename }) => filename),
      base.sha,
    );
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Secrets that it created, by the real sops. */
  decrypt(keyFile: string): readonly KubernetesObject[] {
    return this.paths
      .filter(path => this.read(path).includes('ENC[AES256_GCM'))
      .flatMap(path => {
        const clear = execFileSync(
          binaries.sops,
          ['decrypt', join(this.folder, path)],
          { env: { SOPS_AGE_KEY_FILE: keyFile }, encoding: 'utf8' },
        );
        return objectsIn(clear);
      });
  }

  /** Plain manifests that it created or changed. */
  get manifests(): readonly KubernetesObject[] {
    return this.paths
      .map(path => this.read(path))
      .filter(text => !text.includes('ENC[AES256_GCM'))
      .flatMap(objectsIn)
      .filter(({ kind, metadata }) => kind !== 'ksops' && metadata?.name);
  }

  /** Objects of every kustomization that it touched, as kustomize and KSOPS build them. */
  async build(keyFile: string): Promise<readonly KubernetesObject[]> {
    const bin = await mkdtemp(join(tmpdir(), 'basewell-bin-'));
    await writeFile(
      join(bin, 'ksops'),
      `#!/bin/sh\nexec '${process.execPath}' '${join(__dirname, 'ksops.cjs')}'\n`,
      { mode: 0o755 },
    );
    const folders = [...new Set(this.paths.map(dirname))]
      .map(folder => join(this.folder, folder))
      .filter(folder => existsSync(join(folder, 'kustomization.yaml')));
    const objects = folders.flatMap(folder =>
      objectsIn(
        execFileSync(
          binaries.kustomize,
          ['build', '--enable-alpha-plugins', '--enable-exec', folder],
          {
            encoding: 'utf8',
            env: {
              PATH: `${bin}:${process.env.PATH}`,
              BASEWELL_SOPS: binaries.sops,
              SOPS_AGE_KEY_FILE: keyFile,
            },
          },
        ),
      ),
    );
    await rm(bin, { recursive: true });
    return objects;
  }

  /** Added and removed lines of a file. */
  changedLines(path: string): readonly string[] {
    return execFileSync(
      'git',
      ['-C', this.folder, 'diff', '--unified=0', this.#before, '--', path],
      { encoding: 'utf8' },
    )
      .split('\n')
      .filter(line => /^[-+](?![-+]{2} )/.test(line));
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }
}

/** Applies everything for a try, strictly; namespaces really, for what they hold. */
export async function expectAccepted(
  { client }: KubernetesApi,
  objects: readonly KubernetesObject[],
) {
  const namespaces = new Set(
    objects.flatMap(({ metadata }) => metadata.namespace ?? []),
  );
  for (const name of namespaces) {
    await client.apply({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name },
    });
  }
  for (const object of objects) {
    await client.apply(object, { dryRun: true });
  }
}

function objectsIn(text: string): readonly KubernetesObject[] {
  return parseAllDocuments(text)
    .map(document => document.toJS())
    .filter(object => object?.apiVersion && object?.kind);
}
