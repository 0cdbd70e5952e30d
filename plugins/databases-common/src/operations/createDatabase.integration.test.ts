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

import {
  describeWithServers,
  KubernetesApi,
  KubernetesObject,
  startKubernetesApi,
} from '@basewell/testkit';
import { KustomizeTree } from '../__testUtils__/kustomize';
import { planCase, planCases } from '../__testUtils__/planCases';
import { mergePlan, Trees } from '../__testUtils__/TreeSource';
import { Plan } from '../model';
import { readYaml } from '../yaml';

/** kustomize starts a process for every folder with ciphertext. */
const TIMEOUT = 60_000;

/** Plans that may be merged. */
const mergeable = planCases.filter(
  ({ name }) =>
    !['name-taken', 'two-sources'].includes(name) &&
    // What stands after these is what the cases before them lead to.
    !/^rerun-(in|over)-/.test(name),
);

describeWithServers('kubernetes', 'kustomize')(
  'what a plan leads to, once it is merged',
  () => {
    let api: KubernetesApi;
    const namespaces = new Set<string>();

    beforeAll(async () => {
      api = await startKubernetesApi({
        crds: [
          ...(['argocd', 'barman', 'cnpg', 'prometheus'] as const),
          ...(['external-secrets', 'flux', 'vault-secrets-operator'] as const),
        ],
      });
    }, 120_000);

    afterAll(async () => {
      await api?.stop();
    });

    /** Everything but namespaces is only checked; nothing is stored. */
    async function check(object: KubernetesObject): Promise<KubernetesObject> {
      const { namespace } = object.metadata;
      if (namespace !== undefined && !namespaces.has(namespace)) {
        namespaces.add(namespace);
        await api.client.apply({
          apiVersion: 'v1',
          kind: 'Namespace',
          metadata: { name: namespace },
        });
      }
      return await api.client.apply(object, { dryRun: true });
    }

    describe.each(mergeable)('$name: $reason', testCase => {
      let plan: Plan;
      let trees: Trees;
      let platform: KustomizeTree;

      beforeAll(async () => {
        const planned = await planCase(testCase);
        plan = planned.plan;
        trees = mergePlan(plan, planned.before);
        platform = await KustomizeTree.write(trees.platform);
      });

      afterAll(async () => {
        await platform?.remove();
      });

      it(
        'is built by kustomize, and Kubernetes takes every object as it is',
        async () => {
          for (const path of clusterFolders(plan)) {
            const objects = await platform.build(path);
            const files = Object.keys(trees.platform).filter(
              file =>
                file.startsWith(`${path}/`) &&
                !/\/(kustomization|secret-generator).yaml$/.test(file),
            );
            // Every manifest is listed, and nothing else.
            expect(objects).toHaveLength(files.length);
            for (const { sops: _, ...object } of objects) {
              await check(object as KubernetesObject);
            }
            const made = objectsMadeBy(plan, objects);
            for (const object of made) {
              expect(withoutServerFields(await check(object))).toEqual(object);
            }
          }
        },
        TIMEOUT,
      );

      it(
        'delivers every secret with its namespace',
        async () => {
          const secrets = plan.files.flatMap(file =>
            file.kind === 'secret' ? [file] : [],
          );
          const folder = trees.platform['secrets/kustomization.yaml'];
          const delivered = (
            folder
              ? await platform.build('secrets')
              : secrets.flatMap(
                  ({ path }) =>
                    readYaml(trees.platform[path]) as KubernetesObject[],
                )
          ).flatMap(asOperatorsDo);
          for (const { secret, path } of secrets) {
            const found = delivered.filter(
              ({ kind, metadata }) =>
                kind === 'Secret' &&
                metadata.name === secret.name &&
                metadata.namespace === secret.namespace,
            );
            expect({ path, found: found.length }).toEqual({ path, found: 1 });
            const { sops: _, ...object } = found[0];
            await check(object as KubernetesObject);
          }
          const wanted = plan.files
            .flatMap(file =>
              file.kind === 'text' ? readYaml(file.content) : [],
            )
            .filter(isDeclaration)
            .map(nameOf);
          const declared = folder ? delivered.map(nameOf) : wanted;
          expect(declared).toEqual(expect.arrayContaining(wanted));
        },
        TIMEOUT,
      );

      it(
        'is accepted and kept: namespaces, what Argo CD and Flux deliver by, what leads to Secrets',
        async () => {
          const texts = plan.files.flatMap(file =>
            file.kind === 'text' && file.change !== 'none'
              ? [{ ...file, objects: readYaml(file.content) }]
              : [],
          );
          const objects = texts
            .flatMap(file => file.objects as KubernetesObject[])
            .filter(
              object =>
                ['Namespace', 'Application', 'AppProject'].includes(
                  object.kind,
                ) ||
                isDeclaration(object) ||
                isOfFlux(object),
            );
          for (const object of objects) {
            expect(withoutServerFields(await check(object))).toEqual(object);
          }
        },
        TIMEOUT,
      );
    });
  },
);

