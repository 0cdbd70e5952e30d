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

import { PlannedText } from '../../model';
import { standardSubject } from '../standardSubject';
import { storageNeverShrinks } from './storageNeverShrinks';

function check(before: string, after: string) {
  const { plan, ...subject } = standardSubject();
  const cluster = plan.files.find(({ path }) =>
    path.endsWith('/cluster.yaml'),
  ) as PlannedText;
  const sized = (size: string) =>
    cluster.content.replace(/size: \w+/, `size: ${size}`);
  return storageNeverShrinks.check({
    ...subject,
    plan: {
      ...plan,
      files: [{ ...cluster, before: sized(before), content: sized(after) }],
    },
  });
}

describe('storageNeverShrinks', () => {
  it.each([
    { before: '5Gi', after: '5Gi', reason: 'the same' },
    { before: '5Gi', after: '20Gi', reason: 'more' },
    { before: '5G', after: '5Gi', reason: 'binary is more than decimal' },
    { before: '1024Mi', after: '1Gi', reason: 'the same in other words' },
  ])('lets $before become $after: $reason', ({ before, after }) => {
    expect(check(before, after)).toEqual([]);
  });

  it.each([
    { before: '20Gi', after: '5Gi', reason: 'less' },
    { before: '5Gi', after: '5G', reason: 'decimal is less than binary' },
    { before: '1Ti', after: '999Gi', reason: 'more digits are not more' },
  ])('refuses $before to $after: $reason', ({ before, after }) => {
    expect(check(before, after)).toMatchObject([
      { message: 'storageNeverShrinks.smaller', params: { before, after } },
    ]);
  });
});
