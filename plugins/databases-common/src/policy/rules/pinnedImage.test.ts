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

import { postgresImages } from '../../engines';
import { standardSubject } from '../standardSubject';
import { pinnedImage } from './pinnedImage';

function check(image: string) {
  const { plan, ...subject } = standardSubject();
  const [dev] = plan.databases;
  return pinnedImage.check({
    ...subject,
    plan: { ...plan, databases: [{ ...dev, image }] },
  });
}

const digest = `sha256:${'0'.repeat(64)}`;

describe('pinnedImage', () => {
  it.each([
    {
      image: 'ghcr.io/cloudnative-pg/postgresql:17.6',
      reason: 'minor version',
    },
    { image: 'registry:5000/pg:17.6-bookworm', reason: 'port and flavor' },
    { image: `postgresql:17@${digest}`, reason: 'a digest' },
    ...postgresImages.flatMap(({ version, standard, system }) => [
      { image: standard, reason: `the maintained ${version}` },
      { image: system, reason: `the maintained ${version} for backups` },
    ]),
  ])('takes $image: $reason', ({ image }) => {
    expect(check(image)).toEqual([]);
  });

  it.each([
    { image: 'postgresql', reason: 'no tag is latest' },
    { image: 'postgresql:latest', reason: 'latest' },
    { image: 'postgresql:17', reason: 'only the major version' },
    { image: 'postgresql:17-bookworm', reason: 'major version and flavor' },
    { image: 'registry:5000/postgresql', reason: 'a port is no tag' },
    { image: 'registry.0:17.6/postgresql', reason: 'neither is this' },
    { image: `postgresql@${digest}`, reason: 'a digest has no version' },
    { image: `postgresql:latest@${digest}`, reason: 'neither has latest' },
    { image: `postgresql:17@sha256:0000`, reason: 'a digest cut off' },
  ])('refuses $image: $reason', ({ image }) => {
    expect(check(image)).toMatchObject([
      { message: 'pinnedImage.floating', params: { image } },
    ]);
  });
});
