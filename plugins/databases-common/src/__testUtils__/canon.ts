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

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseRequest, Needs, Plan, Target } from '../model';
import { createDatabase, defaultRegistries } from '../operations';
import { gatherFacts } from '../planning';
import { parseDatabaseRequest } from '../request';
import { parseTarget } from '../targets';
import { readYaml } from '../yaml';
import { Tree, Trees, TreeSource } from './TreeSource';

export const root = join(__dirname, '../../../..');
const folder = join(root, 'examples/canon');

/** The example repositories of the canon. */
export function canonTrees(): Trees {
  return {
    platform: readTree(join(folder, 'platform')),
    app: readTree(join(folder, 'web-core')),
  };
}

/** The example target of the canon, with options of its own. */
export function canonTarget(options: object = {}): Target {
  const [config] = readYaml(
    readFileSync(join(folder, 'target.yaml'), 'utf8'),
  ) as { databases: { targets: { options: object }[] } }[];
  const [target] = config.databases.targets;
  return parseTarget(
    { ...target, options: { ...target.options, ...options } },
    'target',
    defaultRegistries().layouts,
  );
}

/** One of `examples/canon/requests`. */
export function canonRequest(name: string): DatabaseRequest {
  const file = join(folder, 'requests', `${name}.yaml`);
  return parseDatabaseRequest(readYaml(readFileSync(file, 'utf8'))[0]);
}

/** A request in its shortest form. */
export function requestFor(app: string, spec: object): DatabaseRequest {
  return parseDatabaseRequest({
    apiVersion: 'basewell.dev/v1alpha1',
    kind: 'DatabaseRequest',
    metadata: { name: app },
    spec: { environments: [{ name: 'dev' }], ...spec },
  });
}

/** Plans over repositories in memory, as the shells do over real ones. */
export async function planOver(
  trees: Trees,
  request: DatabaseRequest,
  target: Target = canonTarget(),
  today = '2026-11-01',
): Promise<{ readonly plan: Plan; readonly rounds: readonly Needs[] }> {
  const rounds: Needs[] = [];
  const { value: plan } = await gatherFacts(
    context => {
      const decision = createDatabase(request, context, defaultRegistries());
      if (decision.state === 'needs') {
        rounds.push(decision.needs);
      }
      return decision;
    },
    { target, today, requester: 'user:default/ada' },
    new TreeSource(trees),
  );
  return { plan, rounds };
}

/** All files below a folder by path. */
export function readTree(from: string): Tree {
  return Object.fromEntries(
    readdirSync(from, { recursive: true })
      .map(path => String(path).replace(/\\/g, '/'))
      .sort()
      .filter(path => statSync(join(from, path)).isFile())
      .map(path => [path, readFileSync(join(from, path), 'utf8')]),
  );
}
