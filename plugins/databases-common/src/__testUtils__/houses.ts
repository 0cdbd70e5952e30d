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

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseRequest, Target } from '../model';
import { defaultRegistries } from '../operations';
import { parseTarget } from '../targets';
import { readYaml } from '../yaml';
import { readTree, requestFor, root } from './canon';
import { HouseCheck } from './houseChecks';
import { Trees } from './TreeSource';

export const housesFolder = join(root, 'examples/houses');

/**
 * Two repositories with conventions of their own, in `examples/houses`:
 *
 * ```
 * house.yaml       what is special, a request, and the house's own checks
 * target.yaml      the configuration
 * platform/ app/   the repositories
 * expected/        the pull requests of the request
 * ```
 */
export interface House {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly conventions: readonly {
    readonly convention: string;
    readonly shownBy: readonly string[];
    readonly pullRequest: string;
  }[];
  /** Of the app `orders`. */
  readonly request: DatabaseRequest;
  /** What a person has to do besides, in words of the plan. */
  readonly byHand?: readonly string[];
  /** What continuous integration does besides building kustomizations. */
  readonly checks: readonly HouseCheck[];
  readonly target: Target;
  readonly trees: Trees;
}

/** All houses, by name. */
export function readHouses(): readonly House[] {
  return readdirSync(housesFolder)
    .filter(name => existsSync(join(housesFolder, name, 'house.yaml')))
    .sort()
    .map(readHouse);
}

function readHouse(name: string): House {
  const folder = join(housesFolder, name);
  const [house] = read(join(folder, 'house.yaml')) as [
    Omit<House, 'request'> & { readonly request: object },
  ];
  const [config] = read(join(folder, 'target.yaml')) as [
    { readonly databases: { readonly targets: readonly unknown[] } },
  ];
  return {
    ...house,
    name,
    request: requestFor('orders', house.request),
    target: parseTarget(
      config.databases.targets[0],
      'target',
      defaultRegistries().layouts,
    ),
    trees: {
      platform: readTree(join(folder, 'platform')),
      app: readTree(join(folder, 'app')),
    },
  };
}

function read(path: string) {
  return readYaml(readFileSync(path, 'utf8'));
}
