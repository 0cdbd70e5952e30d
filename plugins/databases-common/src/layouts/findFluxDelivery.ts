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

import { Target } from '../model';
import { RepositoryView } from '../planning';
import { decryptsSecrets } from './decryptsSecrets';
import { Delivery } from './Delivery';
import { folderOf } from './folderOf';
import { isWithin } from './isWithin';
import { leadsTo } from './leadsTo';
import {
  FluxKustomization,
  readFluxKustomizations,
} from './readFluxKustomizations';
import { readGitRepositories } from './readGitRepositories';
import { yamlFilesIn } from './yamlFilesIn';

/** Where houses of Flux describe their clusters, from the top. */
const entrances = ['clusters', 'cluster', 'flux', 'kubernetes/flux'];
const MOST_FOLDERS = 6;
const MOST_FILES = 4;

/**
 * The Kustomization of Flux that delivers a folder: the one with the longest
 * path. They are looked for where houses keep them, and as `ks.yaml` above the
 * folder itself. One that reads another repository delivers a folder of the same
 * name there.
 */
export function findFluxDelivery(
  platform: RepositoryView,
  folder: string,
  target: Pick<Target, 'platform' | 'options'>,
): Delivery | undefined {
  const files = candidates(platform, folder);
  const found = files.flatMap(file =>
    readFluxKustomizations(file, platform.read(file)),
  );
  const [nearest] = found
    .filter(({ path, source }) => isWithin(folder, path) && isOurs(source))
    .sort((one, other) => other.path.length - one.path.length);
  return (
    nearest && {
      tool: 'flux',
      file: nearest.file,
      decrypts: decryptsSecrets(nearest, found) ? 'yes' : 'no',
    }
  );

  /** As configured; what delivers its own file; else what its address says. */
  function isOurs(source: string | undefined): boolean {
    const { platformSource } = target.options.flux;
    if (source === undefined || platformSource !== undefined) {
      return source === undefined || source === platformSource;
    }
    const addresses = files
      .flatMap(file => readGitRepositories(platform.read(file)))
      .filter(({ name }) => name === source);
    return (
      found.some(other => other.source === source && deliversItself(other)) ||
      addresses.length === 0 ||
      addresses.some(({ url }) => leadsTo(url, target.platform))
    );
  }
}

function deliversItself({ file, path }: FluxKustomization): boolean {
  return path !== '' && isWithin(file, path);
}

function candidates(
  platform: RepositoryView,
  folder: string,
): readonly string[] {
  const top = folder.split('/')[0];
  const telling = new RegExp(
    `^(ks|flux.*|${escape(top)}.*|.*(secret|database|infra).*)\\.ya?ml$`,
  );
  return [
    ...ancestorsOf(folder).map(parent =>
      parent ? `${parent}/ks.yaml` : 'ks.yaml',
    ),
    ...entranceFolders(platform).flatMap(entrance =>
      yamlFilesIn(platform, entrance, telling, MOST_FILES),
    ),
  ];
}

function entranceFolders(platform: RepositoryView): readonly string[] {
  const root = platform.list('');
  if (!root) {
    return [];
  }
  return entrances
    .filter(entrance => root.includes(`${entrance.split('/')[0]}/`))
    .flatMap(entrance => {
      const clusters = foldersIn(entrance);
      return [entrance, ...clusters, ...clusters.flatMap(foldersIn)];
    })
    .slice(0, MOST_FOLDERS);

  function foldersIn(folder: string): readonly string[] {
    return (platform.list(folder) ?? [])
      .filter(name => name.endsWith('/'))
      .map(name => `${folder}/${name.slice(0, -1)}`);
  }
}

function ancestorsOf(folder: string): readonly string[] {
  return folder ? [folder, ...ancestorsOf(folderOf(folder))] : [''];
}

function escape(text: string): string {
  return text.replace(/[.*+?^$()|[\]{}\\]/g, '\\$&');
}
