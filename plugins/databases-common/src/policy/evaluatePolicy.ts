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

import { finding, violation } from '../messages';
import { Finding, PolicyRule, PolicySubject, Severity, Waiver } from '../model';

/** Speaks of the waivers themselves; it is no rule of its own to waive. */
const WAIVERS = 'waivers';

/**
 * Asks all rules of the stages `form` and `change` about a plan.
 *
 * The target can switch a rule off or have it only warn, a request can waive
 * it; neither works for a rule whose violation makes a pull request that cannot
 * be merged.
 *
 * @returns the worst first, those with a waiver last.
 * @public
 */
export function evaluatePolicy(
  rules: readonly PolicyRule[],
  subject: PolicySubject,
): readonly Finding[] {
  const { context, plan } = subject;
  const { disabled, warnOnly } = context.target.options.policy;
  const { waivers } = plan.request.spec;
  const isValid = ({ until }: Waiver) =>
    until === undefined || until >= context.today;

  const findings = rules
    .filter(({ id, waivable }) => !(waivable && disabled.includes(id)))
    .flatMap(rule => {
      const lenient = rule.waivable && warnOnly.includes(rule.id);
      const waiver = rule.waivable
        ? waivers.find(
            candidate => candidate.rule === rule.id && isValid(candidate),
          )
        : undefined;
      return rule.check(subject).map(violated => ({
        ...finding(rule.id, rule.severity, violated),
        ...(lenient && { severity: 'warning' as const }),
        ...(waiver && { waiver: waiverOf(waiver) }),
      }));
    });
  return [...findings, ...checkWaivers(rules, waivers, isValid)].sort(
    (one, other) => rank(one) - rank(other),
  );
}

function waiverOf({ reason, until }: Waiver): Finding['waiver'] {
  return { reason, ...(until !== undefined && { until }) };
}

function checkWaivers(
  rules: readonly PolicyRule[],
  waivers: readonly Waiver[],
  isValid: (waiver: Waiver) => boolean,
): readonly Finding[] {
  const known = rules.filter(({ waivable }) => waivable).map(({ id }) => id);
  return waivers.flatMap((waiver, index) => {
    const { rule: waived, until = '' } = waiver;
    const field = `spec.waivers[${index}]`;
    const rule = rules.find(({ id }) => id === waived);
    if (!rule) {
      return finding(WAIVERS, 'error', {
        ...violation('waivers.unknownRule', { waived, known }),
        field,
      });
    }
    if (!rule.waivable) {
      return finding(WAIVERS, 'error', {
        ...violation('waivers.notWaivable', { waived }),
        field,
      });
    }
    return isValid(waiver)
      ? []
      : finding(WAIVERS, 'warning', {
          ...violation('waivers.expired', { waived, until }),
          field,
        });
  });
}

const severities: { readonly [severity in Severity]: number } = {
  error: 0,
  warning: 1,
  info: 2,
};

function rank({ severity, waiver }: Finding): number {
  return waiver ? 3 : severities[severity];
}
