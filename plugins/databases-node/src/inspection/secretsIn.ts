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
  InspectedSecret,
  InspectedValue,
} from '@basewell/plugin-databases-common/domain';
import { describeValue } from './describeValue';
import { DocumentFields } from './DocumentFields';

/**
 * The Secrets that an object becomes:
 *
 *     Secret         itself: data, stringData
 *     List           its items
 *     SealedSecret   spec.template.metadata, spec.encryptedData
 *     SopsSecret     spec.secretTemplates[]: name, data, stringData
 *     Kustomization  secretGenerator[]: name, literals [key=value]
 *
 * @param namespace - what the kustomization of the folder says
 */
export function secretsIn(
  object: DocumentFields,
  namespace: string | undefined,
): readonly InspectedSecret[] {
  switch (object.name('kind')) {
    case 'Secret':
      return [describe(object, object, namespace)];
    case 'List':
      return object.items('items').flatMap(item => secretsIn(item, namespace));
    case 'SealedSecret':
      return [describe(object, object.below('spec', 'template'), namespace)];
    case 'SopsSecret':
      return object.items('spec', 'secretTemplates').map(template => ({
        ...describe(object, template, namespace),
        line: template.line,
        name: template.name('name') ?? '',
      }));
    case 'Kustomization':
    case undefined:
      return object
        .items('secretGenerator')
        .filter(generator => generator.items('literals').length > 0)
        .map(generator => generated(generator, object, namespace));
    default:
      return [];
  }
}

/** @param template - what the Secret is made of; the object itself for a Secret */
function describe(
  object: DocumentFields,
  template: DocumentFields,
  folderNamespace: string | undefined,
): InspectedSecret {
  const metadata = object.below('metadata');
  const own = template.below('metadata');
  const namespace =
    own.name('namespace') ?? metadata.name('namespace') ?? folderNamespace;
  const type = template.name('type');
  const reload =
    own.leaf('labels', 'cnpg.io/reload') ??
    metadata.leaf('labels', 'cnpg.io/reload');
  return {
    line: object.line,
    ...(namespace && { namespace }),
    name: own.name('name') ?? metadata.name('name') ?? '',
    ...(type && { type }),
    reloads: reload?.text === 'true',
    keys: [
      ...describeAll(template.below('stringData'), false),
      ...describeAll(template.below('data'), true),
      ...describeAll(object.below('spec', 'encryptedData'), false).map(
        ({ name, path, line }): InspectedValue => ({
          name,
          path,
          line,
          state: 'sealed',
        }),
      ),
    ],
  };
}

/** One whose values come from files is what those files are. */
function generated(
  generator: DocumentFields,
  kustomization: DocumentFields,
  folderNamespace: string | undefined,
): InspectedSecret {
  const namespace =
    generator.name('namespace') ??
    kustomization.name('namespace') ??
    folderNamespace;
  return {
    line: generator.line,
    ...(namespace && { namespace }),
    name: generator.name('name') ?? '',
    reloads: false,
    keys: generator.below('literals').leaves.map(({ text, ...leaf }) => {
      const [, key, value] = /^([^=]*)=([^]*)$/.exec(text) ?? ['', text, ''];
      const path = [...leaf.path, key];
      return describeValue({ ...leaf, path, text: value }, false);
    }),
  };
}

function describeAll(
  { leaves }: DocumentFields,
  isBase64: boolean,
): readonly InspectedValue[] {
  return leaves.map(leaf => describeValue(leaf, isBase64));
}
