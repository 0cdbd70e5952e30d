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

import { PlannedFile, PlannedText } from '../model';
import { standardSubject } from '../policy';
import { diffFile } from './diffFile';

const values: PlannedText = {
  kind: 'text',
  repository: 'app',
  path: 'deploy/env/dev/shop.yaml',
  change: 'edit',
  purpose: 'Values',
  before: '# один\na: 1\nb: 2\nc: 3\nd: 4\ne: 5\nf: 6\ng: 7\nh: 8\n',
  content: '# один\na: 1\nb: 2\nc: 3\nd: 4\ne: 5\nf: 6\ng: 7\nh: 9\n',
};

describe('diffFile', () => {
  it('shows the touched hunk of an edit', () => {
    expect(diffFile(values)).toBe(
      [
        '--- a/deploy/env/dev/shop.yaml',
        '+++ b/deploy/env/dev/shop.yaml',
        '@@ -6,4 +6,4 @@',
        ' e: 5',
        ' f: 6',
        ' g: 7',
        '-h: 8',
        '+h: 9',
        '',
      ].join('\n'),
    );
  });

  it('shows all of a new file', () => {
    const { before: _, ...created } = values;
    expect(diffFile({ ...created, change: 'create', content: 'a: 1\n' })).toBe(
      '--- /dev/null\n+++ b/deploy/env/dev/shop.yaml\n@@ -0,0 +1,1 @@\n+a: 1\n',
    );
  });

  it('says when a last line break is missing', () => {
    expect(diffFile({ ...values, before: 'a: 1', content: 'a: 2' })).toContain(
      '\\ No newline at end of file',
    );
  });

  it('is empty when nothing changes', () => {
    expect(diffFile({ ...values, change: 'none' })).toBe('');
  });

  it('shows what a secret will hold, and no value of it', () => {
    const secrets = standardSubject().plan.files.filter(
      (file): file is PlannedFile & { kind: 'secret' } =>
        file.kind === 'secret' && file.environment === 'dev',
    );
    const text = secrets.map(diffFile).join('');
    for (const line of [
      '+  username: shop',
      '+  password: <generated, 32 characters>',
      '+  DATABASE_URI: postgresql://shop:<the generated password>@shop-dev-cnpg-rw.databases.svc.cluster.local:5432/shop',
      '+  PAYLOAD_SECRET: <generated, 32 characters>',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
  });
});
