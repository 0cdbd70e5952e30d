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

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sealedHouse } from '@basewell/testkit';
import { PlannedChange } from '../planning';
import { keepSecrets } from './keepSecrets';

const path = 'secrets/databases/shop-sealed.yaml';
const sealed = readFileSync(
  join(sealedHouse, 'secrets/databases/catalog-initdb-secret-sealed.yaml'),
  'utf8',
);
const planned = {
  plan: {
    branch: 'databases/shop/create',
    files: [{ kind: 'secret', repository: 'platform', path, change: 'create' }],
  },
} as unknown as PlannedChange;

const keep = (text: string | undefined) =>
  keepSecrets(planned, { files: new Map([[path, text]]) });

describe('keepSecrets', () => {
  it('keeps a SealedSecret of the branch, so that it is never sealed again', async () => {
    expect(await keep(sealed)).toEqual(new Set([path]));
    expect(await keep(undefined)).toEqual(new Set());
  });

  it.each([
    {
      reason: 'a SealedSecret with a value in clear',
      text: sealed.replace(/password: .*/, 'password: hunter2'),
      says: 'it has something that is not sealed',
    },
    {
      reason: 'a Secret in clear',
      text: 'kind: Secret\nstringData:\n  password: hunter2\n',
      says: 'is not encrypted',
    },
  ])('keeps nothing that can be read: $reason', async ({ text, says }) => {
    const error = await keep(text).catch(caught => caught);
    expect(error.name).toBe('ConflictError');
    expect(error.message).toContain(says);
    expect(error.message).not.toContain('hunter2');
  });
});
