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

const words =
  /^(change[-_ ]?(me|it|this)[!.\d]*|(an?[-_ ]?)?example|placeholder|dummy|fake|(my|the)?[-_ ]?(password|passw0rd|passwd|pass|secret|token|credentials?)\d{0,3}|todo|tbd|fixme|xxx+|\.{3}|…|\*{3,}|(your|replace|insert|enter|put)[-_ ].*|replaceme|redacted|<[^<>]*>|\[[^\][]*\])$/i;

/** Whether a text stands for a value that somebody has yet to choose. */
export function isExampleWord(text: string): boolean {
  return text.length <= 80 && words.test(text);
}
