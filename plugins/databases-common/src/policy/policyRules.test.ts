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
import { policyRules } from './policyRules';
import { standardSubject } from './standardSubject';

it('gives every rule an id of its own', () => {
  const ids = policyRules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

describe.each(policyRules.map(rule => ({ ...rule, rule })))(
  '$id',
  ({ rule }) => {
    const { good, bad } = rule.examples;

    it('has an id that fits into a URL, and a stage', () => {
      expect(rule.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(rule.stages.length).toBeGreaterThan(0);
    });

    it(`passes its good example: ${good.reason}`, () => {
      expect(rule.check(good.subject(standardSubject()))).toEqual([]);
    });

    it(`fails its bad example: ${bad.reason}`, () => {
      const subject = bad.subject(standardSubject());
      const violations = rule.check(subject);
      expect(violations).not.toEqual([]);
      for (const violation of violations) {
        const { summary, remedy } = finding(rule.id, rule.severity, violation);
        // Every parameter is supplied, and the message exists.
        expect(`${summary} ${remedy}`).not.toMatch(/\{\w+\}/);
        expect(summary).not.toBe(violation.message);
      }
    });

    it('is not touched by the bad examples of the others', () => {
      const unrelated = policyRules
        .filter(({ id }) => id !== rule.id)
        .map(other => other.examples.bad.subject(standardSubject()))
        .flatMap(subject => rule.check(subject));
      expect(unrelated).toEqual([]);
    });

    it('does not change what it looks at', () => {
      const subject = bad.subject(standardSubject());
      const before = JSON.stringify(subject);
      rule.check(subject);
      expect(JSON.stringify(subject)).toBe(before);
    });
  },
);
