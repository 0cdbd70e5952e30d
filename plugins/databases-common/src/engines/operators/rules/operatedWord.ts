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

import { observation } from '../../../messages';
import { isWithin } from '../../isWithin';
import {
  OperatedObservation,
  OperatedRule,
  OperatedSubject,
} from '../OperatedSubject';
import { WordMeaning } from '../OperatorProfile';

type Seen = Omit<OperatedObservation, 'message' | 'params'>;

export const operatedWord: OperatedRule = {
  id: 'operated-word',
  title: 'What an operator says about the database, and for how long already.',
  check(subject) {
    const { profile, word, data, evidence, stop } = subject;
    const field = profile.word?.field ?? 'status';
    const seen = {
      ...(word.since && { since: word.since }),
      evidence: [
        evidence(field, word.text),
        ...(data.status?.reason
          ? [evidence('status.reason', data.status.reason)]
          : []),
      ],
    };
    const says = profile.word ? word.text : data.status && '';
    if (says === undefined) {
      return [
        observation(
          'operatedWord.absent',
          { operator: profile.operator, kind: profile.kind.kind },
          { ...seen, state: 'unknown', severity: 'warning' },
        ),
      ];
    }
    const error: readonly OperatedObservation[] = data.status?.error
      ? [
          observation(
            'operatedWord.error',
            { operator: profile.operator },
            {
              evidence: [evidence('status.error', true)],
              severity: 'warning',
              commands: subject.commands,
            },
          ),
        ]
      : [];
    if (!profile.word || stop !== 'off') {
      return error;
    }
    return word.meaning === undefined
      ? [
          observation(
            'operatedWord.unknown',
            { operator: profile.operator, word: says },
            { ...seen, state: 'unknown', severity: 'warning' },
          ),
          ...error,
        ]
      : [...judge(subject, word.meaning, says, seen), ...error];
  },
};

function judge(
  subject: OperatedSubject,
  meaning: WordMeaning,
  word: string,
  seen: Pick<Seen, 'since' | 'evidence'>,
): readonly OperatedObservation[] {
  const { profile, settings, instances, commands, fact } = subject;
  const params = { operator: profile.operator, word };
  const isServing = Boolean(instances.ready);
  switch (meaning) {
    case 'serving':
    case 'reconciled':
      return [];
    case 'starting':
      return isOverdue(subject, fact.createdAt, settings.bootstrapLimit)
        ? [
            observation(
              'operatedWord.startStuck',
              { ...params, limit: settings.bootstrapLimit },
              {
                ...seen,
                state: isServing ? 'degraded' : 'failed',
                severity: 'error',
                commands,
              },
            ),
          ]
        : [
            observation('operatedWord.going', params, {
              ...seen,
              state: 'progressing',
              severity: 'info',
            }),
          ];
    case 'changing':
    case 'stopped':
      return isOverdue(subject, seen.since, settings.transientLimit)
        ? [
            observation(
              'operatedWord.stuck',
              { ...params, limit: settings.transientLimit },
              { ...seen, state: 'degraded', severity: 'warning', commands },
            ),
          ]
        : [
            observation('operatedWord.going', params, {
              ...seen,
              state: 'progressing',
              severity: 'info',
            }),
          ];
    case 'refused':
      return [
        observation('operatedWord.refused', params, {
          ...seen,
          state: 'degraded',
          severity: 'error',
          commands,
        }),
      ];
    default:
      // A word that was said once may outlive what it was said of.
      return [
        observation('operatedWord.failed', params, {
          ...seen,
          state: isServing ? 'degraded' : 'failed',
          severity: 'error',
          commands,
        }),
      ];
  }
}

/** Not as long as nobody knows since when: then it is young as far as anybody can tell. */
function isOverdue(
  subject: OperatedSubject,
  since: string | undefined,
  limit: number,
): boolean {
  return since !== undefined && !isWithin(subject, since, limit);
}
