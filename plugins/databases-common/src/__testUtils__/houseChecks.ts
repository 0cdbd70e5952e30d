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

import { check } from 'prettier/standalone';
import * as prettierYaml from 'prettier/plugins/yaml';
import { RepositoryRole } from '../model';
import { readYaml } from '../yaml';
import { isSorted } from '../yaml/isSorted';
import { networkPolicies, reachableFrom } from './networkPolicies';
import { Tree, Trees } from './TreeSource';
import { yamllint } from './yamllint';

/** A check of a house's continuous integration. */
export type HouseCheck =
  | { readonly grep: GrepCheck }
  | { readonly prettier: { readonly repository: RepositoryRole } }
  | { readonly yamllint: { readonly repository: RepositoryRole } }
  | { readonly sortedLists: { readonly files: string } }
  | { readonly reachable: ReachableCheck };

interface GrepCheck {
  readonly repository: RepositoryRole;
  readonly files: string;
  /** A line that every such file has. */
  readonly must?: string;
  /** A line that no such file has. */
  readonly mustNot?: string;
  readonly why: string;
}

/** Ports of every cluster, each open to its namespace: the app's, where none is named. */
interface ReachableCheck {
  readonly ports: readonly number[];
  readonly namespaces: { readonly [port: string]: string };
}

/**
 * Runs a house's own checks.
 *
 * @param touched - paths that are looked at
 * @returns what is wrong, each with its file
 */
export async function runHouseChecks(
  checks: readonly HouseCheck[],
  trees: Trees,
  touched: { readonly [role in RepositoryRole]: readonly string[] },
): Promise<readonly string[]> {
  const found = await Promise.all(
    checks.map(async one => {
      if ('grep' in one) {
        const { repository } = one.grep;
        return grep(one.grep, trees[repository], touched[repository]);
      }
      if ('prettier' in one) {
        const { repository } = one.prettier;
        return await formatted(trees[repository], touched[repository]);
      }
      if ('yamllint' in one) {
        const { repository } = one.yamllint;
        return yamllint(trees[repository], touched[repository]);
      }
      return 'sortedLists' in one
        ? unsorted(one.sortedLists.files, trees.platform, touched.platform)
        : unreachable(one.reachable, trees.platform);
    }),
  );
  return found.flat();
}

function grep(
  { files, must, mustNot, why }: GrepCheck,
  tree: Tree,
  paths: readonly string[],
): readonly string[] {
  return paths
    .filter(path => new RegExp(files).test(path))
    .filter(
      path =>
        (must !== undefined && !new RegExp(must, 'm').test(tree[path])) ||
        (mustNot !== undefined && new RegExp(mustNot, 'm').test(tree[path])),
    )
    .map(path => `${path}: ${why}`);
}

async function formatted(
  tree: Tree,
  paths: readonly string[],
): Promise<readonly string[]> {
  const options = JSON.parse(tree['.prettierrc.json']);
  const results = await Promise.all(
    paths
      .filter(path => path.endsWith('.yaml'))
      .map(async path =>
        (await check(tree[path], {
          ...options,
          parser: 'yaml',
          plugins: [prettierYaml],
        }))
          ? []
          : [`${path}: Prettier would change it`],
      ),
  );
  return results.flat();
}

function unsorted(
  files: string,
  tree: Tree,
  paths: readonly string[],
): readonly string[] {
  return paths
    .filter(path => new RegExp(files).test(path))
    .filter(path => {
      const [{ resources = [] } = {} as { resources?: string[] }] = readYaml(
        tree[path],
      ) as { resources?: string[] }[];
      return resources.length > 2 && !isSorted(resources);
    })
    .map(path => `${path}: its resources are not in the order of names`);
}

/** For every cluster: its app, the operator and the monitoring get through. */
function unreachable(
  { ports, namespaces }: ReachableCheck,
  tree: Tree,
): readonly string[] {
  const policies = networkPolicies(tree);
  const clusters = Object.entries(tree)
    .filter(([path]) => path.endsWith('/cluster.yaml'))
    .flatMap(([, text]) => readYaml(text) as { metadata: { name: string } }[])
    .map(({ metadata }) => metadata.name);
  return clusters.flatMap(cluster =>
    ports
      .filter(port => {
        const open = reachableFrom(policies, cluster, port);
        const wanted = namespaces[port];
        return wanted === undefined
          ? !open.some(namespace => namespace.startsWith('web-'))
          : !open.includes(wanted);
      })
      .map(port => `${cluster}: nothing lets anybody reach port ${port}`),
  );
}
