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

import { Fields, isFields } from '../layouts/mergePatch';
import { readYaml } from '../yaml';
import { BuiltManifest } from './buildManifests';
import { isTarget } from './isTarget';

/** What changes objects in ways that are not followed here. */
const opaque = ['replacements', 'transformers', 'vars'];

/** Where a JSON patch decides what an object is. */
const deciding =
  /^\/(?:kind|apiVersion|metadata|spec\/(?:bootstrap|cluster|name|ensure))(?:\/|$)/;

/** The change of a patch that cannot be read: whom it is for is not known. */
const unread = [undefined];

interface Patch {
  readonly target?: Fields;
  /** One that is applied in steps is a list. */
  readonly change: unknown;
}

/**
 * What a kustomization makes of the objects that it has gathered, in the order in
 * which kustomize does it.
 *
 * @param read - documents of a file beside it
 */
export function transform(
  gathered: readonly BuiltManifest[],
  own: Fields,
  read: (entry: string) => readonly unknown[] | undefined,
): readonly BuiltManifest[] {
  if (opaque.some(field => list(own[field]).length)) {
    return [];
  }
  const patched = patchesOf(own, read).reduce(applyPatch, gathered);
  return patched.map(({ path, manifest }) => ({
    path,
    manifest: rename(manifest, own),
  }));
}

function patchesOf(
  own: Fields,
  read: (entry: string) => readonly unknown[] | undefined,
): readonly Patch[] {
  const merged = list(own.patchesStrategicMerge).flatMap(entry => {
    const text = textOf(entry);
    return text.includes('\n') ? parse(text) : (read(text) ?? unread);
  });
  const aimed = ['patches', 'patchesJson6902'].flatMap(field =>
    list(own[field])
      .filter(isFields)
      .flatMap(({ path, patch, target }) => {
        const changes =
          typeof path === 'string' ? read(path) : parse(textOf(patch));
        return (changes ?? unread).map(change => ({
          change,
          ...(isFields(target) && { target }),
        }));
      }),
  );
  return [...merged.map(change => ({ change })), ...aimed];
}

function applyPatch(
  manifests: readonly BuiltManifest[],
  { change, target }: Patch,
): readonly BuiltManifest[] {
  const aim = target ?? aimOf(change);
  return manifests.flatMap(built => {
    const isAimedAt = aim === undefined || isTarget(built.manifest, aim);
    if (isAimedAt === false) {
      return [built];
    }
    if (Array.isArray(change)) {
      return change.some(isDeciding) ? [] : [built];
    }
    if (!isAimedAt || !isFields(change) || change.$patch === 'delete') {
      return [];
    }
    const { kind, metadata } = built.manifest;
    const changed = merge(built.manifest, change);
    const { name } = fieldsOf(metadata);
    return [
      {
        path: built.path,
        manifest: {
          ...changed,
          kind,
          metadata: { ...fieldsOf(changed.metadata), name },
        },
      },
    ];
  });
}

function aimOf(change: unknown): Fields | undefined {
  if (!isFields(change)) {
    return undefined;
  }
  const { name, namespace } = fieldsOf(change.metadata);
  return { kind: change.kind, name, ...(namespace ? { namespace } : {}) };
}

function isDeciding(step: unknown): boolean {
  return (
    !isFields(step) ||
    [step.path, step.from].some(
      path => typeof path === 'string' && deciding.test(path),
    )
  );
}

function merge(before: Fields, change: Fields): Fields {
  const merged: { [field: string]: unknown } = { ...before };
  for (const [field, value] of Object.entries(change)) {
    if (value === null) {
      delete merged[field];
    } else if (isFields(value)) {
      merged[field] = merge(fieldsOf(before[field]), value);
    } else {
      merged[field] = value;
    }
  }
  return merged;
}

function rename(manifest: Fields, own: Fields): Fields {
  const { namespace, namePrefix, nameSuffix } = own;
  const metadata = fieldsOf(manifest.metadata);
  const labels = [
    own.commonLabels,
    ...list(own.labels)
      .filter(isFields)
      .map(({ pairs }) => pairs),
  ];
  return {
    ...manifest,
    metadata: {
      ...metadata,
      ...(typeof metadata.name === 'string' && {
        name: `${textOf(namePrefix)}${metadata.name}${textOf(nameSuffix)}`,
      }),
      ...(typeof namespace === 'string' && { namespace }),
      labels: Object.assign({}, metadata.labels, ...labels.map(fieldsOf)),
      annotations: {
        ...fieldsOf(metadata.annotations),
        ...fieldsOf(own.commonAnnotations),
      },
    },
  };
}

function parse(text: string): readonly unknown[] {
  try {
    return readYaml(text);
  } catch {
    return unread;
  }
}

/** A repository can hold anything, also what cannot be made a text. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}
