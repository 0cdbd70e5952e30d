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

import { defaultAssessmentSettings } from './defaultSettings';
import { AssessmentClock } from './AssessmentClock';
import { AssessmentSubject } from './AssessmentSubject';
import { oncePerSubject } from './oncePerSubject';

const subject: AssessmentSubject = {
  database: {
    id: 'cnpg.web.shop@north',
    engine: 'cnpg',
    kubernetesCluster: 'north',
    namespace: 'web',
    name: 'shop',
    services: [],
  },
  facts: {
    kubernetesCluster: 'north',
    of: () => [],
    everywhere: () => [],
    coverages: () => [],
    coverage: kind => ({
      kubernetesCluster: 'north',
      kind: kind.id,
      state: 'synced',
      since: '2026-11-21T12:00:00Z',
      objects: 0,
    }),
  },
  memory: { get: () => undefined },
  clock: new AssessmentClock('2026-11-21T12:00:00Z'),
  settings: defaultAssessmentSettings,
};

describe('oncePerSubject', () => {
  it.each([
    { reason: 'something is there', scene: 'seen' },
    { reason: 'nothing is there', scene: undefined },
  ])('gathers once when $reason', ({ scene }) => {
    const gathered: AssessmentSubject[] = [];
    const sceneOf = oncePerSubject(one => {
      gathered.push(one);
      return scene;
    });
    expect([sceneOf(subject), sceneOf(subject)]).toEqual([scene, scene]);
    expect(gathered).toEqual([subject]);
  });

  it('gathers anew for another subject, also of the same database', () => {
    let times = 0;
    const sceneOf = oncePerSubject(() => ++times);
    sceneOf(subject);
    expect(sceneOf({ ...subject })).toBe(2);
  });
});
