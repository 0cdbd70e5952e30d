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

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { defaultAssessmentSettings } from '../assessment';
import { CoverageState, KubeObject } from '../model';
import { observedKinds } from '../observation';
import { assessObjects } from './assessObjects';
import { coverFiles } from './coverFiles';
import { defaultLanes } from './defaultLanes';
import { defaultRegistries } from './defaultRegistries';

const now = '2026-11-21T09:00:00Z';
const registries = defaultRegistries();
const lanes = defaultLanes(registries);

function object(
  apiVersion: string,
  kind: string,
  name: string,
  own: { readonly [field: string]: unknown } = {},
): KubeObject {
  return {
    apiVersion,
    kind,
    metadata: { name, namespace: 'databases' },
    ...own,
  };
}

const cluster = object('postgresql.cnpg.io/v1', 'Cluster', 'shop-cnpg');
const pod = object('v1', 'Pod', 'shop-cnpg-1');

function assess(
  objects: readonly KubeObject[],
  emptyKinds: readonly string[] = [],
) {
  return assessObjects(objects, {
    engines: registries.engines,
    lanes,
    kubernetesCluster: 'prod',
    now,
    settingsOf: () => defaultAssessmentSettings,
    emptyKinds,
  });
}

describe('coverFiles', () => {
  it.each<{
    reason: string;
    objects: readonly KubeObject[];
    emptyKinds?: readonly string[];
    kind: string;
    state: CoverageState;
  }>([
    {
      reason: 'a kind that occurs',
      objects: [pod],
      kind: 'pods',
      state: 'synced',
    },
    {
      reason: 'a built-in kind that does not occur',
      objects: [cluster],
      kind: 'pods',
      state: 'omitted',
    },
    {
      reason: 'another kind of the core group',
      objects: [pod],
      kind: 'persistentvolumeclaims',
      state: 'omitted',
    },
    {
      reason: 'an empty list of a built-in kind',
      objects: [cluster],
      emptyKinds: ['v1 Pod'],
      kind: 'pods',
      state: 'synced',
    },
    {
      reason: 'a kind of an operator whose group occurs',
      objects: [cluster],
      kind: 'backups.postgresql.cnpg.io',
      state: 'synced',
    },
    {
      reason: "another operator's kind",
      objects: [cluster],
      kind: 'applications.argoproj.io',
      state: 'omitted',
    },
    {
      reason: 'a group of Kubernetes with a dot in its name',
      objects: [object('policy.k8s.io/v1', 'Thing', 'a')],
      kind: 'endpointslices.discovery.k8s.io',
      state: 'omitted',
    },
  ])('$state: $reason', ({ objects, emptyKinds, kind, state }) => {
    const coverage = coverFiles(observedKinds(lanes), objects, {
      kubernetesCluster: 'prod',
      now,
      emptyKinds,
    });
    expect(coverage.find(({ kind: id }) => id === kind)?.state).toBe(state);
  });
});

describe('assessObjects', () => {
  it('judges a database by all lanes that have to do with it', () => {
    const { databases } = assess([cluster]);
    expect(databases.map(({ database }) => database.id)).toEqual([
      'cnpg.databases.shop-cnpg@prod',
    ]);
    const [{ verdicts }] = databases;
    expect(verdicts.health?.state).toBe('unknown');
    expect(verdicts.delivery?.state).toBe('unknown');
    expect(verdicts.credential).toMatchObject({
      state: 'pending',
      source: 'operator-generated',
    });
  });

  it('believes an empty list that there is no Application', () => {
    const [{ verdicts }] = assess(
      [cluster],
      ['argoproj.io/v1alpha1 Application'],
    ).databases;
    expect(verdicts.delivery).toBeUndefined();
  });

  it('speaks about objects that no database owns, and counts what it does not know', () => {
    const { databases, objects, unrecognized } = assess([
      object('argoproj.io/v1alpha1', 'Application', 'lonely'),
      object('v1', 'ConfigMap', 'a'),
      object('v1', 'ConfigMap', 'b'),
      object('example.test/v1', 'Cluster', 'of-somebody-else'),
    ]);
    expect(databases).toEqual([]);
    expect(objects).toEqual([
      {
        kind: 'Application',
        namespace: 'databases',
        name: 'lonely',
        lane: 'delivery',
        verdict: expect.objectContaining({ state: 'unknown' }),
      },
    ]);
    expect(unrecognized).toEqual({
      'v1 ConfigMap': 2,
      'example.test/v1 Cluster': 1,
    });
  });

  it('takes an object that is given twice once', () => {
    expect(assess([cluster, cluster]).databases).toHaveLength(1);
  });
});

describe('assessObjects of what is broken', () => {
  const examples = ['shop', 'trouble'].flatMap(name =>
    [
      parseAllDocuments(
        readFileSync(
          join(__dirname, '../../../../examples/assess', `${name}.yaml`),
          'utf8',
        ),
      ),
    ]
      .flat()
      .map(document => document.toJS())
      .flatMap(({ items, ...own }) => items ?? [own])
      .filter(({ kind }) => kind),
  );

  /** The paths of all fields but the four that every object has. */
  function pathsIn(value: unknown, path: readonly string[] = []): string[][] {
    return typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, item]) => [
          [...path, key],
          ...pathsIn(item, [...path, key]),
        ])
      : [];
  }

  const places = examples.flatMap((example, index) =>
    pathsIn(example)
      .filter(
        path =>
          !/^(apiVersion|kind|metadata(,name|,namespace)?)$/.test(`${path}`),
      )
      .map(path => ({ index, path })),
  );

  it('is total: any field may have any value', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.oneof(
          fc.constantFrom(null, undefined, '', 0, -1, [], {}, [null], 'x'),
          fc.jsonValue({ maxDepth: 2 }),
        ),
        ({ index, path }, value) => {
          const objects = structuredClone(examples);
          const parent = path
            .slice(0, -1)
            .reduce((inner, key) => inner[key], objects[index]);
          parent[path.at(-1)!] = value;
          for (const { verdicts } of assess(objects).databases) {
            expect(verdicts.health?.summary).not.toMatch(/undefined|\[object/);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('defaultLanes', () => {
  it('are in the order of the page', () => {
    expect(lanes.map(({ id }) => id)).toEqual([
      'health',
      'credential',
      'backup',
      'delivery',
    ]);
  });

  it('have rules with ids that are unique over all lanes', () => {
    const ids = lanes.flatMap(({ rules }) => rules.map(({ id }) => id));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('never observe Secrets', () => {
    expect(observedKinds(lanes).map(({ resource }) => resource)).not.toContain(
      'secrets',
    );
  });
});
