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

import { packageBin } from '../toolchain/packageBin.mjs';

/**
 * The command that checks types and writes the declarations that API reports
 * are made of, for Node. Always from scratch: the compiler prints the keys of a
 * large type in the order in which it met them.
 *
 * @returns {readonly string[]}
 */
export function typesCommand() {
  return [
    packageBin('typescript', 'tsc'),
    ...['--incremental', 'false', '--pretty', 'false'],
  ];
}
