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

import { LoggerService } from '@backstage/backend-plugin-api';
import {
  DocumentsByPath,
  Engine,
  findDeclared,
  isKustomization,
  ownersByPath,
  readYaml,
} from '@basewell/plugin-databases-common/domain';
import { Turns } from '../kubernetes/Turns';
import { WatchedRepository } from '../repositories/WatchedRepository';
import { chooseManifests, isIn } from './chooseManifests';
import { Declaration } from './Declaration';
import { Declarations } from './Declarations';

/** Of one repository; ten thousand databases are declared in several. */
const MOST_FILES = 5_000;

const LARGEST_FILE = 256 * 1024;

interface DeclarationReaderOptions {
  readonly repository: WatchedRepository;
  readonly engines: readonly Engine[];
  readonly declarations: Declarations;
  readonly logger: LoggerService;
  /** The page of a file, as the branch has it. */
  readonly pageOf: (path: string, commit: string) => string | undefined;
}

/** Reads which databases one repository declares, commit by commit. */
export class DeclarationReader {
  readonly #options: DeclarationReaderOptions;

  constructor(options: DeclarationReaderOptions) {
    this.#options = options;
  }

  /**
   * @param paths - all of the repository
   * @returns those whose texts `read` wants; `undefined` when they are too many
   */
  choose(paths: readonly string[]): readonly string[] | undefined {
    const { repository, logger } = this.#options;
    const { declares = [], place } = repository;
    const chosen = declares.length ? chooseManifests(paths, declares) : [];
    if (chosen.length <= MOST_FILES) {
      return chosen;
    }
    logger.warn(
      `${place} has ${chosen.length} manifests in the folders of its targets' databases, and at most ${MOST_FILES} are read: which databases it declares is not known. Let the paths of the targets begin with a folder of their own, or spread the databases over several repositories.`,
    );
    return undefined;
  }

  /**
   * @param paths - as `choose` gave them
   * @param texts - by path; others besides do no harm
   */
  async read(
    commit: string,
    paths: readonly string[],
    texts: ReadonlyMap<string, string | undefined>,
  ): Promise<void> {
    const { repository, engines, declarations, pageOf } = this.#options;
    const { declares = [], place, ref } = repository;
    const { files, broken } = await parse(paths, texts);
    const ownersOf = ownersByPath(Object.fromEntries(texts));
    const found = declares.flatMap(({ folders, environments }) =>
      findDeclared(files, engines, environments)
        .filter(({ path }) => folders.some(folder => isIn(folder, path)))
        .map((object): Declaration => {
          const { path, environment } = object;
          const url = pageOf(path, commit);
          return {
            object,
            kubernetesCluster: environments.find(
              ({ name }) => name === environment,
            )?.kubernetesCluster,
            source: {
              host: ref.host,
              repository: `${ref.owner}/${ref.repo}`,
              path,
              ...(url && { url }),
              codeOwners: ownersOf(path),
            },
          };
        }),
    );
    // What cannot be read proves nothing.
    const kept = declarations
      .in(place)
      .filter(({ source }) => broken.some(path => decides(path, source.path)));
    declarations.replace(place, [...found, ...kept]);
  }
}

/** Templates and the like, which are no YAML, are broken as well. */
async function parse(
  paths: readonly string[],
  texts: ReadonlyMap<string, string | undefined>,
): Promise<{
  readonly files: DocumentsByPath;
  readonly broken: readonly string[];
}> {
  const turns = new Turns();
  const files = new Map<string, readonly unknown[]>();
  const broken: string[] = [];
  for (const path of paths) {
    const text = texts.get(path) ?? '';
    try {
      files.set(path, text.length > LARGEST_FILE ? [] : readYaml(text));
    } catch {
      files.set(path, []);
      broken.push(path);
    }
    await turns.pause();
  }
  return { files, broken };
}

/** Whether it depends on one file what another one declares. */
function decides(file: string, path: string): boolean {
  const folder = file.slice(0, Math.max(0, file.lastIndexOf('/')));
  return file === path || (isKustomization(file) && isIn(folder, path));
}
