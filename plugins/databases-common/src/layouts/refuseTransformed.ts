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

import { violation } from '../messages';
import { PlannedFile, Violation } from '../model';
import { FileDrafts } from './FileDrafts';
import { readDocuments } from './readDocuments';
import { KustomizationTransform, transformsAbove } from './transformsAbove';

/** Groups of what says itself where things go, and of what kustomize reads. */
const notApplied =
  /^(argoproj\.io|.*\.toolkit\.fluxcd\.io|kustomize\.config\.k8s\.io|viaduct\.ai)$/;

/** An object of a new file, as far as kustomize can spoil it. */
interface NewObject {
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
  /** Something else names it in a field that kustomize does not know. */
  readonly isNamed: boolean;
}

/**
 * Refuses new files that a kustomization above them would turn into something
 * else. Kustomize corrects references in the fields that it knows; those of
 * CloudNativePG (`bootstrap.initdb.secret`, `barmanObjectName`) and the address
 * in a connection string it does not.
 *
 * | above the file | what is refused |
 * |---|---|
 * | `namePrefix`, `nameSuffix` | what others find by its name: Secrets, what is CloudNativePG's |
 * | `namespace` | what belongs into another one |
 * | `commonLabels`, `labels` with selectors | network policies: no pod of a database has these labels |
 */
export function refuseTransformed(files: FileDrafts): void {
  const found = new Map<string, { problem: Problem; objects: Set<string> }>();
  const read = (path: string) => files.read('platform', path);
  for (const file of files.result.files) {
    if (file.repository === 'platform' && file.change === 'create') {
      const objects = objectsIn(file);
      const transforms = objects.length ? transformsAbove(read, file.path) : [];
      for (const object of objects) {
        for (const problem of problemsOf(object, transforms)) {
          const key = JSON.stringify(problem);
          const known = found.get(key) ?? { problem, objects: new Set() };
          found.set(key, known);
          known.objects.add(`${object.kind} ${object.name}`);
        }
      }
    }
  }
  for (const { problem, objects } of found.values()) {
    const { path, field, value } = problem;
    files.obstacle({
      rule: 'clear-conventions',
      ...describe(problem, [...objects]),
      evidence: [{ object: path, field, ...(value && { value }) }],
    });
  }
}

interface Problem {
  readonly path: string;
  readonly field: string;
  readonly value?: string;
  /** The namespace that the object belongs into. */
  readonly wanted?: string;
}

function problemsOf(
  { kind, namespace, isNamed }: NewObject,
  transforms: readonly KustomizationTransform[],
): readonly Problem[] {
  const moving = transforms.filter(other => other.namespace !== undefined);
  // The outermost has the last word.
  const [inner, outer] = [moving[0], moving.at(-1)];
  const wanted = namespace ?? inner?.namespace;
  return [
    ...(outer && wanted !== undefined && outer.namespace !== wanted
      ? [
          {
            path: outer.path,
            field: 'namespace',
            value: outer.namespace,
            wanted,
          },
        ]
      : []),
    ...transforms.flatMap(({ path, affixes, selectorLabels }) => [
      ...(isNamed ? affixes.map(affix => ({ path, ...affix })) : []),
      ...(selectorLabels !== undefined && kind === 'NetworkPolicy'
        ? [{ path, field: selectorLabels }]
        : []),
    ]),
  ];
}

function describe(
  { path, field, value = '', wanted }: Problem,
  objects: readonly string[],
): Violation {
  if (wanted !== undefined) {
    return violation('conventions.otherNamespace', {
      ...{ path, objects, wanted },
      namespace: value,
    });
  }
  return value
    ? violation('conventions.renamed', { path, field, value, objects })
    : violation('conventions.selectorLabels', { path, field, objects });
}

function objectsIn(file: PlannedFile): readonly NewObject[] {
  if (file.kind === 'secret') {
    const { name, namespace } = file.secret;
    // What an operator makes of a template has the name in the template.
    const isNamed = file.shape !== 'sopsSecret';
    return [{ kind: 'Secret', name, namespace, isNamed }];
  }
  return readDocuments(file.content).flatMap(
    ({ apiVersion, kind, metadata }) => {
      const group = String(apiVersion).split('/')[0];
      const { name, namespace } = (metadata ?? {}) as {
        readonly name?: unknown;
        readonly namespace?: unknown;
      };
      // Kustomize gives its namespace to a Namespace as its name.
      const place = kind === 'Namespace' ? name : namespace;
      return notApplied.test(group) || typeof name !== 'string'
        ? []
        : [
            {
              kind: String(kind),
              name,
              ...(typeof place === 'string' && { namespace: place }),
              isNamed: group.endsWith('.cnpg.io'),
            },
          ];
    },
  );
}
