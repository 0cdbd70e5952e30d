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

import { folderOf } from './folderOf';
import { LayoutContext } from './Layout';
import { readDocuments } from './readDocuments';
import { yamlFilesIn } from './yamlFilesIn';

/** Files of a folder that are looked at, those first whose names say most. */
const MOST_FILES = 8;

/** A file that leads to a Secret. */
export interface SecretClaim {
  readonly path: string;
  /** Such as `Secret`, `ExternalSecret`. */
  readonly kind: string;
}

/**
 * Files of the platform repository that already lead to a Secret: itself, or an
 * object from which an operator makes it. Two of them would overwrite each other
 * for as long as both stand.
 *
 * | kind | the Secret that it makes |
 * |---|---|
 * | Secret, SealedSecret | `metadata.name` |
 * | ExternalSecret | `spec.target.name`, else `metadata.name` |
 * | VaultStaticSecret, VaultDynamicSecret, VaultPKISecret | `spec.destination.name` |
 * | SopsSecret | `spec.secretTemplates[].name`, or `metadata.name` where that is encrypted |
 *
 * @param paths - files in which it could be; their folders are looked at
 */
export function findClaims(
  { view, app }: LayoutContext,
  secret: { readonly name: string; readonly namespace: string },
  paths: readonly string[],
): readonly SecretClaim[] {
  const telling = new RegExp(
    [secret.name, app].map(text => text.replace(/\W/g, '\\$&')).join('|'),
  );
  const folders = [...new Set(paths.map(folderOf))];
  return folders
    .flatMap(folder =>
      yamlFilesIn(view.platform, folder, telling, MOST_FILES).filter(
        path =>
          // A folder of one app is looked at whole, one of all databases is not.
          folder.includes(app) || telling.test(path.slice(folder.length)),
      ),
    )
    .flatMap(path => {
      const claim = readDocuments(view.platform.read(path)).find(document =>
        leadsTo(document, secret),
      );
      return claim ? { path, kind: String(claim.kind) } : [];
    });
}

type Document = { readonly [key: string]: unknown };

function leadsTo(
  document: Document,
  { name, namespace }: { readonly name: string; readonly namespace: string },
): boolean {
  const metadata = record(document.metadata);
  const isThere =
    metadata.namespace === undefined || metadata.namespace === namespace;
  return isThere && secretNames(document).includes(name);
}

function secretNames(document: Document): readonly unknown[] {
  const { name } = record(document.metadata);
  const spec = record(document.spec);
  switch (document.kind) {
    case 'Secret':
    case 'SealedSecret':
      return [name];
    case 'ExternalSecret':
      return [record(spec.target).name ?? name];
    case 'VaultStaticSecret':
    case 'VaultDynamicSecret':
    case 'VaultPKISecret':
      return [record(spec.destination).name];
    case 'SopsSecret':
      return Array.isArray(spec.secretTemplates)
        ? spec.secretTemplates
            .map(template => record(template).name)
            .map(own => (String(own).startsWith('ENC[') ? name : own))
        : [];
    default:
      return [];
  }
}

function record(value: unknown): Document {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
