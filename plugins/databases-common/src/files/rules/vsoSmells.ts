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

import { Severity } from '../../model';
import { MessageKey } from '../../messages';
import { FileRule } from '../FileRule';
import { fileViolation } from '../fileViolation';
import { InspectedDocument } from '../InspectedTree';

type Value = boolean | number | undefined;

interface Smell {
  readonly message: MessageKey & `vsoSmells.${string}`;
  readonly kinds: readonly string[];
  readonly field: string;
  readonly isOdd: (value: Value) => boolean;
  readonly severity: Severity;
}

const makers = ['VaultDynamicSecret', 'VaultPKISecret', 'VaultStaticSecret'];

const smells: readonly Smell[] = [
  {
    message: 'vsoSmells.tls',
    kinds: ['VaultConnection'],
    field: 'spec.skipTLSVerify',
    isOdd: value => value === true,
    severity: 'error',
  },
  {
    message: 'vsoSmells.drift',
    kinds: ['VaultStaticSecret'],
    field: 'spec.hmacSecretData',
    isOdd: value => value === false,
    severity: 'warning',
  },
  {
    message: 'vsoSmells.restart',
    kinds: ['VaultDynamicSecret'],
    field: 'spec.rolloutRestartTargets',
    isOdd: value => !value,
    severity: 'warning',
  },
  {
    message: 'vsoSmells.revoke',
    kinds: ['VaultDynamicSecret'],
    field: 'spec.revoke',
    isOdd: value => value === false,
    severity: 'warning',
  },
  {
    message: 'vsoSmells.raw',
    kinds: makers,
    field: 'spec.destination.transformation.excludeRaw',
    isOdd: value => value !== true,
    severity: 'info',
  },
];

const dynamicSecret = (
  rest: string,
) => `apiVersion: secrets.hashicorp.com/v1beta1
kind: VaultDynamicSecret
metadata: { name: shop }
spec:
  mount: database
  path: creds/shop
  destination: { name: shop, transformation: { excludeRaw: true } }
${rest}`;

/**
 * Settings of the Vault Secrets Operator that make a secret less safe, or older, than
 * it looks.
 *
 * @public
 */
export const vsoSmells: FileRule = {
  id: 'vso-smells',
  title: 'Resources of the Vault Secrets Operator keep secrets safe and fresh',
  severity: 'warning',
  stages: ['change'],
  examples: {
    good: {
      reason: 'pods start again with each new credential',
      files: {
        'shop.yaml': dynamicSecret(
          '  rolloutRestartTargets:\n    - { kind: Deployment, name: shop }\n',
        ),
      },
    },
    bad: {
      reason: 'pods keep the credential whose lease has ended',
      files: { 'shop.yaml': dynamicSecret('') },
    },
  },
  check: ({ files }) =>
    files.flatMap(file =>
      file.documents.flatMap(document =>
        smellsOf(document).map(({ message, field, severity }) =>
          fileViolation(
            file,
            { line: document.settings[field]?.line ?? document.line },
            message,
            {
              path: file.path,
              object: `${document.kind} ${document.name ?? ''}`.trim(),
            },
            severity,
          ),
        ),
      ),
    ),
};

function smellsOf({
  apiVersion = '',
  kind = '',
  settings,
}: InspectedDocument): readonly Smell[] {
  return apiVersion.startsWith('secrets.hashicorp.com/')
    ? smells.filter(
        ({ kinds, field, isOdd }) =>
          kinds.includes(kind) && isOdd(settings[field]?.value),
      )
    : [];
}
