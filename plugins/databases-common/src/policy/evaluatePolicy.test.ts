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

import { PolicyOptions, PolicyRule, PolicySubject, Waiver } from '../model';
import { evaluatePolicy } from './evaluatePolicy';
import { policyRules } from './policyRules';
import { standardSubject } from './standardSubject';

const rule = (id: string) => policyRules.find(other => other.id === id)!;
const backups = rule('production-has-backups');
const naming = rule('naming');

function subject(
  broken: readonly PolicyRule[],
  waivers: readonly Waiver[] = [],
  policy: Partial<PolicyOptions> = {},
): PolicySubject {
  const { plan, context, obstacles } = broken.reduce(
    (example, { examples }) => examples.bad.subject(example),
    standardSubject(),
  );
  const { request } = plan;
  const { target } = context;
  return {
    plan: {
      ...plan,
      request: { ...request, spec: { ...request.spec, waivers } },
    },
    context: {
      ...context,
      target: {
        ...target,
        options: {
          ...target.options,
          policy: { ...target.options.policy, ...policy },
        },
      },
    },
    obstacles,
  };
}

const noBackups = 'production-has-backups';
const reason = 'The data can be computed again.';

describe('evaluatePolicy', () => {
  it('finds nothing where all is well', () => {
    expect(evaluatePolicy(policyRules, subject([]))).toEqual([]);
  });

  it.each<{
    reason: string;
    broken: readonly PolicyRule[];
    waivers?: readonly Waiver[];
    policy?: Partial<PolicyOptions>;
    finds: readonly object[];
  }>([
    {
      reason: 'an error without a waiver',
      broken: [backups],
      finds: [{ rule: noBackups, severity: 'error' }],
    },
    {
      reason: 'a waiver stays in sight, with its reason',
      broken: [backups],
      waivers: [{ rule: noBackups, reason }],
      finds: [{ rule: noBackups, severity: 'error', waiver: { reason } }],
    },
    {
      reason: 'a waiver holds on its last day',
      broken: [backups],
      waivers: [{ rule: noBackups, reason, until: '2026-11-01' }],
      finds: [{ rule: noBackups, waiver: { reason, until: '2026-11-01' } }],
    },
    {
      reason: 'a waiver that ended does not hold, and is named',
      broken: [backups],
      waivers: [{ rule: noBackups, reason, until: '2026-10-31' }],
      finds: [
        { rule: noBackups, severity: 'error', waiver: undefined },
        {
          rule: 'waivers',
          severity: 'warning',
          message: 'waivers.expired',
          field: 'spec.waivers[0]',
        },
      ],
    },
    {
      reason: 'of two waivers the one that holds counts',
      broken: [backups],
      waivers: [
        { rule: noBackups, reason: 'Old.', until: '2026-10-31' },
        { rule: noBackups, reason },
      ],
      finds: [
        { rule: 'waivers', message: 'waivers.expired' },
        { rule: noBackups, waiver: { reason } },
      ],
    },
    {
      reason: 'a waiver of a rule that nobody knows is an error',
      broken: [],
      waivers: [{ rule: 'prod-has-backups', reason }],
      finds: [
        {
          rule: 'waivers',
          severity: 'error',
          message: 'waivers.unknownRule',
        },
      ],
    },
    {
      reason: 'what cannot be merged cannot be waived',
      broken: [naming],
      waivers: [{ rule: 'naming', reason }],
      finds: [
        { rule: 'naming', severity: 'error', waiver: undefined },
        {
          rule: 'waivers',
          severity: 'error',
          message: 'waivers.notWaivable',
        },
      ],
    },
    {
      reason: 'a target can have a rule only warn',
      broken: [backups],
      policy: { warnOnly: [noBackups] },
      finds: [{ rule: noBackups, severity: 'warning' }],
    },
    {
      reason: 'a target can switch a rule off',
      broken: [backups],
      policy: { disabled: [noBackups] },
      finds: [],
    },
    {
      reason: 'a target can do neither to a rule that cannot be waived',
      broken: [naming],
      policy: { disabled: ['naming'], warnOnly: ['naming'] },
      finds: [{ rule: 'naming', severity: 'error' }],
    },
  ])('$reason', ({ broken, waivers, policy, finds }) => {
    const findings = evaluatePolicy(
      policyRules,
      subject(broken, waivers, policy),
    );
    expect(findings).toHaveLength(finds.length);
    expect(
      findings.map(({ waiver, ...found }) => ({ ...found, waiver })),
    ).toMatchObject(finds);
  });

  it('puts the worst first and what is waived last', () => {
    const findings = evaluatePolicy(
      policyRules,
      subject(
        [backups, rule('pinned-image'), naming],
        [
          { rule: noBackups, reason },
          { rule: 'separate-credentials', reason, until: '2020-01-01' },
        ],
        { warnOnly: ['pinned-image'] },
      ),
    );
    expect(
      findings.map(({ severity, waiver }) => (waiver ? 'waived' : severity)),
    ).toEqual(['error', 'warning', 'warning', 'warning', 'waived']);
  });
});
