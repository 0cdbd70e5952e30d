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

import { editValues, readYaml } from '@basewell/plugin-databases-common/domain';
import { parseAllDocuments } from 'yaml';
import type { Benchmark } from './runBenchmark';

const chart = { defaults: 'envFrom: {}\npostgres:\n  enabled: true\n' };

/**
 * Editing Helm values: the app loads its Secret, the in-chart database is off.
 *
 * - ours: checks its own result with a second reading before it is handed out
 * - peer: the same through the `yaml` library's own documents, which loses the
 *   file's own way of writing
 * - limit: reading the file once
 *
 * @param options - `lines` of the values file
 *
 * @public
 */
export function editValuesBenchmark(options: {
  readonly lines: number;
}): Benchmark<string> {
  const sections = Array.from(
    { length: Math.ceil(options.lines / 4) },
    (_, index) =>
      `app${index}:\n  image: "x"\n  # Комментарий\n  list: [1, 2]\n`,
  );
  const text = `${sections.join('')}envFrom:\n  secretRef: ""\npostgres:\n  enabled: true\n`;
  const check = async (edited: string) => {
    const [values] = readYaml(edited) as any[];
    if (values.envFrom.secretRef !== 'shop-env' || values.postgres.enabled) {
      throw new Error('The edit is not what was asked for');
    }
  };
  return {
    id: `editing values, ${options.lines} lines`,
    variants: [
      {
        name: 'ours',
        role: 'ours',
        async run() {
          const result = editValues(
            text,
            { secretRef: 'shop-env', disableDatabase: true },
            chart,
          );
          return result.state === 'edited' ? result.text : '';
        },
        check,
      },
      {
        name: 'documents of the yaml library',
        role: 'peer',
        async run() {
          const [document] = parseAllDocuments(text) as any[];
          document.setIn(['envFrom', 'secretRef'], 'shop-env');
          document.setIn(['postgres', 'enabled'], false);
          return document.toString();
        },
        check,
      },
      {
        name: 'reading once',
        role: 'limit',
        async run() {
          parseAllDocuments(text);
          return '';
        },
        check: async () => {},
      },
    ],
    end() {},
  };
}
