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

import { NotAllowedError } from '@backstage/errors';
import { afterOpening } from './afterOpening';
import { ForgePullRequest } from './Forge';

describe('afterOpening', () => {
  const pull: ForgePullRequest = {
    ...{ number: 7, url: 'https://git.example.test/7', state: 'open' },
    ...{ draft: true, title: 'Add', body: '', branch: 'work', base: 'main' },
    ...{ commit: 'c0ffee', author: 'portal' },
  };
  const fails = async () => {
    throw new NotAllowedError('Could not label the pull request 7');
  };

  it('gives back what was opened when all is done', async () => {
    expect(await afterOpening(pull, async () => undefined)).toBe(pull);
  });

  it('says what failed, and does the rest', async () => {
    const next = jest.fn(async () => undefined);
    expect(await afterOpening(pull, fails, next)).toEqual({
      ...pull,
      undone: ['Could not label the pull request 7'],
    });
    expect(next).toHaveBeenCalledTimes(1);
  });
});
