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

import type { RecipientType } from './model';

/**
 * One name for a recipient, whether a rule gives it as text or in parts, or the
 * metadata of a file does:
 *
 * | type     | text in a rule           | parts (group or metadata)             |
 * | -------- | ------------------------ | ------------------------------------- |
 * | age      | `age1…`, `ssh-… comment` | recipient                             |
 * | pgp      | fingerprint, spaces free | fp                                    |
 * | kms      | `arn[+role arn]`         | arn, role                             |
 * | gcp_kms  | resource id              | resource_id                           |
 * | hckms    | `region:uuid`            | key_id                                |
 * | azure_kv | `https://…/keys/name/v`  | vaultUrl/vault_url, key/name, version |
 * | hc_vault | `https://…/v1/e/keys/k`  | vault_address, engine_path, key_name  |
 *
 * @internal
 */
export function recipientId(
  type: RecipientType,
  parts: Readonly<Record<string, string | undefined>>,
): string {
  switch (type) {
    case 'age':
      return (parts.id ?? parts.recipient ?? '').trim();
    case 'pgp':
      return (parts.id ?? parts.fp ?? '').replaceAll(' ', '');
    case 'kms': {
      const role = parts.role ? `+${parts.role}` : '';
      return (parts.id ?? `${parts.arn ?? ''}${role}`).replaceAll(' ', '');
    }
    case 'gcp_kms':
      return (parts.id ?? parts.resource_id ?? '').replaceAll(' ', '');
    case 'hckms':
      return (parts.id ?? parts.key_id ?? '').trim();
    case 'azure_kv': {
      const vault = parts.vaultUrl ?? parts.vault_url ?? '';
      const name = parts.key ?? parts.name ?? '';
      return url(parts.id ?? `${vault}/keys/${name}/${parts.version ?? ''}`);
    }
    default:
      return url(
        parts.id ??
          `${parts.vault_address}/v1/${parts.engine_path}/keys/${parts.key_name}`,
      );
  }
}

/** Without slashes at the end and doubled ones inside. */
function url(text: string): string {
  return text.replace(/\/+$/, '').replace(/(?<!:)\/{2,}/g, '/');
}
