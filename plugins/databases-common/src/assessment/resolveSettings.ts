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

import { finding } from '../messages';
import { violation } from '../messages/violation';
import { AssessmentSettings, LaneFinding } from '../model';
import { AssessmentConfig } from './AssessmentConfig';
import { defaultAssessmentSettings } from './defaultSettings';
import { readSetting, settingNames } from './readSetting';

/**
 * Before the name of a threshold in an entity's annotations:
 * `basewell.dev/assessment-backup-objective: 26h`.
 *
 * @public
 */
export const ASSESSMENT_ANNOTATION_PREFIX = 'basewell.dev/assessment-';

/**
 * The thresholds of one database: the defaults, then app-config, then its
 * environment there, then the annotations of the entity. Each wins over those
 * before it.
 *
 * @returns also a side remark for each annotation that is not understood: it
 *   counts for nothing, and is never silently ignored.
 * @public
 */
export function resolveSettings(options: {
  readonly config?: AssessmentConfig;
  readonly environment?: string;
  readonly entity?: {
    /** Entity reference. */
    readonly ref: string;
    readonly annotations: { readonly [name: string]: string };
  };
}): {
  readonly settings: AssessmentSettings;
  readonly remarks: readonly LaneFinding<never>[];
} {
  const { config, environment, entity } = options;
  const remarks: LaneFinding<never>[] = [];
  const annotated = Object.entries(entity?.annotations ?? {})
    .filter(([key]) => key.startsWith(ASSESSMENT_ANNOTATION_PREFIX))
    .flatMap(([key, value]) => {
      const name = settingNames.find(known => annotationOf(known) === key);
      const read = name
        ? readSetting(name, value)
        : {
            expected: `one of ${settingNames.map(annotationOf).join(', ')}`,
          };
      if (name && 'value' in read) {
        return [[name, read.value]];
      }
      remarks.push(
        finding('assessment-settings', 'warning', {
          ...violation('assessmentSettings.annotation', {
            annotation: key,
            value,
            entity: entity!.ref,
            expected: 'expected' in read ? read.expected : '',
          }),
          evidence: [
            {
              object: entity!.ref,
              field: `metadata.annotations[${key}]`,
              value,
            },
          ],
        }),
      );
      return [];
    });
  const environments = config?.environments ?? {};
  return {
    settings: {
      ...defaultAssessmentSettings,
      ...config?.settings,
      ...(environment !== undefined && Object.hasOwn(environments, environment)
        ? environments[environment]
        : {}),
      ...Object.fromEntries(annotated),
    },
    remarks,
  };
}

function annotationOf(name: string): string {
  return `${ASSESSMENT_ANNOTATION_PREFIX}${name.replace(
    /[A-Z]/g,
    letter => `-${letter.toLowerCase()}`,
  )}`;
}
