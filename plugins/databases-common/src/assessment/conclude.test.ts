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

import { observation } from '../messages';
import { DeliveryState, deliveryStates, Observation } from '../model';
import { AssessmentClock } from './AssessmentClock';
import { AssessmentRule } from './AssessmentRule';
import { conclude } from './conclude';

const now = '2026-11-21T09:00:00Z';

function seen(
  state?: DeliveryState,
  own: Partial<Observation<DeliveryState>> = {},
): Observation<DeliveryState> {
  return {
    ...observation(
      'automation.off',
      { application: state ?? 'remark' },
      { severity: 'warning', evidence: [{ object: `of ${state}` }] },
    ),
    ...(state && { state }),
    ...own,
  };
}

function rule(
  id: string,
  ...observations: readonly Observation<DeliveryState>[]
): AssessmentRule<undefined, DeliveryState> {
  return { id, title: id, check: () => observations };
}

function verdictOf(
  rules: readonly AssessmentRule<undefined, DeliveryState>[],
  clock = new AssessmentClock(now),
) {
  return conclude({
    states: deliveryStates,
    rules,
    subject: undefined,
    clock,
    otherwise: () => ({ ...seen('synced'), state: 'synced' }),
  });
}

describe('conclude', () => {
  it('is in the worst state, and lists the others after it, remarks last', () => {
    const verdict = verdictOf([
      rule('remark', seen()),
      rule('slow', seen('progressing')),
      rule('broken', seen('failed', { since: '2026-11-21T08:00:00Z' })),
      rule('blind', seen('unknown')),
    ]);
    expect(verdict).toMatchObject({
      state: 'failed',
      since: '2026-11-21T08:00:00Z',
      summary: 'Automated sync of failed is switched off.',
      evidence: [{ object: 'of failed' }],
    });
    expect(verdict.findings.map(found => found.rule)).toEqual([
      'broken',
      'blind',
      'slow',
      'remark',
    ]);
  });

  it('keeps the order of the rules within a state', () => {
    const verdict = verdictOf([
      rule('first', seen('failed')),
      rule('second', seen('failed')),
    ]);
    expect(verdict.findings.map(found => found.rule)).toEqual([
      'first',
      'second',
    ]);
  });

  it.each([
    { reason: 'nothing was found', rules: [], findings: 0 },
    {
      reason: 'there are remarks only',
      rules: [rule('remark', seen())],
      findings: 1,
    },
  ])('says the otherwise when $reason', ({ rules, findings }) => {
    const verdict = verdictOf(rules);
    expect(verdict.state).toBe('synced');
    expect(verdict.evidence).toEqual([{ object: 'of synced' }]);
    expect(verdict.findings).toHaveLength(findings);
  });

  it('says until when it holds, as far as the rules compared times', () => {
    const clock = new AssessmentClock(now);
    const comparing: AssessmentRule<undefined, DeliveryState> = {
      ...rule('comparing'),
      check: () =>
        clock.hasCome(Date.parse('2026-11-21T10:00:00Z')) ? [seen()] : [],
    };
    expect(verdictOf([comparing], clock).nextChangeAt).toBe(
      '2026-11-21T10:00:00.000Z',
    );
    expect(verdictOf([])).not.toHaveProperty('nextChangeAt');
  });
});
