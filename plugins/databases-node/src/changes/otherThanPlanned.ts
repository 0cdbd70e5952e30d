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

import { PlannedSecret } from '@basewell/plugin-databases-common';
import { readYaml } from '@basewell/plugin-databases-common/domain';

/**
 * Whether an encrypted file of the request's branch is another one than planned:
 * of another kind, so that nothing opens it, or of another Secret, so that nobody
 * finds it. What SOPS has encrypted of its name cannot be told.
 *
 * @returns what it is, to go behind "the file is"; left out when it is as planned
 */
export function otherThanPlanned(
  text: string,
  { secret, shape }: Pick<PlannedSecret, 'secret' | 'shape'>,
): string | undefined {
  const objects = readYaml(text).filter(isObject);
  const sealed = objects.filter(({ kind }) => kind === 'SealedSecret');
  const planned = `${secret.namespace}/${secret.name}`;
  if (shape === 'sealedSecret') {
    return sealed.length
      ? otherOf(sealed.map(({ metadata }) => nameOf(metadata)))
      : 'not a SealedSecret, as planned; nothing would open it';
  }
  if (sealed.length) {
    return 'a SealedSecret, and a file of SOPS is planned; nothing would open it';
  }
  return otherOf(objects.flatMap(secretsOf));

  function otherOf(names: readonly string[]): string | undefined {
    return names.length && !names.includes(planned)
      ? `of the Secret ${names.join(', ')}, not ${planned}; nothing would find it`
      : undefined;
  }

  function secretsOf({ kind, metadata, spec }: Fields): readonly string[] {
    switch (kind) {
      case 'Secret':
        return [nameOf(metadata, secret)];
      case 'SopsSecret':
        return [spec?.secretTemplates].flat().map(template => {
          const name = [template?.name, metadata?.name].find(isReadable);
          return nameOf({ ...metadata, name }, secret);
        });
      default:
        return [];
    }
  }
}

type Fields = { readonly [key: string]: any };

/** What is encrypted, or left to Kustomize, may be as planned. */
function nameOf(
  metadata: Fields | undefined,
  planned: Partial<PlannedSecret['secret']> = {},
): string {
  const read = (field: 'namespace' | 'name') => {
    const value = metadata?.[field];
    return isReadable(value) ? value : planned[field];
  };
  return `${read('namespace')}/${read('name')}`;
}

function isReadable(value: unknown): value is string {
  return typeof value === 'string' && !value.startsWith('ENC[');
}

function isObject(document: unknown): document is Fields {
  return typeof document === 'object' && document !== null;
}
