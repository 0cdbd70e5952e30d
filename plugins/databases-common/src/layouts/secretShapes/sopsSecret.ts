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

import { violation } from '../../messages';
import { objectToWholeFile } from './objectToWholeFile';
import { SecretShape } from './SecretShape';

/**
 * Fields of `sops` that the custom resource of sops-secrets-operator does not
 * have. The API server drops them, and without them the file does not decrypt.
 */
const unknownFields = [
  'unencrypted_suffix',
  'unencrypted_regex',
  'unencrypted_comment_regex',
  'encrypted_comment_regex',
  'key_groups',
  'shamir_threshold',
];

/** An object among the resources that the SOPS Secrets Operator decrypts in the cluster. */
export const sopsSecret: SecretShape = {
  id: 'sopsSecret',
  title: 'as SopsSecrets, decrypted by the SOPS Secrets Operator',
  listedAs: 'manifest',
  holds: 'ciphertext',
  objections(path, rule) {
    const fields = rule.fields.filter(field => unknownFields.includes(field));
    return [
      ...objectToWholeFile(path, rule),
      ...(fields.length && rule.encrypts !== 'file'
        ? [
            violation('secretShape.unknownFields', {
              path,
              config: rule.config,
              rule: rule.rule,
              fields,
            }),
          ]
        : []),
    ];
  },
};
