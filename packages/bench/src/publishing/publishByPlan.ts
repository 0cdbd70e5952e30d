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

import { randomBytes } from 'node:crypto';
import { RepositoryRole } from '@basewell/plugin-databases-common';
import {
  defaultRegistries,
  parseDatabaseRequest,
} from '@basewell/plugin-databases-common/domain';
import {
  encryptWithSops,
  Forge,
  planChange,
  publishPlan,
  sealPlan,
} from '@basewell/plugin-databases-node';
import { targetOf } from './targetOf';

/** Of a repository that has nothing but this and other people's files. */
export const sopsRules = `creation_rules:
  - path_regex: ^secrets/
    encrypted_regex: ^(data|stringData)$
    age: age1pnruvhwatyjk5jne6wnmq2gmt3rwym7dmzclkl985zvysapxwewse784ct
`;

/** Two linked pull requests for a database in two environments, as the portal opens them. */
export async function publishByPlan(options: {
  readonly forge: Forge;
  readonly repoUrls: { readonly [role in RepositoryRole]: string };
  readonly app: string;
}): Promise<void> {
  const { forge, repoUrls, app } = options;
  const registries = defaultRegistries();
  const target = targetOf(repoUrls);
  await publishPlan({
    plan: () =>
      planChange({
        request: parseDatabaseRequest({
          apiVersion: 'basewell.dev/v1alpha1',
          kind: 'DatabaseRequest',
          metadata: { name: app },
          spec: {
            version: '17',
            environments: [{ name: 'dev' }, { name: 'prod' }],
          },
        }),
        target,
        registries,
        repositories: {
          platform: forge.open(target.platform),
          app: forge.open(target.app),
        },
        requester: 'user:default/bench',
        today: '2026-11-21',
        anyRecipient: false,
      }),
    seal: (planned, existing) =>
      sealPlan(planned.plan, {
        existing,
        provided: {},
        random: randomBytes,
        encrypt: encryptWithSops(planned.sopsRules.configs, new Date()),
      }),
  });
}
