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

import { findCreationRule } from '@basewell/sops';
import { SopsRuleReader } from './SopsRuleReader';

const TEAM = 'age1pnruvhwatyjk5jne6wnmq2gmt3rwym7dmzclkl985zvysapxwewse784ct';
const EVERYBODY =
  'age1lzd99uklcjnc0e7d860axevet2cz99ce9pq6tzuzd05l5nr28ams36nvun';

const files: Readonly<Record<string, string>> = {
  '.sops.yaml': `creation_rules: [{age: ${EVERYBODY}}]`,
  'teams/payments/.sops.yaml': `creation_rules: [{age: ${TEAM}}]`,
};

function readerOf(repository: Readonly<Record<string, string>>) {
  return new SopsRuleReader(
    async paths => new Map(paths.map(path => [path, repository[path]])),
    false,
  );
}

describe('SopsRuleReader', () => {
  const nested = 'teams/payments/db.yaml';
  const other = 'clusters/shop/db.yaml';

  it.each([
    { reason: 'the nested one first', rounds: [[nested], [other]] },
    { reason: 'the nested one last', rounds: [[other], [nested]] },
    { reason: 'the same again', rounds: [[nested], [nested, other], [other]] },
    { reason: 'both at once', rounds: [[other, nested]] },
  ])('seals by the rules that were previewed, $reason', async ({ rounds }) => {
    const reader = readerOf(files);
    const previewed = new Map<string, unknown>();
    for (const paths of rounds) {
      for (const [path, fact] of await reader.readEncryption(paths)) {
        previewed.set(path, fact);
      }
    }
    expect(previewed.get(nested)).toMatchObject({ recipients: [TEAM] });
    expect(previewed.get(other)).toMatchObject({ recipients: [EVERYBODY] });
    for (const [path, fact] of previewed) {
      const { rule } = findCreationRule(reader.rules.configs, path);
      expect(fact).toMatchObject({
        config: rule.origin.config,
        recipients: rule.keyGroups.flat().map(({ id }) => id),
      });
    }
    expect(Object.fromEntries(reader.rules.texts)).toEqual(files);
    expect(reader.rules.configs).toHaveLength(2);
  });

  it('has no rules before it was asked, and none of a repository without', async () => {
    const reader = readerOf({});
    expect(reader.rules.configs).toEqual([]);
    const facts = await reader.readEncryption([other]);
    expect(facts.get(other)).toMatchObject({ state: 'uncovered' });
    expect(reader.rules.configs).toEqual([]);
  });
});
