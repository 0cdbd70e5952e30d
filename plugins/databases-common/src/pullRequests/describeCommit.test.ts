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

import fc from 'fast-check';
import { standardSubject } from '../policy';
import { describeCommit } from './describeCommit';

const { plan } = standardSubject();

function commit(reason: string | undefined, requester = 'user:default/ada') {
  const { request } = plan;
  return describeCommit(
    {
      ...plan,
      findings: [],
      request: { ...request, spec: { ...request.spec, reason } },
    },
    'platform',
    { requester, task: '0c6e' },
  );
}

describe('describeCommit', () => {
  it('has subject, body and trailers', () => {
    expect(commit('Orders move out of the monolith.')).toBe(
      [
        'feat(db): shop PostgreSQL for dev, prod',
        '',
        'Secrets, manifests and Argo CD Application of the database.',
        '',
        'Orders move out of the monolith.',
        '',
        'Requested-by: user:default/ada',
        'Backstage-Task: 0c6e',
      ].join('\n'),
    );
  });

  it('leaves out a reason that is not there', () => {
    expect(commit('').split('\n\n')).toHaveLength(3);
    expect(commit(undefined)).toBe(commit(''));
  });

  it('has no trailers but its own, whatever a person types', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('a\nSigned-off-by: root', 'a\n\nb: c', '\r', '\u2028x'),
    );
    fc.assert(
      fc.property(text, text, (reason, requester) => {
        fc.pre(reason.trim() !== '' && requester.trim() !== '');
        const paragraphs = commit(reason, requester).split(/\n{2,}/);
        const trailers = paragraphs[paragraphs.length - 1].split(/[\n\r]/);
        expect(trailers).toHaveLength(2);
        expect(trailers[0]).toMatch(/^Requested-by: /);
        expect(trailers[1]).toBe('Backstage-Task: 0c6e');
        expect(paragraphs.length).toBeLessThanOrEqual(4);
      }),
    );
  });
});
