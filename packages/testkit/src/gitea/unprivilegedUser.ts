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

import { spawnSync } from 'node:child_process';

/**
 * Whom a server runs as that refuses root.
 *
 * @internal
 */
export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/** The overflow user of the kernel, called `nobody`: it owns no file. */
const NOBODY: SystemUser = { uid: 65534, gid: 65534 };

/**
 * Somebody else when we are root, and nobody else when we are not or when the
 * container does not let root become another user.
 *
 * @internal
 */
export function unprivilegedUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  const { error } = spawnSync('true', { ...NOBODY });
  return error ? undefined : NOBODY;
}
