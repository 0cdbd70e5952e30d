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

const folders =
  /(^|\/)(__fixtures__|__testUtils__|__tests__|_?testdata|e2e|docs?|documentation|examples?|expected|fixtures|goldens?|samples?|tests|vendor)\//i;
// `shop-test.yaml` may be the environment, `shop_test.go` is not.
const names = [
  /[._-](example|sample)(\.\w+)?$/i,
  /\.(dist|template)(\.\w+)?$/i,
  /\.(adoc|md|mdx|rst|tmpl|tpl)$/i,
  /(^|\/)test_[^/]*\.(?!ya?ml|json|env)\w+$/i,
  /[._-](spec|test)\.(?!ya?ml|json|env)\w+$/i,
];

/**
 * Whether a file shows how something is done, and is applied nowhere, as its path
 * tells.
 *
 * @public
 */
export function isExamplePath(path: string): boolean {
  return folders.test(path) || names.some(name => name.test(path));
}
