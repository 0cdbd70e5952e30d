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

import { EncryptedPart, SecretShapeId } from '../../model';
import { secretShapes } from '.';

const rule = (encrypts: EncryptedPart, fields: readonly string[] = []) => ({
  state: 'covered' as const,
  config: '.sops.yaml',
  rule: 1,
  recipients: ['age1example'],
  unsupported: [],
  encrypts,
  fields,
  warnings: [],
});

describe('secretShapes', () => {
  it.each<{
    shape: SecretShapeId;
    encrypts: EncryptedPart;
    fields?: readonly string[];
    objections: readonly string[];
  }>([
    { shape: 'plainSops', encrypts: 'values', objections: [] },
    { shape: 'plainSops', encrypts: 'other', objections: [] },
    {
      shape: 'plainSops',
      encrypts: 'file',
      objections: ['secretShape.wholeFile'],
    },
    {
      shape: 'plainSops',
      encrypts: 'templates',
      objections: ['secretShape.templates'],
    },
    { shape: 'ksops', encrypts: 'values', objections: [] },
    { shape: 'ksops', encrypts: 'file', objections: [] },
    {
      shape: 'ksops',
      encrypts: 'templates',
      objections: ['secretShape.templates'],
    },
    { shape: 'sopsSecret', encrypts: 'values', objections: [] },
    {
      shape: 'sopsSecret',
      encrypts: 'templates',
      fields: ['encrypted_suffix', 'mac_only_encrypted'],
      objections: [],
    },
    {
      shape: 'sopsSecret',
      encrypts: 'values',
      fields: ['unencrypted_regex', 'key_groups', 'shamir_threshold'],
      objections: ['secretShape.unknownFields'],
    },
    {
      shape: 'sopsSecret',
      encrypts: 'file',
      fields: ['unencrypted_suffix'],
      objections: ['secretShape.wholeFile'],
    },
  ])(
    '$shape and a rule that encrypts $encrypts with $fields: $objections',
    ({ shape, encrypts, fields, objections }) => {
      const found = secretShapes[shape].objections('a', rule(encrypts, fields));
      expect(found.map(({ message }) => message)).toEqual(objections);
    },
  );
});
