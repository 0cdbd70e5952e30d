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

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { defaultAssessmentSettings } from './assessment';
import { settingNames } from './assessment/readSetting';
import { fileRules } from './files';
import { defaultTargetOptions } from './layouts';
import { formatParam } from './messages';
import { defaultLanes } from './operations';
import { policyRules } from './policy';

const folder = join(__dirname, '../../../docs/reference');
const generated =
  '<!-- generated: UPDATE_GOLDENS=1 npm test unit -- reference -->';

/** The part of a page between the mark and the next heading comes from a registry. */
describe('reference pages', () => {
  it.each([
    { page: 'assessment-rules.md', content: assessmentRules() },
    { page: 'assessment-thresholds.md', content: thresholds() },
    { page: 'check.md', content: fileRulesTable() },
    { page: 'policy-rules.md', content: rulesTable() },
    { page: 'targets.md', content: defaultsBlock() },
  ])('$page says what the code says', ({ page, content }) => {
    const file = join(folder, page);
    const text = readFileSync(file, 'utf8');
    const start = text.indexOf(generated) + generated.length;
    const end = text.indexOf('<!-- /generated -->');
    expect(start).toBeGreaterThan(generated.length);
    expect(end).toBeGreaterThan(start);
    const expected = `${text.slice(0, start)}\n\n${content}\n\n${text.slice(end)}`;
    if (process.env.UPDATE_GOLDENS) {
      writeFileSync(file, expected);
    }
    expect(readFileSync(file, 'utf8')).toBe(expected);
  });
});

function rulesTable(): string {
  const rows = policyRules.map(
    ({ id, title, severity, waivable, examples }) =>
      `- **\`${id}\`**: ${title}. ${severity === 'error' ? 'Stops' : 'Warns'}${
        waivable ? ', may be waived' : ', may not be waived'
      }. Passes: ${examples.good.reason}. Fails: ${examples.bad.reason}.`,
  );
  return rows.join('\n');
}

function fileRulesTable(): string {
  const rows = fileRules.map(
    ({ id, title, severity, stages, examples }) =>
      `- **\`${id}\`** (${[severity, ...stages].join(', ')}): ${title}. Passes: ${examples.good.reason}. Fails: ${examples.bad.reason}.`,
  );
  return rows.join('\n');
}

function defaultsBlock(): string {
  return `\`\`\`yaml\noptions:\n${stringify(defaultTargetOptions, {
    lineWidth: 0,
  }).replace(/^(?=.)/gm, '  ')}\`\`\``;
}

function assessmentRules(): string {
  return defaultLanes()
    .map(({ id, states, rules }) =>
      [
        `## ${id}`,
        `States, worst first: ${states.map(state => `\`${state}\``).join(', ')}.`,
        rules.map(rule => `- **\`${rule.id}\`**: ${rule.title}`).join('\n'),
      ].join('\n\n'),
    )
    .join('\n\n');
}

function thresholds(): string {
  return settingNames
    .map(name => {
      const value = defaultAssessmentSettings[name];
      return `- \`${name}\`: ${
        /Days$|Percent$|Length$/.test(name) || value === undefined
          ? (value ?? 'none')
          : formatParam(value, 'duration')
      }`;
    })
    .join('\n');
}
