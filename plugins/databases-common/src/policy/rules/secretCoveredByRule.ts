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

import { secretShapes } from '../../layouts/secretShapes';
import { objectToCertificate } from '../../layouts/secretShapes/objectToCertificate';
import { violation } from '../../messages';
import { PlannedSecret, PolicyRule, Violation } from '../../model';

/**
 * Every secret that is made has a creation rule with recipients that can be
 * served; one that is sealed for a controller has a certificate that is good.
 *
 * @public
 */
export const secretCoveredByRule: PolicyRule = {
  id: 'secret-covered-by-rule',
  title: 'Every secret is encrypted for all of its recipients',
  severity: 'error',
  stages: ['change'],
  waivable: false,
  examples: {
    good: { reason: 'a rule matches', subject: standard => standard },
    bad: {
      reason: 'no rule matches',
      subject: standard => ({
        ...standard,
        plan: {
          ...standard.plan,
          files: standard.plan.files.map(file =>
            file.kind === 'secret'
              ? {
                  ...file,
                  encryption: { state: 'uncovered', reason: 'no rule matches' },
                }
              : file,
          ),
        },
      }),
    },
  },
  check: ({ plan, context }) =>
    plan.files
      .filter(
        (file): file is PlannedSecret =>
          file.kind === 'secret' && file.change === 'create',
      )
      .flatMap(file => uncovered(file, context.today))
      .filter(
        ({ params }, index, all) =>
          all.findIndex(
            other => JSON.stringify(other.params) === JSON.stringify(params),
          ) === index,
      ),
};

function uncovered(
  { path, encryption, shape = 'plainSops' }: PlannedSecret,
  today: string,
): readonly Violation[] {
  if (encryption.state === 'sealed') {
    return objectToCertificate(encryption, today);
  }
  if (encryption.state === 'uncovered') {
    const { reason } = encryption;
    return [violation('secretCoveredByRule.uncovered', { path, reason })];
  }
  const { config, unsupported, warnings } = encryption;
  return [
    ...secretShapes[shape].objections(path, encryption),
    ...(unsupported.length
      ? [
          violation('secretCoveredByRule.unsupported', {
            path,
            config,
            recipients: unsupported,
          }),
        ]
      : []),
    ...warnings.map(warning => ({
      ...violation('secretCoveredByRule.warning', { config, warning }),
      severity: 'warning' as const,
    })),
  ];
}
