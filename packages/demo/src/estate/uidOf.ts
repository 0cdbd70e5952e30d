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

import { createHash } from 'node:crypto';

/**
 * The uid of an object: the same in every run, so that one object of the estate
 * can name another.
 *
 * @internal
 */
export function uidOf(
  kubernetesCluster: string,
  object: {
    readonly kind: string;
    readonly namespace?: string;
    readonly name: string;
  },
): string {
  const { kind, namespace = '', name } = object;
  const hex = createHash('sha256')
    .update([kubernetesCluster, kind, namespace, name].join('/'))
    .digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
