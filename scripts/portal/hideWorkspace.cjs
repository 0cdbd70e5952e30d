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

/*
 * Loaded into a host before anything else: it is to be as a host that has none
 * of our packages, and in this repository they are all in node_modules. What is
 * not part of the repository, a bundle or Backstage itself, cannot find them.
 */
const Module = require('node:module');
const { join, sep } = require('node:path');

const root = join(__dirname, '..', '..');
const outside = join(root, 'node_modules') + sep;
const ours = [
  join(root, 'plugins') + sep,
  join(root, 'packages', 'sops') + sep,
];

const resolve = Module._resolveFilename;
Module._resolveFilename = function resolveOutside(request, parent, ...rest) {
  const file = resolve.call(this, request, parent, ...rest);
  if (
    parent?.filename?.startsWith(outside) &&
    ours.some(folder => file.startsWith(folder))
  ) {
    throw Object.assign(new Error(`Cannot find module '${request}'`), {
      code: 'MODULE_NOT_FOUND',
    });
  }
  return file;
};
