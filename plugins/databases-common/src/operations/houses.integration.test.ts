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

import fc from 'fast-check';
import {
  describeWithServers,
  KubernetesApi,
  KubernetesObject,
  startKubernetesApi,
} from '@basewell/testkit';
import { planOver } from '../__testUtils__/canon';
import { runHouseChecks } from '../__testUtils__/houseChecks';
import { House, readHouses } from '../__testUtils__/houses';
import { KustomizeTree } from '../__testUtils__/kustomize';
import { mergePlan, Trees } from '../__testUtils__/TreeSource';
import { validRequests } from '../__testUtils__/validRequests';
import { isKustomization } from '../declared';
import { DatabaseRequest, Plan, RepositoryRole } from '../model';
import { readYaml } from '../yaml';

/** Each starts kustomize several times; `HOUSE_RUNS` for longer ones by hand. */
const RUNS = Number(process.env.HOUSE_RUNS ?? 2);
const roles: readonly RepositoryRole[] = ['platform', 'app'];

describeWithServers('kubernetes', 'kustomize')(
  'in every house, whatever is asked for',
  () => {
    let api: KubernetesApi;
    const namespaces = new Set<string>();

    beforeAll(async () => {
      api = await startKubernetesApi({
        crds: [
          ...(['argocd', 'barman', 'cnpg', 'prometheus'] as const),
          ...(['external-secrets', 'flux', 'sealed-secrets'] as const),
          'sops-secrets-operator' as const,
        ],
      });
    }, 120_000);

    afterAll(async () => {
      await api?.stop();
    });

    it.each(readHouses())(
      '$name: pull requests pass its checks, touch nothing else, and are made once',
      async house => {
        const checked = fc.assert(
          fc.asyncProperty(validRequests(house), request =>
            holds(house, request),
          ),
          { numRuns: RUNS, examples: [[house.request]], seed: 7 },
        );
        await expect(checked).resolves.toBeUndefined();
      },
      60_000,
    );

    async function holds(house: House, request: DatabaseRequest) {
      const { plan } = await planOver(house.trees, request, house.target);
      expect(
        plan.findings.filter(({ severity }) => severity === 'error'),
      ).toEqual([]);
      const merged = mergePlan(plan, house.trees);
      const touched = {
        platform: touchedIn(plan, 'platform'),
        app: touchedIn(plan, 'app'),
      };
      expect(touched.platform.length).toBeGreaterThan(0);
      roles.forEach(role => touchesNothingElse(house, merged, role, touched));
      expect(await runHouseChecks(house.checks, merged, touched)).toEqual([]);
      const again = await planOver(merged, request, house.target);
      expect(roles.flatMap(role => touchedIn(again.plan, role))).toEqual([]);
      await isTaken(merged, touched.platform);
    }

    /** Kustomize builds what is touched, and Kubernetes takes every object of it. */
    async function isTaken(merged: Trees, touched: readonly string[]) {
      const tree = await KustomizeTree.write(merged.platform);
      try {
        const folders = kustomizedAbove(merged, touched);
        const built = await Promise.all(folders.map(path => tree.build(path)));
        const plain = touched
          .filter(path => /^(argocd|clusters)\//.test(path))
          .flatMap(path => readYaml(merged.platform[path]));
        for (const object of [
          ...built.flat(),
          ...(plain as KubernetesObject[]),
        ]) {
          await take(object);
        }
      } finally {
        await tree.remove();
      }
    }

    async function take(manifest: KubernetesObject) {
      const { sops: _, ...object } = manifest as KubernetesObject & {
        readonly sops?: unknown;
      };
      const { namespace } = object.metadata;
      if (namespace !== undefined && !namespaces.has(namespace)) {
        namespaces.add(namespace);
        await api.client.apply({
          apiVersion: 'v1',
          kind: 'Namespace',
          metadata: { name: namespace },
        });
      }
      await api.client.apply(object, { dryRun: true });
    }
  },
);

function touchedIn({ files }: Plan, role: RepositoryRole): readonly string[] {
  return files
    .filter(
      ({ repository, change }) => repository === role && change !== 'none',
    )
    .map(({ path }) => path);
}

/** Other files are byte for byte what they were; edited ones keep every line in its order. */
function touchesNothingElse(
  { trees }: House,
  merged: Trees,
  role: RepositoryRole,
  touched: { readonly [role in RepositoryRole]: readonly string[] },
) {
  for (const [path, before] of Object.entries(trees[role])) {
    if (!touched[role].includes(path)) {
      expect(merged[role][path]).toBe(before);
      continue;
    }
    const after = merged[role][path].split('\n');
    let place = 0;
    const kept = before.split('\n').filter(line => {
      const found = after.indexOf(line, place);
      place = found < 0 ? place : found + 1;
      return found >= 0;
    });
    expect({ path, kept: kept.join('\n') }).toEqual({ path, kept: before });
  }
}

/** The uppermost folders that are built with what is touched. */
function kustomizedAbove(
  { platform }: Trees,
  touched: readonly string[],
): readonly string[] {
  const kustomized = new Set(
    Object.keys(platform)
      .filter(isKustomization)
      .map(path => path.slice(0, path.lastIndexOf('/'))),
  );
  const isKustomized = (folder: string) => kustomized.has(folder);
  const tops = touched.flatMap(path => {
    const segments = path.split('/').slice(0, -1);
    const folders = segments.map((_, index) =>
      segments.slice(0, index + 1).join('/'),
    );
    const top = folders.find(isKustomized);
    // A base is nothing by itself.
    return top === undefined || /(^|\/)base\//.test(top) ? [] : [top];
  });
  return [...new Set(tops)];
}
