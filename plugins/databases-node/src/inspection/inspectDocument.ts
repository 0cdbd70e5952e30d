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
  InspectedDocument,
  InspectedValue,
} from '@basewell/plugin-databases-common/domain';
import { describeValue } from './describeValue';
import { DocumentFields } from './DocumentFields';
import { secretsIn } from './secretsIn';
import { settingsOf } from './settingsOf';
import { sourcesOf } from './sourcesOf';
import { YamlLeaves } from './readYamlLeaves';

/**
 * What is kept of one document.
 *
 * @param folderNamespace - what the kustomization of the folder says
 */
export function inspectDocument(
  document: YamlLeaves,
  folderNamespace: string | undefined,
): InspectedDocument {
  const content = document.leaves.filter(({ path }) => path[0] !== 'sops');
  const fields = DocumentFields.of(content);
  const apiVersion = fields.name('apiVersion');
  const kind = fields.name('kind');
  const secrets = secretsIn(fields, folderNamespace);
  const namespace = fields.name('metadata', 'namespace') ?? folderNamespace;
  const name = fields.name('metadata', 'name');
  return {
    line: document.line,
    lastLine: document.lastLine,
    ...(apiVersion && { apiVersion }),
    ...(kind && { kind }),
    ...(namespace && { namespace }),
    ...(name && { name }),
    format: formatOf(kind, secrets.length > 0),
    secrets,
    values: uniqueValues([
      ...secrets.flatMap(({ keys }) => keys),
      ...content
        .map(leaf => describeValue(leaf, isBelowData(kind, leaf.path)))
        .filter(({ state }) => state === 'encrypted'),
    ]),
    sources: sourcesOf(fields),
    settings: settingsOf(fields),
    annotations: annotationsOf(fields),
  };
}

function formatOf(
  kind: string | undefined,
  hasSecrets: boolean,
): InspectedDocument['format'] {
  if (kind === 'SealedSecret') return 'sealed-secret';
  return hasSecrets ? 'plain' : 'other';
}

function isBelowData(kind: string | undefined, path: readonly unknown[]) {
  return kind === 'Secret' && path[0] === 'data';
}

function uniqueValues(
  values: readonly InspectedValue[],
): readonly InspectedValue[] {
  const seen = new Set<string>();
  return values.filter(({ path, line }) => {
    const key = `${line} ${path}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Those by which somebody steers Argo CD; others may hold anything. */
function annotationsOf(fields: DocumentFields) {
  const annotations = fields.below('metadata', 'annotations');
  return Object.fromEntries(
    annotations.keys
      .map(String)
      .filter(name => name.startsWith('argocd.argoproj.io/'))
      .map(name => [name, annotations.name(name) ?? '']),
  );
}
