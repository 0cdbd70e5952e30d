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

import {
  canonTarget,
  canonTrees,
  planOver,
  requestFor,
} from '../__testUtils__/canon';

const CLASSICAL =
  'age1pnruvhwatyjk5jne6wnmq2gmt3rwym7dmzclkl985zvysapxwewse784ct';
const POST_QUANTUM = 'age1pq1examplerecipient';

/** Secrets of a new database that nobody may be able to read. */
async function refused(row: {
  readonly recipients: readonly string[];
  /** Of a Secret that is there. */
  readonly standing?: readonly string[];
  readonly secrets?: object;
}): Promise<readonly unknown[]> {
  const { platform, app } = canonTrees();
  const standing = row.standing?.map(
    recipient => `    - recipient: ${recipient}\n`,
  );
  const { plan } = await planOver(
    {
      platform: {
        ...platform,
        '.sops.yaml': platform['.sops.yaml'].replace(
          CLASSICAL,
          row.recipients.join(','),
        ),
        ...(standing && {
          'secrets/databases/a-secret.yaml': `kind: Secret\nstringData: {}\nsops:\n  age:\n${standing.join('')}`,
        }),
      },
      app,
    },
    requestFor('shop', {}),
    canonTarget({ secrets: row.secrets ?? {} }),
  );
  return plan.findings
    .filter(({ message }) => message === 'secretShape.postQuantum')
    .map(({ params }) => params.path);
}

describe('refusePostQuantum', () => {
  const bootstrap = 'secrets/databases/shop-dev-initdb-secret.yaml';

  it.each([
    { reason: 'no other recipient', recipients: [POST_QUANTUM] },
    {
      reason: 'nor in what stands, where others can read it too',
      recipients: [POST_QUANTUM],
      standing: [CLASSICAL, POST_QUANTUM],
    },
  ])('stops: $reason', async row => {
    expect(await refused(row)).toContain(bootstrap);
  });

  it.each([
    { reason: 'recipients of the usual kind', recipients: [CLASSICAL] },
    { reason: 'one of each', recipients: [POST_QUANTUM, CLASSICAL] },
    {
      reason: 'a Secret that is read already has no others',
      recipients: [POST_QUANTUM],
      standing: [POST_QUANTUM],
    },
    {
      reason: 'the target says so',
      recipients: [POST_QUANTUM],
      secrets: { postQuantum: true },
    },
  ])('lets be: $reason', async row => {
    expect(await refused(row)).not.toContain(bootstrap);
  });
});
