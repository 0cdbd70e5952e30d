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

import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/**
 * The environment in which children find this Node first.
 *
 * `npm_config_nodedir` must name the headers of the Node that will load a
 * native module; npm hands down the one of the person's configuration, which
 * may belong to another.
 *
 * @param {string} node the absolute path of the binary
 * @param {NodeJS.ProcessEnv} inherited
 */
export function nodeEnvironment(node, inherited = process.env) {
  const { npm_config_nodedir: foreign, ...environment } = inherited;
  const prefix = dirname(dirname(node));
  const hasHeaders = existsSync(join(prefix, 'include', 'node', 'node.h'));
  // On Windows the variable is spelled Path; two spellings would be two values.
  const pathKey =
    Object.keys(environment).find(key => key.toUpperCase() === 'PATH') ??
    'PATH';
  const others = (environment[pathKey] ?? '')
    .split(delimiter)
    .filter(folder => folder !== dirname(node));
  return {
    ...environment,
    [pathKey]: [dirname(node), ...others].join(delimiter),
    ...(hasHeaders ? { npm_config_nodedir: prefix } : {}),
  };
}