/** The Secrets that the SOPS Secrets Operator makes from an object. */
function asOperatorsDo(object: KubernetesObject): readonly KubernetesObject[] {
  if (object.kind !== 'SopsSecret') {
    return [object];
  }
  const { secretTemplates } = object.spec as {
    readonly secretTemplates: readonly {
      readonly name: string;
      readonly [field: string]: unknown;
    }[];
  };
  return secretTemplates.map(({ name, labels, annotations, ...secret }) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name,
      namespace: object.metadata.namespace,
      ...(labels !== undefined && { labels }),
      ...(annotations !== undefined && { annotations }),
    },
    ...secret,
  })) as readonly KubernetesObject[];
}

/** An object from which an operator makes a Secret, or gets at a store. */
function isDeclaration(document: unknown): document is KubernetesObject {
  return /^(secrets\.hashicorp\.com|external-secrets\.io)\//.test(
    String((document as Partial<KubernetesObject> | null)?.apiVersion),
  );
}

/** A Kustomization or HelmRelease; kustomize has kustomizations of its own. */
function isOfFlux({ apiVersion }: KubernetesObject): boolean {
  return /\.toolkit\.fluxcd\.io\//.test(apiVersion);
}

function nameOf({
  kind,
  metadata,
}: Pick<KubernetesObject, 'kind' | 'metadata'>): string {
  return `${kind} ${metadata.namespace}/${metadata.name}`;
}

/**
 * Objects that are as the plan made them. A cluster that stood before leaves
 * defaults to the API server, and a Secret has what SOPS adds.
 */
function objectsMadeBy(
  { files }: Plan,
  objects: readonly KubernetesObject[],
): readonly KubernetesObject[] {
  const before = files
    .flatMap(file =>
      file.kind === 'text' && file.before !== undefined
        ? (readYaml(file.before) as KubernetesObject[])
        : [],
    )
    .filter(({ metadata }) => metadata !== undefined);
  return objects.filter(
    object =>
      object.kind !== 'Secret' &&
      !before.some(
        ({ kind, metadata }) =>
          // A patch gets its namespace from the kustomization.
          nameOf({ kind, metadata: { ...object.metadata, ...metadata } }) ===
          nameOf(object),
      ),
  );
}

/** Folders of the databases of a plan. */
function clusterFolders({ files }: Plan): readonly string[] {
  return (
    files
      .map(({ path }) => path)
      .filter(path => path.endsWith('/cluster.yaml'))
      // A base is no cluster yet; each overlay makes one of it.
      .filter(path => !path.includes('/base/'))
      .map(path => path.slice(0, -'/cluster.yaml'.length))
  );
}

/** What the API server adds to every object. */
function withoutServerFields(object: KubernetesObject): object {
  const {
    creationTimestamp: _creationTimestamp,
    generation: _generation,
    managedFields: _managedFields,
    resourceVersion: _resourceVersion,
    uid: _uid,
    ...metadata
  } = object.metadata;
  const { status: _status, ...rest } = object;
  if (object.kind !== 'Namespace') {
    return { ...rest, metadata };
  }
  const { spec: _spec, ...namespace } = rest;
  const { 'kubernetes.io/metadata.name': _name, ...labels } =
    metadata.labels as { [label: string]: string };
  return { ...namespace, metadata: { ...metadata, labels } };
}
