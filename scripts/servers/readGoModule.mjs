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

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../toolchain/repositoryRoot.mjs';

/**
 * What tools/<name>/go.mod pins: the package to build, and the module and
 * version (without the `v`) that it comes from. A server of our own is a package
 * of that module, and counts as what it requires first.
 *
 * @param {string} name
 */
export function readGoModule(name) {
  const text = readFileSync(
    join(repositoryRoot, 'tools', name, 'go.mod'),
    'utf8',
  );
  const [, tool] = /^tool (\S+)$/m.exec(text);
  const requirements = [
    ...text.matchAll(/^(?:require |\t)(\S+) v(\S+?)(?: \/\/ indirect)?$/gm),
  ].map(([, module, version]) => ({ module, version }));
  const source =
    requirements
      .filter(({ module }) => tool === module || tool.startsWith(`${module}/`))
      .sort((a, b) => b.module.length - a.module.length)[0] ?? requirements[0];
  return { package: tool, ...source };
}
