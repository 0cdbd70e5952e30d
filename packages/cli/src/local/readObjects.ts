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

import { InputError } from '@backstage/errors';
import { KubeObject } from '@basewell/plugin-databases-common';
import { parseAllDocuments } from 'yaml';
import { UnreadableError } from '../UnreadableError';
import { readText } from './readText';
import { splitJson } from './splitJson';

/** What is in the files that were given. */
export interface GivenObjects {
  readonly objects: readonly KubeObject[];
  /** `<apiVersion> <kind>` of lists that name their kind and have no items. */
  readonly emptyKinds: readonly string[];
}

/**
 * Reads objects as `kubectl get … -o yaml|json` prints them: YAML documents, JSON
 * objects one after the other, Lists of either. `-` is standard input.
 *
 * @throws UnreadableError when a file cannot be read, or has nothing in it
 * @throws InputError that names the place of what is no Kubernetes object
 */
export async function readObjects(
  files: readonly string[],
): Promise<GivenObjects> {
  const objects: KubeObject[] = [];
  const emptyKinds: string[] = [];
  for (const file of files) {
    const documents = parse(await readText(file), file);
    if (!documents.length) {
      throw new UnreadableError(
        `${file} has nothing in it; look whether the command that wrote it failed`,
      );
    }
    documents.forEach((document, index) =>
      collect(document, `${file}: document ${index + 1}`),
    );
  }
  return { objects, emptyKinds };

  function collect(value: unknown, place: string) {
    const { apiVersion, kind, items, metadata } = (value ?? {}) as {
      readonly [field: string]: unknown;
    };
    if (typeof apiVersion !== 'string' || typeof kind !== 'string') {
      throw new InputError(
        `${place} is no Kubernetes object: it has no apiVersion and kind`,
      );
    }
    if (kind.endsWith('List') && Array.isArray(items)) {
      const itemKind = kind.slice(0, -'List'.length);
      if (!items.length && itemKind) {
        emptyKinds.push(`${apiVersion} ${itemKind}`);
      }
      // An API server leaves the kind of the items to the list.
      const implied = itemKind ? { apiVersion, kind: itemKind } : {};
      items.forEach((item, index) =>
        collect({ ...implied, ...item }, `${place}, items[${index}]`),
      );
      return;
    }
    if (
      typeof (metadata as { readonly name?: unknown } | undefined)?.name !==
      'string'
    ) {
      throw new InputError(`${place}: this ${kind} has no metadata.name`);
    }
    objects.push(value as KubeObject);
  }
}

function parse(text: string, file: string): readonly unknown[] {
  if (/^\s*\{/.test(text)) {
    try {
      return splitJson(text).map(part => JSON.parse(part));
    } catch (error) {
      // A YAML document may begin with a brace too.
      if (!/\n---/.test(text)) {
        throw new InputError(`${file}: ${(error as Error).message}`);
      }
    }
  }
  const documents = [parseAllDocuments(text)].flat();
  for (const { errors } of documents) {
    if (errors.length) {
      throw new InputError(`${file}: ${errors[0].message}`);
    }
  }
  return documents
    .map(document => document.toJS() as unknown)
    .filter(value => value !== null && value !== undefined);
}
