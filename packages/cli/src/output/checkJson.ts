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

import { TreeCheck } from '../local/checkTree';

/**
 * The findings as data, in this shape for good: `{now, files, findings: [{rule,
 * severity, tree, path, line, key, summary, remedy, message, params, waiver}],
 * unknown: [{tree, path}]}`. A key or waiver that there is not is null; `unknown` is
 * what was too large to be looked into.
 */
export function checkJson(checks: readonly TreeCheck[], now: string): string {
  const document = {
    now,
    files: checks.reduce((sum, { files }) => sum + files, 0),
    findings: checks.flatMap(({ tree, findings }) =>
      findings.map(
        ({
          rule,
          severity,
          place,
          summary,
          remedy,
          message,
          params,
          waiver,
        }) => ({
          rule,
          severity,
          tree,
          path: place.path,
          line: place.line,
          key: place.key ?? null,
          summary,
          remedy,
          message,
          params,
          waiver: waiver ?? null,
        }),
      ),
    ),
    unknown: checks.flatMap(({ tree, large }) =>
      large.map(path => ({ tree, path })),
    ),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
