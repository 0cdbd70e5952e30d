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

import { DatabaseDraft, Plan, PlannedSecret, RepositoryRole } from '../model';
import { changesIn } from './changesIn';
import { codeSpan } from './codeSpan';

const whereValuesAre: {
  readonly [source in DatabaseDraft['credentialSource']]?: string;
} = {
  'vault-static':
    'The passwords are in Vault, and neither this repository nor the portal ever has them. The Vault Secrets Operator makes the Secrets from one entry for each environment, so that cluster and app cannot have different ones.',
  'external-secret':
    'The passwords are in the secret store, and neither this repository nor the portal ever has them. External Secrets makes the Secrets from one entry for each environment, so that cluster and app cannot have different ones.',
  'operator-generated':
    'CloudNativePG makes the passwords in the Kubernetes cluster, and External Secrets carries them to the apps. Neither this repository nor the portal ever has them.',
};

/** Who can decrypt the new secrets, and where their values have been. */
export function secretsSection(
  plan: Plan,
  role: RepositoryRole,
): readonly string[] {
  const sealed = changesIn(plan, 'platform').flatMap(file =>
    file.kind === 'secret' ? file : [],
  );
  if (role === 'app') {
    return [
      '### Secrets',
      'No credential is in this repository; it only names the Secrets that the platform delivers.',
    ];
  }
  const declared = [
    ...new Set(plan.databases.map(({ credentialSource }) => credentialSource)),
  ].flatMap(source => whereValuesAre[source] ?? []);
  return sealed.length || (declared.length && changesIn(plan, role).length)
    ? [
        '### Secrets',
        ...declared,
        ...(sealed.length ? sealedValues(sealed) : []),
      ]
    : [];
}

function sealedValues(sealed: readonly PlannedSecret[]): readonly string[] {
  return [
    `The values were generated in memory${
      sealed.some(holdsGiven) ? ', or given with the request,' : ''
    } and encrypted at once. They are nowhere in clear: not in this repository, not in the portal, not in its logs.`,
    ...recipients(sealed),
    ...warnings(sealed),
  ];
}

function holdsGiven({ secret }: PlannedSecret): boolean {
  return Object.values(secret.values).some(({ from }) => from === 'provided');
}

function recipients(sealed: readonly PlannedSecret[]): readonly string[] {
  const files = new Map<string, string[]>();
  for (const { path, encryption } of sealed) {
    const readers = readersBy(encryption);
    files.set(readers, [...(files.get(readers) ?? []), codeSpan(path)]);
  }
  return [...files].map(([readers, paths]) =>
    readers
      ? `${readers}: ${paths.join(', ')}`
      : `No recipients for ${paths.join(', ')}`,
  );
}

function readersBy(encryption: PlannedSecret['encryption']): string {
  switch (encryption.state) {
    case 'covered':
      return encryption.recipients.length
        ? `Encrypted for ${encryption.recipients.map(codeSpan).join(', ')}`
        : '';
    case 'sealed':
      // The plan is the same on a rerun, which keeps what stands on the branch.
      return `Sealed with the certificate in ${codeSpan(encryption.from)} (SHA-256 ${codeSpan(encryption.fingerprint)}), or by an earlier run with the certificate of that time, and readable only by the controller that has the key`;
    default:
      return '';
  }
}

function warnings(sealed: readonly PlannedSecret[]): readonly string[] {
  const found = sealed.flatMap(({ encryption }) =>
    encryption.state === 'covered' ? encryption.warnings : [],
  );
  return [...new Set(found)].map(warning => `⚠ ${warning}`);
}
