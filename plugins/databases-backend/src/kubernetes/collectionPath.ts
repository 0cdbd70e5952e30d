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
import {
  ObservedKind,
  secretMetadata,
} from '@basewell/plugin-databases-common/domain';

/**
 * Path of all objects of a kind, in one namespace or in all.
 *
 * @throws InputError for secrets, but for the one kind that keeps a little of their
 *   metadata: nothing that the portal needs is in one.
 */
export function collectionPath(
  kind: Pick<ObservedKind, 'group' | 'resource' | 'namespaced'>,
  version: string,
  namespace?: string,
): string {
  if (/^secrets(\/|$)/.test(kind.resource) && kind !== secretMetadata) {
    throw new InputError(
      'Secrets are never read; take what a verdict needs from the status of the objects that use them',
    );
  }
  return [
    versionPath(kind.group, version),
    ...(namespace && kind.namespaced
      ? ['namespaces', encodeURIComponent(namespace)]
      : []),
    kind.resource,
  ].join('/');
}

/** Path of a group's version; the core group has no name. */
export function versionPath(group: string, version: string): string {
  return group ? `/apis/${group}/${version}` : `/api/${version}`;
}
