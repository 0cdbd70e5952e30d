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

import { Fields, ObservedKind } from '../observation';
import { redactedText } from './redactedText';

/**
 * What is kept of a SOPS file that an operator decrypts. Its status is one text.
 *
 * @public
 */
export interface SopsSecretData {
  readonly secrets: readonly string[];
  /** `Healthy`, or what is wrong. */
  readonly message?: string;
}

/** Found under `secret:<namespace>/<Secret>` of each that it makes. @public */
export const sopsSecret: ObservedKind<SopsSecretData> = {
  id: 'sopssecrets.isindir.github.com',
  group: 'isindir.github.com',
  versions: ['v1alpha3'],
  resource: 'sopssecrets',
  kind: 'SopsSecret',
  namespaced: true,
  elsewhere: true,
  feeds: 'Whether the operator of SOPS could decrypt a file.',
  lane: 'credential',
  project(object) {
    const fields = Fields.of(object);
    return {
      secrets: fields
        .list('spec', 'secretTemplates')
        .slice(0, 16)
        .flatMap(template => template.string('name') ?? []),
      message: redactedText(fields.string('status', 'message')),
    };
  },
  keys: ({ namespace, data }) =>
    data.secrets.map(secret => `secret:${namespace}/${secret}`),
};
