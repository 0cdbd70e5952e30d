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
import { Manifest, PlannedFile, PolicyRule } from '../../model';
import { readManifests } from '../readManifests';

/**
 * Who can read the password of dev cannot read that of production.
 *
 * @public
 */
export const separateCredentials: PolicyRule = {
  id: 'separate-credentials',
  title: 'Every environment has its own password',
  severity: 'error',
  stages: ['form', 'change'],
  waivable: true,
  examples: {
    good: { reason: 'one secret each', subject: standard => standard },
    bad: {
      reason: "the canon's one secret for all",
      subject: standard => ({
        ...standard,
        plan: {
          ...standard.plan,
          databases: standard.plan.databases.map(database => ({
            ...database,
            names: {
              ...database.names,
              bootstrapSecret: 'shop-initdb-secret',
            },
          })),
        },
      }),
    },
  },
  check: ({ plan }) => [
    ...shared(
      plan.databases.map(({ environment, names }) => ({
        environment,
        what: `${names.databasesNamespace}/${names.bootstrapSecret}`,
      })),
    ).map(({ what, environments }) =>
      violation('separateCredentials.shared', { secret: what, environments }),
    ),
    ...shared(plan.files.flatMap(entriesOf)).map(({ what, environments }) =>
      violation('separateCredentials.sharedEntry', {
        entry: what,
        environments,
      }),
    ),
  ],
};

interface Use {
  readonly environment: string;
  readonly what: string;
}

function shared(uses: readonly Use[]): readonly {
  readonly what: string;
  readonly environments: readonly string[];
}[] {
  const users = new Map<string, Set<string>>();
  for (const { environment, what } of uses) {
    users.set(what, (users.get(what) ?? new Set()).add(environment));
  }
  return [...users]
    .map(([what, environments]) => ({ what, environments: [...environments] }))
    .filter(({ environments }) => environments.length > 1);
}

/** The entries of secret stores that the manifests of one environment read. */
function entriesOf(file: PlannedFile): readonly Use[] {
  const { environment } = file;
  return environment === undefined
    ? []
    : readManifests(file)
        .flatMap(readEntries)
        .map(what => ({ environment, what }));
}

function readEntries({ kind, spec }: Manifest): readonly string[] {
  const known = spec as
    | {
        readonly namespace?: string;
        readonly mount?: string;
        readonly path?: string;
        readonly secretStoreRef?: { readonly name?: string };
        readonly data?: readonly { remoteRef?: { key?: string } }[];
      }
    | undefined;
  if (kind === 'VaultStaticSecret') {
    const { namespace = '', mount, path } = known ?? {};
    return [`Vault ${namespace && `${namespace}: `}${mount}/${path}`];
  }
  return kind === 'ExternalSecret' && Array.isArray(known?.data)
    ? known.data.map(
        ({ remoteRef }) => `${known.secretStoreRef?.name} ${remoteRef?.key}`,
      )
    : [];
}
