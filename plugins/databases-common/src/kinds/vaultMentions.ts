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

import { VaultPath } from './vaultPath';

/**
 * Entries of Vault as people write them: `secret/postgres,database/creds/app-*`.
 * The first word is the mount; `data/` below a KV engine is no part of the path.
 *
 * @public
 */
export function vaultMentions(text: string | undefined): readonly VaultPath[] {
  return (text ?? '').split(',').flatMap(mention => {
    const [, mount, path] =
      /^\/*([^/\s]+)\/+(?:data\/)?([^\s]*[^\s/])\/*$/.exec(mention.trim()) ??
      [];
    return mount && path ? [{ mount, path }] : [];
  });
}

/** Whether Vault makes a user there, or changes its password. @public */
export function isCredsPath({ path }: VaultPath): boolean {
  return /^(static-)?creds\/./.test(path);
}

/**
 * Whether a path is one that is meant; `*` at its end stands for any rest.
 *
 * @public
 */
export function isMentioned(
  meant: VaultPath,
  { mount, path }: VaultPath,
): boolean {
  return (
    meant.mount === mount &&
    (meant.path.endsWith('*')
      ? path.startsWith(meant.path.slice(0, -1))
      : path === meant.path)
  );
}
