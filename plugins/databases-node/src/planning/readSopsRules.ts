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

import { parseSopsConfig, SopsConfig } from '@basewell/sops';

/**
 * The `.sops.yaml` files of a repository that can speak for some paths.
 *
 * @public
 */
export interface SopsRules {
  readonly configs: readonly SopsConfig[];
  /** The same as text, by path. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Reads the `.sops.yaml` of these paths' folders and of all folders above.
 *
 * @throws as `parseSopsConfig` does
 * @internal
 */
export async function readSopsRules(
  readFiles: (
    paths: readonly string[],
  ) => Promise<ReadonlyMap<string, string | undefined>>,
  paths: readonly string[],
): Promise<SopsRules> {
  const candidates = [...new Set(paths.flatMap(configsAbove))];
  const files = await readFiles(candidates);
  const texts = new Map(
    candidates.flatMap(path => {
      const text = files.get(path);
      return text === undefined ? [] : [[path, text] as const];
    }),
  );
  return {
    configs: [...texts].map(([path, text]) => parseSopsConfig(text, path)),
    texts,
  };
}

function configsAbove(path: string): string[] {
  const folders = path.split('/').slice(0, -1);
  return ['', ...folders.map((_, i) => `${folders.slice(0, i + 1).join('/')}/`)]
    .reverse()
    .map(folder => `${folder}.sops.yaml`);
}
