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

import { InvalidMetadataError } from '../errors/InvalidMetadataError';
import type { RecipientType, Selector, SelectorOption } from '../rules/model';
import { recipientId } from '../rules/recipientId';
import type { MapNode, TreeNode } from '../tree/model';
import type { SopsMetadata, WrappedKey } from './model';

/**
 * Reads a `sops` branch of any version since 3.0; see `metadataToTree` for the
 * newest. Keys of every key service are known, even those that cannot be used
 * here:
 *
 *     age       recipient                 pgp       fp
 *     kms       arn, role                 gcp_kms   resource_id
 *     hckms     key_id                    azure_kv  vault_url, name, version
 *     hc_vault  vault_address, engine_path, key_name
 *
 * Each has its wrapped key in `enc`. As in sops, `key_groups` count only when
 * there are no keys beside them.
 *
 * @internal
 */
export function metadataFromTree(branch: TreeNode): SopsMetadata {
  if (branch.kind !== 'map') {
    throw new InvalidMetadataError(
      '',
      'is not a map. Restore the file from git.',
    );
  }
  const fields = fieldsOf(branch);
  const text = (field: string): string | undefined =>
    textOf(fields.get(field), field);
  const own = wrappedKeys(fields, '');
  const groups = itemsOf(fields.get('key_groups'), 'key_groups').map(
    (group, index) => wrappedKeys(fieldsOf(group), `key_groups[${index}].`),
  );
  const keyGroups = own.length > 0 ? [own] : groups;
  if (keyGroups.length === 0) {
    throw new InvalidMetadataError(
      'age',
      'and the other key fields are missing: nobody can open this file.',
    );
  }
  const threshold = Number(text('shamir_threshold') ?? 0);
  return {
    keyGroups,
    shamirThreshold: threshold || undefined,
    lastModified: lastModified(text('lastmodified')),
    mac: text('mac') || undefined,
    macOnlyEncrypted: /^(?:true|1)$/i.test(text('mac_only_encrypted') ?? ''),
    version: text('version') || undefined,
    selector: selectorOf(text),
  };
}

const types: readonly RecipientType[] = [
  'age',
  'pgp',
  'kms',
  'gcp_kms',
  'hckms',
  'azure_kv',
  'hc_vault',
];

const options: readonly SelectorOption[] = [
  'unencrypted_suffix',
  'encrypted_suffix',
  'unencrypted_regex',
  'encrypted_regex',
  'unencrypted_comment_regex',
  'encrypted_comment_regex',
];

type Fields = ReadonlyMap<string, TreeNode>;

function fieldsOf(node: TreeNode): Fields {
  if (node.kind !== 'map') return new Map();
  return new Map(
    (node as MapNode).entries
      .filter(entry => entry.kind === 'entry')
      .map(({ key, value }) => [key, value]),
  );
}

function itemsOf(
  node: TreeNode | undefined,
  field: string,
): readonly TreeNode[] {
  if (node === undefined || node.kind === 'null') return [];
  if (node.kind === 'list') {
    return node.items.filter(item => item.kind !== 'comment');
  }
  throw new InvalidMetadataError(
    field,
    'is not a list. Restore the file from git.',
  );
}

function textOf(node: TreeNode | undefined, field: string): string | undefined {
  if (node === undefined || node.kind === 'null') return undefined;
  if (node.kind !== 'scalar' || node.type === 'time') {
    throw new InvalidMetadataError(
      field,
      node.kind === 'scalar'
        ? 'must be quoted: YAML takes it for a timestamp, and sops cannot read it then.'
        : 'must be text. Restore the file from git.',
    );
  }
  return node.value as string;
}

function wrappedKeys(fields: Fields, prefix: string): WrappedKey[] {
  return types.flatMap(type =>
    itemsOf(fields.get(type), prefix + type).map((item, index) => {
      const parts = fieldsOf(item);
      const where = `${prefix}${type}[${index}]`;
      const texts = Object.fromEntries(
        [...parts]
          .filter(([, node]) => node.kind === 'scalar' && node.type !== 'time')
          .map(([key]) => [key, textOf(parts.get(key), `${where}.${key}`)]),
      );
      return { type, id: recipientId(type, texts), enc: texts.enc ?? '' };
    }),
  );
}

function selectorOf(text: (field: string) => string | undefined): Selector {
  const given = options.filter(option => text(option));
  if (given.length > 1) {
    throw new InvalidMetadataError(
      given.join(' and sops.'),
      'exclude each other. Restore the file from git.',
    );
  }
  const [option] = given;
  return option === undefined
    ? { option: 'unencrypted_suffix', value: '_unencrypted' }
    : { option, value: text(option)! };
}

function lastModified(text: string | undefined): string {
  const valid =
    text !== undefined &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(text);
  if (valid) return text;
  throw new InvalidMetadataError(
    'lastmodified',
    'is missing or not a time in RFC 3339. Restore the file from git.',
  );
}
