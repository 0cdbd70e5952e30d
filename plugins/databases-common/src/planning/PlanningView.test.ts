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

import { standardSubject } from '../policy';
import { PlanningView } from './PlanningView';

const { context } = standardSubject();

describe('PlanningView', () => {
  it('decides when it knows all that was asked for', () => {
    const view = new PlanningView({
      ...context,
      platform: {
        files: { a: 'text', gone: undefined },
        folders: { '': ['a'], gone: undefined },
      },
      encryption: { s: { state: 'uncovered', reason: 'no rule' } },
      certificates: { PEM: { state: 'unreadable', reason: 'not one' } },
    });
    expect(view.platform.read('a')).toBe('text');
    expect(view.platform.read('gone')).toBeUndefined();
    expect(view.of('platform').list('')).toEqual(['a']);
    expect(view.platform.list('gone')).toBeUndefined();
    expect(view.encryption('s')).toMatchObject({ reason: 'no rule' });
    expect(view.certificate('PEM')).toMatchObject({ reason: 'not one' });
    expect(view.decide(1)).toEqual({ state: 'decided', value: 1 });
  });

  it('asks once for each thing that it does not know', () => {
    const view = new PlanningView(context);
    expect(view.platform.read('b')).toBeUndefined();
    expect(view.platform.read('a')).toBeUndefined();
    expect(view.platform.read('b')).toBeUndefined();
    expect(view.app.list('deploy')).toBeUndefined();
    // Nothing unknown is taken for encrypted.
    expect(view.encryption('s')).toMatchObject({ state: 'uncovered' });
    expect(view.certificate('PEM')).toMatchObject({ state: 'unreadable' });
    expect(view.decide(1)).toEqual({
      state: 'needs',
      needs: {
        files: { platform: ['b', 'a'], app: [] },
        folders: { platform: [], app: ['deploy'] },
        encryption: ['s'],
        certificates: ['PEM'],
      },
    });
  });

  it.each(['constructor', '__proto__', 'toString'])(
    'does not take a file called %s for known',
    path => {
      const view = new PlanningView(context);
      expect(view.platform.read(path)).toBeUndefined();
      expect(view.app.list(path)).toBeUndefined();
      expect(view.encryption(path)).toMatchObject({ state: 'uncovered' });
      expect(view.decide(1)).toMatchObject({
        needs: { files: { platform: [path] }, encryption: [path] },
      });
    },
  );
});
