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

import { PlannedText } from '../../model';
import { standardSubject } from '../standardSubject';
import { noCredentialInAppRepository } from './noCredentialInAppRepository';

function check(content: string, more: Partial<PlannedText> = {}) {
  const { plan, ...subject } = standardSubject();
  const values: PlannedText = {
    kind: 'text',
    repository: 'app',
    path: 'deploy/env/dev/shop.yaml',
    change: 'edit',
    purpose: 'Values',
    content,
    ...more,
  };
  return noCredentialInAppRepository.check({
    ...subject,
    plan: { ...plan, files: [values] },
  });
}

describe('noCredentialInAppRepository', () => {
  it.each([
    { line: 'envFrom: { secretRef: web-shop-dev-env }', reason: 'a name' },
    { line: 'uri: postgresql://db.databases/shop', reason: 'no credential' },
    { line: 'uri: postgresql://shop@db/shop', reason: 'no password' },
    {
      line: 'uri: postgresql://shop:$(PASSWORD)@db/shop',
      reason: 'a variable',
    },
    {
      line: 'uri: postgresql://shop:{{ .password }}@db/s',
      reason: 'a template',
    },
    { line: 'uri: postgresql://shop:***@db/shop', reason: 'stars' },
    { line: 'url: https://shop:8080/@user', reason: 'a port' },
  ])('lets $line pass: $reason', ({ line }) => {
    expect(check(`a: 1\n${line}\n`)).toEqual([]);
  });

  it.each([
    { line: 'uri: postgresql://shop:hunter2@db/shop', reason: 'a password' },
    { line: 'uri: "POSTGRES://shop:hunter2@db/shop"', reason: 'upper case' },
    { line: 'url: rediss://:hunter2@cache:6379', reason: 'no user' },
    { line: 'uri: mongodb+srv://a:b@db', reason: 'another database' },
    { line: '# amqp://shop:hunter2@mq', reason: 'in a comment' },
    { line: 'key: AGE-SECRET-KEY-1QQQQ', reason: 'an age identity' },
    { line: '  -----BEGIN OPENSSH PRIVATE KEY-----', reason: 'an ssh key' },
  ])('finds $line: $reason', ({ line }) => {
    const [violation, ...more] = check(`a: 1\n${line}\n`);
    expect(more).toEqual([]);
    expect(violation.params).toMatchObject({
      path: 'deploy/env/dev/shop.yaml',
      line: 2,
    });
    // A finding ends up in logs.
    expect(JSON.stringify(violation)).not.toMatch(/hunter2|QQQQ/);
  });

  it('does not blame the request for what stood there before', () => {
    const old = 'uri: postgresql://shop:hunter2@db/shop\n';
    expect(check(`a: 1\n${old}`, { before: old })).toEqual([]);
  });

  it('looks at the app repository only', () => {
    const uri = 'uri: postgresql://shop:hunter2@db/shop\n';
    expect(check(uri, { repository: 'platform' })).toEqual([]);
  });
});
