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
import { parseAssessmentConfig } from './AssessmentConfig';
import { defaultAssessmentSettings } from './defaultSettings';
import { parseDuration } from './parseDuration';
import { resolveSettings } from './resolveSettings';

describe('parseDuration', () => {
  it.each([
    ['90m', 5400],
    ['26h', 93_600],
    ['7d', 604_800],
    ['1h30m', 5400],
    ['2w', 1_209_600],
    ['45s', 45],
    ['90', undefined],
    ['', undefined],
    ['0h', undefined],
    ['1.5h', undefined],
    ['-1h', undefined],
    ['7 d', undefined],
    ['99999999999999999999d', undefined],
  ])('reads %p as %p seconds', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });
});

describe('parseAssessmentConfig', () => {
  it('reads thresholds, also by environment', () => {
    expect(
      parseAssessmentConfig({
        bootstrapLimit: '45m',
        certificateDays: 14,
        environments: { dev: { backupObjective: '7d' } },
      }),
    ).toEqual({
      settings: { bootstrapLimit: 2700, certificateDays: 14 },
      environments: { dev: { backupObjective: 604_800 } },
    });
    expect(parseAssessmentConfig(undefined)).toEqual({
      settings: {},
      environments: {},
    });
  });

  it('names everything that is wrong at once', () => {
    expect(() =>
      parseAssessmentConfig({
        bootstrapLimit: 30,
        bootstrapLimt: '30m',
        slotPercent: 0,
        environments: { dev: 'strict', prod: { walGrace: '2 min' } },
      }),
    ).toThrow(
      [
        'databases.assessment.bootstrapLimit: 30 is not understood; write a duration such as 90m, 26h or 7d',
        'databases.assessment.bootstrapLimt: there is no such threshold; there are bootstrapLimit, transientLimit, outageGrace, replicaLimit, contactLimit, certificateDays, slotPercent, backupObjective, backupGrace, backupStuck, walGrace, clockSkew, operationLimit, credentialLimit, credentialAge, passwordLength, metricsLimit, lagLimit, walAge, connectionPercent, connectionFullPercent, diskPercent, diskFullPercent, queueLength',
        'databases.assessment.slotPercent: 0 is not understood; write a percentage from 1 to 100',
        'databases.assessment.environments.dev: must be a map',
        'databases.assessment.environments.prod.walGrace: "2 min" is not understood; write a duration such as 90m, 26h or 7d',
      ].join('\n'),
    );
  });
});

describe('resolveSettings', () => {
  const config = parseAssessmentConfig({
    bootstrapLimit: '45m',
    replicaLimit: '1h',
    environments: { dev: { replicaLimit: '2h', backupObjective: '7d' } },
  });
  const annotated = (annotations: { readonly [name: string]: string }) => ({
    ref: 'component:default/shop',
    annotations,
  });

  it.each([
    { reason: 'defaults', options: {}, settings: {} },
    {
      reason: 'app-config',
      options: { config, environment: 'prod' },
      settings: { bootstrapLimit: 2700, replicaLimit: 3600 },
    },
    {
      reason: 'the environment there',
      options: { config, environment: 'dev' },
      settings: {
        bootstrapLimit: 2700,
        replicaLimit: 7200,
        backupObjective: 604_800,
      },
    },
    {
      reason: 'no environment is called so',
      options: { config, environment: 'constructor' },
      settings: { bootstrapLimit: 2700, replicaLimit: 3600 },
    },
    {
      reason: 'annotations of the entity',
      options: {
        config,
        environment: 'dev',
        entity: annotated({
          'basewell.dev/assessment-backup-objective': '26h',
          'basewell.dev/assessment-certificate-days': '30',
          'basewell.dev/app': 'shop',
        }),
      },
      settings: {
        bootstrapLimit: 2700,
        replicaLimit: 7200,
        backupObjective: 93_600,
        certificateDays: 30,
      },
    },
  ])('$reason win', ({ options, settings }) => {
    expect(resolveSettings(options)).toEqual({
      settings: { ...defaultAssessmentSettings, ...settings },
      remarks: [],
    });
  });

  it.each([
    ['backup-objective', '26', 'a duration such as 90m, 26h or 7d'],
    ['certificate-days', 'soon', 'a number of days, 1 or more'],
    ['backup-objectiv', '26h', 'one of basewell.dev/assessment-bootstrap'],
  ])('remarks that %s: %s counts for nothing', (name, value, expected) => {
    const { settings, remarks } = resolveSettings({
      entity: annotated({ [`basewell.dev/assessment-${name}`]: value }),
    });
    expect(settings).toEqual(defaultAssessmentSettings);
    expect(remarks).toEqual([
      expect.objectContaining({
        rule: 'assessment-settings',
        severity: 'warning',
        summary: `basewell.dev/assessment-${name}: "${value}" on component:default/shop is not understood, and counts for nothing.`,
        remedy: expect.stringContaining(expected),
      }),
    ]);
  });

  it('never takes over what is no positive number', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, value) => {
        const { settings } = resolveSettings({
          entity: annotated({ [`basewell.dev/assessment-${name}`]: value }),
        });
        for (const number of Object.values(settings)) {
          expect(number).toBeGreaterThan(0);
        }
      }),
    );
  });
});
